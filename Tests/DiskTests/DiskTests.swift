import Glibc
import TestSupport
import Testing

@testable import Disk

struct DiskPathTests {
  @Test func `a name that is no UTF-8 is shown escaped and found again`() {
    let path = DiskPath(Array("caf".utf8) + [0xE9] + Array(".html".utf8))
    #expect(path.display == "caf\\xE9.html")
    #expect(DiskPath(display: path.display) == path)
  }

  @Test(arguments: [
    ("новина.txt", "новина.txt"), ("a\nb.txt", "a\nb.txt"), ("a\\b.txt", "a\\b.txt"),
    ("a\\xE9.html", "a\\x5CxE9.html"),
  ])
  func `a valid name is shown as it is, unless it looks like an escaped one`(
    name: String, shown: String
  ) {
    #expect(DiskPath(name).display == shown)
    #expect(DiskPath(display: shown) == DiskPath(name))
  }

  @Test func `names that differ only in normalization differ`() {
    #expect(DiskPath("é") != DiskPath("e\u{301}"))
  }
}

struct AtomicFileTests {
  @Test func `a file that is not committed leaves nothing and keeps the old one`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "old".utf8)
    do {
      var file = try AtomicFile(folder.path.appending(DiskPath("a.txt")))
      try file.write(Array("new".utf8))
    }
    #expect(try folder.names() == ["a.txt"])
    #expect(try folder.read("a.txt") == Array("old".utf8))
  }

  @Test func `a committed file is whole and replaces the old one`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "old".utf8)
    let bytes = [UInt8](repeating: 7, count: 1 << 20)
    try folder.write("a.txt", bytes)
    #expect(try folder.read("a.txt") == bytes)
    #expect(try folder.names() == ["a.txt"])
  }

  @Test func `a synced file is still not there`() throws {
    let folder = try TemporaryFolder()
    var file = try AtomicFile(folder.path.appending(DiskPath("a.txt")))
    try file.write(Array("new".utf8))
    try file.sync()
    #expect(try folder.names() == [".a.txt.partial"])
    try file.commit()
    #expect(try folder.names() == ["a.txt"])
  }

  @Test func `a folder that cannot be written is named in the error`() {
    #expect(throws: DiskError.self) {
      _ = try AtomicFile(DiskPath("/proc/no-such-folder/a.txt"))
    }
  }
}

struct DiskReadTests {
  @Test func `a limit is kept`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", [UInt8](repeating: 1, count: 100))
    guard case .tooLarge(size: 100) = try Disk.read(folder.path.appending(DiskPath("a")), limit: 99)
    else {
      Issue.record("not too large")
      return
    }
  }

  @Test(arguments: [0, 50, 150])
  func `a file that is cut or grows while it is read is no content`(length: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("a", [UInt8](repeating: 1, count: 100))
    let path = folder.path.appending(DiskPath("a"))
    let content = try Disk.read(path, limit: 1000) { #expect(truncate(path.display, length) == 0) }
    guard case .changed = content else {
      Issue.record("read \(content)")
      return
    }
  }

  @Test func `what the operating system cannot read is an error with its words`() throws {
    #expect(
      throws: DiskError(
        path: DiskPath("/proc/self/mem"), operation: "read", reason: "Input/output error")
    ) {
      _ = try Disk.read(DiskPath("/proc/self/mem"), limit: 1000)
    }
    #expect(
      throws: DiskError(path: DiskPath("/proc"), operation: "read", reason: "not a regular file")
    ) {
      _ = try Disk.read(DiskPath("/proc"), limit: 1000)
    }
  }

  @Test func `names come in byte order`() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "B", "é", "a", "-rf"] { try folder.write(name, []) }
    #expect(try folder.names() == ["-rf", "B", "a", "b", "é"])
  }
}
