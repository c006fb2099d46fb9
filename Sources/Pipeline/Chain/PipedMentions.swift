internal import Extract
internal import Normalize
internal import Packs
internal import Records

/// Texts to mentions as a filter: `{"id","text","reference_date"}` lines in,
/// `{"id","mentions":[{"kind","start","end","value"}]}` lines out.
///
/// Offsets count code points. The value of a number range is an object of its ends; a mention has further
/// members where they are told: bound, modifier, party, wikidata, role.
public struct PipedMentions: Sendable {
  private let extractor: Extractor
  private let normalizer: Normalizer
  private let language: String

  /// - Parameter language: The texts' language; throws where the pack has no rules for it.
  public init(_ chain: StageChain, language: String) throws {
    guard chain.pack.languages.contains(language) else {
      throw UsageError(
        "the pack \(chain.pack.name) has no rules for \"\(language)\"; it reads \(chain.pack.languages.joined(separator: ", "))"
      )
    }
    extractor = try chain.extractor
    normalizer = try chain.normalizer
    self.language = language
  }

  /// Works on one line; an empty one gives nothing.
  ///
  /// Throws where the line is no such record.
  public func process(_ line: [UInt8], number: Int) throws -> [UInt8] {
    guard line.contains(where: { $0 > 0x20 }) else { return [] }
    let record: (id: String, text: String, reference: String?)
    do throws(JSONError) {
      record = try Self.read(line)
    } catch {
      throw UsageError("line \(number): \(error); expected {\"id\", \"text\", \"reference_date\"}")
    }
    let index = CodePointIndex(Array(record.text.utf8))
    let mentions = mentions(in: record.text, reference: record.reference)
    var json = JSONWriter()
    json.object { json in
      json.member("id", record.id)
      json.key("mentions")
      json.array { json in
        for mention in mentions { Self.write(mention, index, to: &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The mentions of a text for people: the text with them marked, then a line for each.
  ///
  /// - Parameters:
  ///   - published: The day, `YYYY-MM-DD`, that relative dates count from.
  ///   - isColored: Whether a terminal shows it.
  ///
  /// Throws where `published` is no day.
  public func pretty(_ text: String, published: String?, isColored: Bool) throws -> [UInt8] {
    if let published, !Normalizer.isDay(published) {
      throw UsageError("--published takes a day like 2025-05-24, not \"\(published)\"")
    }
    let marked = MentionText(isColored: isColored).text(
      Array(text.utf8), mentions(in: text, reference: published))
    return Array(marked.utf8)
  }

  private func mentions(in text: String, reference: String?) -> [Mention] {
    normalizer.normalized(
      extractor.mentions(in: text, language: language) ?? [], reference: reference)
  }

  private static func write(_ mention: Mention, _ index: CodePointIndex, to json: inout JSONWriter)
  {
    json.object { json in
      json.member("kind", mention.kind.rawValue)
      json.member("start", index.codePoint(atByte: mention.span.start))
      json.member("end", index.codePoint(atByte: mention.span.end))
      Self.writeValue(mention, to: &json)
      if let bound = mention.bound, bound != .exact {
        json.member("bound", bound.rawValue)
      }
      if let modifier = mention.modifier { json.member("modifier", modifier) }
      if let party = mention.party { json.member("party", party) }
      if let wikidata = mention.wikidata { json.member("wikidata", wikidata) }
      if let role = mention.role { json.member("role", role) }
    }
  }

  /// A range of numbers is told by its ends, all else by one text.
  private static func writeValue(_ mention: Mention, to json: inout JSONWriter) {
    guard mention.kind == .numberRange, let range = mention.value.flatMap({ NumberRange($0) })
    else { return json.member("value", mention.value) }
    json.key("value")
    json.object { json in
      json.member("low", range.low)
      json.member("high", range.high)
      json.member("low_inclusive", range.low != nil && range.includesLow)
      json.member("high_inclusive", range.high != nil && range.includesHigh)
    }
  }

  private static func read(_ line: [UInt8]) throws(JSONError) -> (
    id: String, text: String, reference: String?
  ) {
    var json = JSONReader(line)
    let value = try json.value()
    try json.end()
    guard let id = value["id"]?.string, let text = value["text"]?.string else {
      throw JSONError(offset: 0, message: "\"id\" or \"text\" is missing")
    }
    return (id, text, value["reference_date"]?.string)
  }
}
