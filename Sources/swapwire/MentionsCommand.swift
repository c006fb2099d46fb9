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
      null); dates are written as EDTF.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    echo '{"id": "1", "text": "307 came home on Saturday", "reference_date": "2025-05-25"}' \\
      | swapwire mentions
    echo '{"id": "2", "text": "the 50th exchange"}' | swapwire mentions --language en
    """

  @Option(help: "The language of the texts.")
  var language = "en"

  @OptionGroup var pack: PackOptions

  func run() throws {
    let filter = try PipedMentions(
      try StageChain(folder: pack.folder, charset: nil), language: language)
    var input = StandardInput()
    var number = 0
    while let line = try input.line() {
      number += 1
      let output = try filter.process(line, number: number)
      if !output.isEmpty { try StandardOutput.write(output) }
    }
  }
}
