internal import Packs

/// Points for every answer to every question about a block; their sum decides.
///
/// The points are log-odds: zero is even chances that the block is the article's. They were fitted by
/// logistic regression and can be edited by hand.
struct Scorecard: Sendable {
  /// The questions in the order of a row of answers, with the names of their answers.
  let questions: [(name: String, answers: [String])]
  /// The points that every block starts with.
  private(set) var start = 0.0
  private var points: [[Double]]

  init(_ pack: Pack, rules: CleaningRules) throws(PackError) {
    questions = Self.questions(rules)
    points = questions.map { [Double](repeating: 0, count: $0.answers.count) }
    let places = Dictionary(
      questions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var given: Set<[String]> = []
    for table in try pack.tables("scorecard", columns: ["question", "answer", "points"]) {
      for row in table.rows {
        let name = try row.require("question")
        let text = try row.require("points")
        guard let value = Double(text), abs(value) <= Self.limit,
          text.allSatisfy({ "+-.0123456789".contains($0) })
        else {
          throw row.error("the points are a number up to \(Int(Self.limit)), not \"\(text)\"")
        }
        guard given.insert([name, row["answer"] ?? ""]).inserted else {
          throw row.error("these points were given before", hint: "one line for each answer")
        }
        if name == "start" {
          start = value
          continue
        }
        guard let question = places[name] else {
          throw row.error(
            "there is no question \"\(name)\"",
            hint: PackError.hint(for: name, among: questions.map(\.name)))
        }
        let answer = try row.require("answer")
        guard let place = questions[question].answers.firstIndex(of: answer) else {
          throw row.error(
            "\"\(name)\" has no answer \"\(answer)\"",
            hint: PackError.hint(for: answer, among: questions[question].answers))
        }
        points[question][place] = value
      }
      guard given.contains(["start", "all"]) else {
        throw PackError(
          file: table.file, line: nil, message: "there are no points to start with",
          hint: "a line \"start\", \"all\" and a number says what a block has before any answer")
      }
    }
  }

  /// No answer is surer than this: odds beyond all numbers of blocks.
  private static let limit = 1000.0

  /// The points of a row of answers.
  func score(_ answers: ArraySlice<UInt8>) -> Double {
    var sum = start
    for (question, answer) in answers.enumerated() { sum += points[question][Int(answer)] }
    return sum
  }

  /// One answer of a row and what it contributes.
  struct Contribution {
    var question: String
    var answer: String
    /// The place of the answer among those that the question has.
    var rank: Int
    var points: Double
  }

  /// What each answer of a row contributes, in the order of the questions.
  func contributions(_ answers: ArraySlice<UInt8>) -> [Contribution] {
    zip(questions.indices, answers).map { question, answer in
      Contribution(
        question: questions[question].name, answer: questions[question].answers[Int(answer)],
        rank: Int(answer), points: points[question][Int(answer)])
    }
  }

  private static func questions(_ rules: CleaningRules) -> [(name: String, answers: [String])] {
    BlockFeature.allCases.map { feature in
      let answers =
        switch feature {
        case .opening: ["nothing known"] + rules.openings.groups
        case .mark: ["nothing known"] + rules.marks.groups
        default: feature.answers
        }
      return (BlockFeature.name(of: feature), answers)
    } + rules.cues.groups.map { ("cue \($0)", ["none", "around", "far", "near"]) }
  }
}
