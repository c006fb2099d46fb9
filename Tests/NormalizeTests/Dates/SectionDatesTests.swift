import Extract
import Foundation
import Packs
import Records
import Testing

@testable import Normalize

/// The days that stand above what a text tells.
struct SectionDatesTests {
  private static let reading = Result { try Extractor(.embedded()) }

  /// The day, as written, of the section that each word is in.
  private func heads(_ text: String, of words: String...) throws -> [String?] {
    let bytes = Array(text.utf8)
    let mentions = try Self.reading.get().mentions(in: text, language: "en") ?? []
    let sections = SectionDates(bytes, mentions)
    return try words.map { word in
      let range = try #require(text.range(of: word))
      let place = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return sections.head(at: place).map {
        String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    "January 3. Alpha went home.\n\nJanuary 31. Beta went home.",
    "January 3: Alpha went home.\n\nJanuary 31: Beta went home.",
    "January 3\n\nAlpha went home.\n\nJanuary 31\n\nBeta went home.",
  ])
  func `a day that a line begins with holds for what follows`(text: String) throws {
    #expect(try heads(text, of: "Alpha", "Beta") == ["January 3", "January 31"])
  }

  @Test(arguments: [
    "January 3. Alpha went home.", "Alpha left on January 3.\n\nBeta left on January 31.",
    "January 3 was cold for Alpha.\n\nJanuary 31 was cold for Beta.",
  ])
  func `one day alone, and days within a sentence, are no heads`(text: String) throws {
    #expect(try heads(text, of: "Alpha") == [nil])
  }

  @Test func `a day in its line ends with it, and one above lines after four of them`() throws {
    #expect(
      try heads(
        "January 3. Alpha left.\n\nBeta left.\n\nJanuary 31. Gamma left.", of: "Beta", "Gamma")
        == [nil, "January 31"])
    #expect(
      try heads(
        "January 3\n\nAlpha.\n\nBeta.\n\nGamma.\n\nDelta.\n\nEpsilon.\n\nJanuary 31\n\nZeta.",
        of: "Alpha", "Delta", "Epsilon", "Zeta")
        == ["January 3", "January 3", nil, "January 31"])
  }

  @Test func `nothing is told under a day before it`() throws {
    #expect(
      try heads("Alpha left.\n\nJanuary 3. Beta left.\n\nJanuary 31. Gamma left.", of: "Alpha")
        == [nil])
  }
}
