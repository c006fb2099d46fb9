internal import ArgumentParser
internal import Disk
internal import Pipeline

struct MentionsCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Finds numbers, dates, people and names in texts.",
    discussion: """
      Reads lines {"id", "text", "reference_date"} and writes lines {"id",
      "mentions": [{"kind", "start", "end", "value"}]}. Offsets count code
      points. Relative dates count from reference_date (YYYY-MM-DD, may be
      null); dates are written as EDTF. A number that the text does not tell
      ("dozens") has a value of null; the value of a number_range is {"low",
      "high", "low_inclusive", "high_inclusive"}, open ends null. Where it is
      told, a mention also has bound, modifier ("early"), party, wikidata, role.

      With --pretty the input is plain text, a paragraph a line, and each comes
      back with its mentions marked and listed with value and rule.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    echo '{"id": "1", "text": "307 came home on Saturday", "reference_date": "2025-05-25"}' \\
      | swapwire mentions
    echo '{"id": "2", "text": "the 50th exchange"}' | swapwire mentions --language en
    echo '307 came home on Saturday' | swapwire mentions --pretty --published 2025-05-25
    """

  @Option(help: "The language of the texts.")
  var language = "en"

  @Flag(help: "Show plain text with its mentions marked, for people.")
  var pretty = false

  @Option(help: "With --pretty: the day (YYYY-MM-DD) that relative dates count from.")
  var published: String?

  @OptionGroup var pack: PackOptions

  @OptionGroup var color: ColorArguments

  func validate() throws {
    if published != nil, !pretty {
      throw ValidationError("--published goes with --pretty; lines of JSON have reference_date")
    }
  }

  func run() throws {
    let filter = try PipedMentions(
      try StageChain(folder: pack.folder, charset: nil), language: language)
    let input = LineReader(SequentialFile())
    var number = 0
    while let line = try input.line() {
      number += 1
      if pretty {
        let text = String(decoding: line, as: UTF8.self)
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        try StandardOutput.write(
          try filter.pretty(text, published: published, isColored: color.isColored))
        continue
      }
      let output = try filter.process(line, number: number)
      if !output.isEmpty { try StandardOutput.write(output) }
    }
  }
}
