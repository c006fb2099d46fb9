internal import Disk
internal import Records

/// Reads the articles of an archive as if it were a folder: the same names are articles, sidecars belong
/// to theirs, hidden files are passed over.
///
/// Articles come in the order of the archive. Containers inside it are not looked into.
final class ArchiveReader {
  /// A member that is an article, or cannot be one.
  struct Item {
    /// Nil where the name cannot be read.
    var name: DiskPath?
    var article: Result<(name: ArticleName, sidecar: [UInt8]?, bytes: [UInt8]), ContainerFault>
  }

  private let archive: ArchiveHandle
  private let byteLimit: Int
  /// Whether members are read but once, so that a sidecar comes too late behind its article.
  private let isStream: Bool
  private var sidecars: ArchiveSidecars
  /// Of articles; eight bytes each, since there may be millions.
  private var seen: Set<UInt64> = []
  /// The member that was read last, from 1; those that are passed over count too.
  private(set) var number = 0
  private var isInDamage = false

  /// Opens a file.
  init(_ path: DiskPath, byteLimit: Int) throws(ContainerFault) {
    archive = try ArchiveHandle(path)
    sidecars = try ArchiveSidecars(of: path, byteLimit: byteLimit)
    self.byteLimit = byteLimit
    isStream = false
  }

  /// Opens what is read once.
  init(_ stream: ByteReader, byteLimit: Int) throws(ContainerFault) {
    archive = try ArchiveHandle(stream)
    sidecars = ArchiveSidecars()
    self.byteLimit = byteLimit
    isStream = true
  }

  /// The next article, or member that cannot be read as one; nil at the end.
  func next() -> Item? {
    while !archive.isAtEnd {
      do throws(ContainerFault) {
        guard let member = try archive.next() else { return nil }
        number += 1
        isInDamage = false
        if let item = item(member) { return item }
      } catch {
        // Of damage that goes on over many blocks one failure tells.
        if isInDamage { continue }
        isInDamage = true
        number += 1
        return Item(name: nil, article: .failure(error))
      }
    }
    return nil
  }

  /// What a member is; nil where it is passed over.
  private func item(_ member: ArchiveHandle.Member) -> Item? {
    guard member.kind != .folder else { return nil }
    func failure(_ name: DiskPath?, _ code: StageFailure.Code, _ cause: String) -> Item {
      Item(name: name, article: .failure(ContainerFault(code, cause)))
    }
    guard let bytes = member.name else {
      return failure(nil, .badMember, "the member's name cannot be read")
    }
    switch MemberName(bytes) {
    case .hidden: return nil
    case .outside:
      guard ArticleName(DiskPath(bytes)) != nil else { return nil }
      return failure(DiskPath(bytes), .badMember, "the name leads out of the archive")
    case .inside(let name):
      if ArchiveSidecars.isSidecar(name) { return lateSidecar(name, member) }
      if ContainerName(name)?.isWalked == true {
        return failure(name, .badMember, "a container inside an archive is not looked into")
      }
      guard let article = ArticleName(name) else { return nil }
      guard member.kind == .file else {
        let kind = member.kind == .link ? "link" : "device, FIFO or socket"
        return failure(name, .notAFile, "a \(kind) is no article")
      }
      guard seen.insert(Self.hash(name)).inserted else {
        return failure(name, .badMember, "a member before has the same name")
      }
      return Item(
        name: name,
        article: Result { () throws(ContainerFault) in
          let bytes = try archive.bytes(of: member, limit: byteLimit)
          return (article, try sidecars.sidecar(article.sidecar), bytes)
        })
    }
  }

  /// Keeps a sidecar of a stream for its article; a failure where that was read before.
  private func lateSidecar(_ name: DiskPath, _ member: ArchiveHandle.Member) -> Item? {
    guard isStream else { return nil }
    let stem = name.dropping(last: ".meta.json".utf8.count).bytes
    let isLate = ArticleName.suffixes.contains { suffix in
      ["", ".gz"].contains { seen.contains(Self.hash(DiskPath(stem + Array((suffix + $0).utf8)))) }
    }
    if isLate {
      return Item(
        name: name,
        article: .failure(
          ContainerFault(
            .badSidecar, "stands behind its article; name the archive instead of piping it")))
    }
    sidecars.add(name, member, of: archive, byteLimit: byteLimit)
    return nil
  }

  /// FNV-1a.
  private static func hash(_ name: DiskPath) -> UInt64 {
    name.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
