internal import ArgumentParser
internal import Disk
internal import Pipeline

struct ParseCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Shows how the rules read a sentence of your own.",
    discussion: """
      For each sentence its clauses, one a line: chunks in brackets with their
      class, ! behind the class of those that evoke an event, * behind the verb
      of the clause, at the end the subject. Then what the frame rules made of
      it: rule, frame, modality, trigger and arguments by role.

      Exit status: 0 done, 2 could not do it.
      """)

  static let examples = """
    swapwire parse 'Ukraine brought home 307 soldiers on Saturday, Zelensky said.'
    swapwire parse --pipeline pipelines/prisoner-exchanges 'The swap was called off.'
    """

  @Argument(help: "The sentences.")
  var texts: [String]

  @Option(help: "The language of the text.")
  var language = "en"

  @OptionGroup var pack: PackOptions

  func run() throws {
    let parser = ParsedText(try StageChain(folder: pack.folder, charset: nil), language: language)
    for text in texts {
      for line in try parser.lines(of: text) { try StandardOutput.write(Array((line + "\n").utf8)) }
    }
  }
}
