internal import Disk
internal import Records

/// A container that is open: gives its articles one after the other.
struct Container {
  private enum Reader {
    case warc(WARCReader)
    case dump(JSONDump)
    case archive(ArchiveReader)
  }

  private let path: String
  private let fields: DumpFields
  private var reader: Reader

  /// Opens a container; throws `DiskError` or `ContainerFault`.
  ///
  /// - Parameters:
  ///   - source: Where it is; its name says what it is, but for standard input, whose first bytes do.
  ///   - name: What its name tells; nil to look at its first bytes.
  init(_ source: SourceFile, name: ContainerName?, fields: DumpFields, byteLimit: Int) throws {
    path = source.path.display
    self.fields = fields
    let file = try source.isStandardInput ? SequentialFile() : SequentialFile(source.location)
    if name?.kind == .archive {
      reader = .archive(try ArchiveReader(source.location, byteLimit: byteLimit))
      return
    }
    let bytes = try ByteReader(file, hasMembers: name?.kind == .warc)
    let named = name?.kind
    guard let kind = named == nil ? try Self.sniffed(bytes) : named else {
      throw ContainerFault(
        .badContainer, "neither WARC records nor JSON objects nor an archive begin here")
    }
    reader =
      switch kind {
      case .warc: .warc(WARCReader(bytes, byteLimit: byteLimit))
      case .lines: .dump(JSONDump(bytes, isLines: true, byteLimit: byteLimit))
      case .objects: .dump(JSONDump(bytes, isLines: false, byteLimit: byteLimit))
      case .archive: .archive(try ArchiveReader(bytes, byteLimit: byteLimit))
      }
  }

  /// The next article, or why it cannot be read; nil at the end.
  mutating func next() -> Result<StoredArticle, StageFailure>? {
    switch reader {
    case .warc(var warc):
      defer { reader = .warc(warc) }
      do throws(ContainerFault) {
        switch try warc.next() {
        case nil: return nil
        case .failure(let fault): return .failure(fault.failure(place(warc.number)))
        case .page(let page, let bytes):
          return .success(
            StoredArticle(path: place(warc.number), kind: .page(page), bytes: bytes))
        }
      } catch {
        return .failure(error.failure(place(warc.number)))
      }
    case .dump(var dump):
      defer { reader = .dump(dump) }
      switch dump.next() {
      case nil: return nil
      case .failure(let fault): return .failure(fault.failure(place(dump.number)))
      case .object(let object):
        return .success(
          StoredArticle(path: place(dump.number), kind: .object(fields), bytes: object))
      }
    case .archive(let archive):
      guard let item = archive.next() else { return nil }
      let place = item.name.map { "\(path)/\($0.display)" } ?? place(archive.number)
      return item.article
        .map { name, sidecar, bytes in
          StoredArticle(path: place, kind: .file(name, sidecar: sidecar), bytes: bytes)
        }
        .mapError { $0.failure(place) }
    }
  }

  private func place(_ number: Int) -> String { "\(path)#\(number)" }

  /// What the first bytes are; a line that is a whole object is one of many.
  private static func sniffed(_ bytes: ByteReader) throws(ContainerFault) -> ContainerName.Kind? {
    let head = try bytes.peek(1 << 16)
    if head.starts(with: "WARC/".utf8) { return .warc }
    if isArchive(head) { return .archive }
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard text.first == UInt8(ascii: "{") else {
      return text.first == UInt8(ascii: "[") ? .objects : nil
    }
    guard let end = text.firstIndex(of: 0x0A) else { return .lines }
    var json = JSONReader(Array(text[..<end]))
    guard (try? json.value()) != nil, (try? json.end()) != nil else { return .objects }
    return .lines
  }

  /// Whether these are the first bytes of a zip or tar file, or of what tar files are compressed by.
  private static func isArchive(_ head: ArraySlice<UInt8>) -> Bool {
    let magics: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], Array("BZh".utf8),
      [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
    ]
    return head.dropFirst(257).starts(with: "ustar".utf8)
      || magics.contains(where: head.starts(with:))
  }
}

extension ContainerFault {
  func failure(_ path: String) -> StageFailure {
    StageFailure(path: path, stage: .fetch, code: code, cause: cause)
  }
}
