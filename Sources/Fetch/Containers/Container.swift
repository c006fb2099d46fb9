internal import Disk
internal import Records

/// A container that is open: gives its articles one after the other.
struct Container {
  private enum Reader {
    case warc(WARCReader)
    case dump(JSONDump)
  }

  private let path: String
  private let fields: DumpFields
  private var reader: Reader

  /// - Parameters:
  ///   - path: The container's path, as records tell it.
  ///   - name: What its name tells; nil to look at its first bytes.
  init(
    _ file: SequentialFile, path: String, name: ContainerName?, fields: DumpFields, byteLimit: Int
  ) throws(ContainerFault) {
    let bytes = try ByteReader(file, hasMembers: name?.kind == .warc)
    let named = name?.kind
    guard let kind = named == nil ? try Self.sniffed(bytes) : named else {
      throw ContainerFault(
        .badContainer, "neither WARC records nor JSON objects begin here")
    }
    self.path = path
    self.fields = fields
    reader =
      switch kind {
      case .warc: .warc(WARCReader(bytes, byteLimit: byteLimit))
      case .lines: .dump(JSONDump(bytes, isLines: true, byteLimit: byteLimit))
      case .objects: .dump(JSONDump(bytes, isLines: false, byteLimit: byteLimit))
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
    }
  }

  private func place(_ number: Int) -> String { "\(path)#\(number)" }

  /// What the first bytes are; a line that is a whole object is one of many.
  private static func sniffed(_ bytes: ByteReader) throws(ContainerFault) -> ContainerName.Kind? {
    let head = try bytes.peek(1 << 16)
    if head.starts(with: "WARC/".utf8) { return .warc }
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard text.first == UInt8(ascii: "{") else {
      return text.first == UInt8(ascii: "[") ? .objects : nil
    }
    guard let end = text.firstIndex(of: 0x0A) else { return .lines }
    var json = JSONReader(Array(text[..<end]))
    guard (try? json.value()) != nil, (try? json.end()) != nil else { return .objects }
    return .lines
  }
}

extension ContainerFault {
  func failure(_ path: String) -> StageFailure {
    StageFailure(path: path, stage: .fetch, code: code, cause: cause)
  }
}
