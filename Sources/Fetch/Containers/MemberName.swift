internal import Disk

/// What the name of an archive's member tells.
enum MemberName: Hashable {
  /// A path below the archive, as a folder would have it.
  case inside(DiskPath)
  /// Below a name that begins with a dot, as in a folder that is walked; what macOS adds is such.
  case hidden
  /// From the root, or up and out of the archive.
  case outside

  init(_ name: [UInt8]) {
    let parts = name.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    if name.first == UInt8(ascii: "/") || parts.contains(where: { $0.elementsEqual("..".utf8) }) {
      self = .outside
    } else if parts.contains(where: { $0.first == UInt8(ascii: ".") }) {
      self = .hidden
    } else {
      self = .inside(DiskPath(Array(parts.joined(separator: [UInt8(ascii: "/")]))))
    }
  }
}
