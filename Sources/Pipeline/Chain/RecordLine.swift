internal import Records

/// Records from and to lines.
enum RecordLine {
  static func fetched(
    _ line: [UInt8], number: Int, for stage: Stage
  ) throws(StageFailure) -> FetchedArticle {
    try read(line, number, stage) { (json) throws(JSONError) in try FetchedArticle(from: &json) }
  }

  static func cleaned(
    _ line: [UInt8], number: Int, for stage: Stage
  ) throws(StageFailure) -> CleanArticle {
    try read(line, number, stage) { (json) throws(JSONError) in try CleanArticle(from: &json) }
  }

  static func extracted(
    _ line: [UInt8], number: Int, for stage: Stage
  ) throws(StageFailure) -> ExtractedArticle {
    try read(line, number, stage) { (json) throws(JSONError) in try ExtractedArticle(from: &json) }
  }

  static func events(_ events: [Event], text: [UInt8]) -> [UInt8] {
    guard !events.isEmpty else { return [] }
    let index = CodePointIndex(text)
    var json = JSONWriter()
    for event in events {
      event.write(to: &json, text: text, index: index)
      json.endLine()
    }
    return json.bytes
  }

  private static func read<Record>(
    _ line: [UInt8], _ number: Int, _ stage: Stage,
    _ body: (inout JSONReader) throws(JSONError) -> Record
  ) throws(StageFailure) -> Record {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw StageFailure(
        path: "line \(number)", stage: stage, code: .badRecord, cause: "the line is no UTF-8")
    }
    var json = JSONReader(line)
    do throws(JSONError) {
      let record = try body(&json)
      try json.end()
      return record
    } catch {
      throw StageFailure(
        path: "line \(number)", stage: stage, code: .badRecord, cause: "\(error)")
    }
  }
}
