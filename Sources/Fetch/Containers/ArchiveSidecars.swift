internal import Disk
internal import Records

/// The sidecars in an archive, which may stand before their articles or behind them.
struct ArchiveSidecars {
  /// The most bytes of all together, so that an archive of nothing else takes no more memory.
  private static let limit = 1 << 28

  private var sidecars: [DiskPath: Result<[UInt8], ContainerFault>] = [:]
  private var size = 0

  /// None yet.
  init() {}

  /// All of a file, which is read once for them; what is damaged is for the one to tell who reads it again.
  init(of path: DiskPath, byteLimit: Int) throws(ContainerFault) {
    let archive = try ArchiveHandle(path)
    while !archive.isAtEnd {
      guard let member = try? archive.next() else { continue }
      guard let name = member.name, case .inside(let path) = MemberName(name) else { continue }
      if Self.isSidecar(path) { add(path, member, of: archive, byteLimit: byteLimit) }
    }
  }

  static func isSidecar(_ name: DiskPath) -> Bool { name.hasSuffix(".meta.json") }

  /// Reads a sidecar; the first of a name counts.
  mutating func add(
    _ name: DiskPath, _ member: ArchiveHandle.Member, of archive: ArchiveHandle, byteLimit: Int
  ) {
    guard sidecars[name] == nil, member.kind == .file else { return }
    let sidecar = Result { () throws(ContainerFault) in
      try archive.bytes(of: member, limit: min(byteLimit, Self.limit - size))
    }
    if case .success(let bytes) = sidecar { size += bytes.count }
    sidecars[name] = sidecar
  }

  /// A sidecar; nil where there is none.
  func sidecar(_ name: DiskPath) throws(ContainerFault) -> [UInt8]? {
    do throws(ContainerFault) {
      return try sidecars[name]?.get()
    } catch {
      throw ContainerFault(error.code, "\(name.lastComponent.display): \(error.cause)")
    }
  }
}

extension ArchiveHandle {
  /// The bytes of the member that came last.
  func bytes(of member: Member, limit: Int) throws(ContainerFault) -> [UInt8] {
    if member.isEncrypted { throw ContainerFault(.unreadable, "the member is encrypted") }
    if let size = member.size, size > limit {
      throw ContainerFault(.tooLarge, "\(size) bytes; the limit is \(limit)")
    }
    guard let bytes = try bytes(limit: limit) else {
      throw ContainerFault(.tooLarge, "unpacks to more than \(limit) bytes")
    }
    return bytes
  }
}
