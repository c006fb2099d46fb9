internal import Records

/// Reads the pages of a WARC file (ISO 28500), compressed by records or not.
///
/// Only successful HTTP responses with text are articles; requests, metadata, redirects and pictures are
/// passed over. What headers say of the payload's encoding is not believed: CC-NEWS files from before
/// May 2019 kept headers of what the crawler had already undone (news-crawl issue 30).
struct WARCReader {
  /// What a record is.
  enum Record {
    /// With its bytes: chunks joined, perhaps still compressed.
    case page(Page, [UInt8])
    case failure(ContainerFault)
  }

  /// What the crawler tells of a page.
  struct Page {
    var url: String?
    /// The day of the fetch, `YYYY-MM-DD`.
    var retrieved: String?
    /// The label of the HTTP header.
    var charset: String?
    var isPlainText = false
  }

  private static let lineLimit = 1 << 16
  private let reader: ByteReader
  private let byteLimit: Int
  /// The record that was read last, from 1; those that are passed over count too.
  private(set) var number = 0
  private var isAtEnd = false

  init(_ reader: ByteReader, byteLimit: Int) {
    self.reader = reader
    self.byteLimit = byteLimit
  }

  /// The next page, or the next record that cannot be read; nil at the end.
  mutating func next() throws(ContainerFault) -> Record? {
    while !isAtEnd {
      do throws(ContainerFault) {
        if let record = try read() { return record }
      } catch {
        // What follows the damage may be sound.
        isAtEnd = try !reader.resynchronize()
        return .failure(error)
      }
    }
    return nil
  }

  /// The record that comes next; nil for one that is no page, and at the end.
  private mutating func read() throws(ContainerFault) -> Record? {
    guard let version = try firstLine() else {
      isAtEnd = true
      return nil
    }
    number += 1
    guard version.starts(with: "WARC/".utf8) else {
      try skipToNextRecord()
      return .failure(ContainerFault(.badContainer, "no WARC record begins here"))
    }
    guard let headers = try HeaderFields(reader, lineLimit: Self.lineLimit) else {
      throw ContainerFault(.badContainer, "the record ends inside its headers")
    }
    guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
      try skipToNextRecord()
      return .failure(ContainerFault(.badContainer, "the record does not tell its length"))
    }
    guard headers["warc-type"]?.lowercased() == "response",
      headers["content-type"].map({ $0.lowercased().hasPrefix("application/http") }) ?? true
    else {
      guard try reader.skip(length) else {
        throw ContainerFault(.badContainer, "the record is shorter than it says")
      }
      return nil
    }
    if length > byteLimit + Self.lineLimit {
      guard try reader.skip(length) else {
        throw ContainerFault(.badContainer, "the record is shorter than it says")
      }
      return .failure(ContainerFault(.tooLarge, "\(length) bytes; the limit is \(byteLimit)"))
    }
    guard let block = try reader.take(length) else {
      throw ContainerFault(.badContainer, "the record is shorter than it says")
    }
    return HTTPResponse(block).flatMap { response in
      response.isText ? .page(page(response, headers), response.body) : nil
    }
  }

  private func page(_ response: HTTPResponse, _ headers: HeaderFields) -> Page {
    var url = headers["warc-target-uri"]
    // Some writers put the address between angle brackets, as a draft of the standard had it.
    if let text = url, text.hasPrefix("<"), text.hasSuffix(">") {
      url = String(text.dropFirst().dropLast())
    }
    return Page(
      url: url, retrieved: headers["warc-date"].map { String($0.prefix(10)) },
      charset: response.charset, isPlainText: response.isPlainText)
  }

  /// The first line that is not empty.
  private func firstLine() throws(ContainerFault) -> [UInt8]? {
    while let line = try reader.line(limit: Self.lineLimit) {
      if !line.isEmpty { return line }
    }
    return nil
  }

  /// Passes over lines up to one by which a record begins.
  private func skipToNextRecord() throws(ContainerFault) {
    while true {
      let next = try reader.peek(5)
      if next.isEmpty || next.elementsEqual("WARC/".utf8) { return }
      guard try reader.line(limit: 0) != nil else { return }
    }
  }
}
