import TestSupport
import Testing

@testable import Clean
@testable import Packs

struct ScorecardTests {
  private static let pipeline = PackFixture.pipeline + "\n  scorecard: scorecard.tsv"

  private func rules(_ cleaning: String, _ scorecard: String = "") throws(PackError) -> (
    CleaningRules, Scorecard
  ) {
    let pack = try Pack(files: [
      "pipeline.yaml": Self.pipeline, "cleaning.yaml": cleaning,
      "scorecard.tsv": "question\tanswer\tpoints\nstart\tall\t-1\n" + scorecard,
    ])
    let rules = try CleaningRules(pack)
    return (rules, try Scorecard(pack, rules: rules))
  }

  private func message(_ cleaning: String, _ scorecard: String = "") -> String {
    do throws(PackError) {
      _ = try rules(cleaning, scorecard)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func `points of a row of answers add up`() throws {
    let (_, card) = try rules(
      "cues: {related: [related]}", "kind\theading\t2.5\ncue related\tnear\t-4\n")
    var answers = [UInt8](repeating: 0, count: card.questions.count)
    #expect(card.score(answers[...]) == -1)
    answers[0] = 2
    #expect(card.score(answers[...]) == 1.5)
    answers[card.questions.count - 1] = 3
    #expect(card.score(answers[...]) == -2.5)
    let last = try #require(card.contributions(answers[...]).last)
    #expect(last.question == "cue related" && last.answer == "near" && last.points == -4)
  }

  @Test(arguments: [
    (
      "", "knd\theading\t1", "scorecard.tsv:3: there is no question \"knd\"; did you mean \"kind\"?"
    ),
    (
      "", "kind\theadin\t1",
      "scorecard.tsv:3: \"kind\" has no answer \"headin\"; did you mean \"heading\"?"
    ),
    (
      "", "kind\theading\tmany", "scorecard.tsv:3: the points are a number up to 1000, not \"many\""
    ),
    ("", "kind\theading\t1e9", "scorecard.tsv:3: the points are a number up to 1000, not \"1e9\""),
    (
      "", "kind\theading\t1\nkind\theading\t2",
      "scorecard.tsv:4: these points were given before; one line for each answer"
    ),
    (
      "choice: {vetoes: [ponter]}\nopenings: {pointer: [read also]}", "",
      "cleaning.yaml:1: \"ponter\" is no group of openings or marks; did you mean \"pointer\"?"
    ),
    (
      "cues: {comments: [comment]}\nprunes: [coments]", "",
      "cleaning.yaml:2: \"coments\" is neither a group of cues nor an element; did you mean \"comments\"?"
    ),
    ("choice: {together: 2}", "", "cleaning.yaml:1: \"together\" is between 0 and 1, not 2.0"),
    (
      "openings: {x: [a]}", "",
      "cleaning.yaml:1: \"a\" is too short: half of all texts begin or go on so"
    ),
  ])
  func `a wrong pack is an error with file, line and hint`(
    cleaning: String, scorecard: String, expected: String
  ) {
    #expect(message(cleaning, scorecard) == expected)
  }

  @Test func `a scorecard without a start is an error`() {
    let error = #expect(throws: PackError.self) {
      let pack = try Pack(files: [
        "pipeline.yaml": Self.pipeline, "cleaning.yaml": "",
        "scorecard.tsv": "question\tanswer\tpoints\nkind\theading\t1\n",
      ])
      _ = try Scorecard(pack, rules: CleaningRules(pack))
    }
    #expect(
      error?.description.hasPrefix("scorecard.tsv: there are no points to start with") == true)
  }
}
