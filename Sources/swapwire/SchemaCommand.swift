internal import ArgumentParser
internal import Disk
internal import Schemas

struct SchemaCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a sort of records.",
    discussion: "NAME is fetch, clean, extract, events, failures or run.")

  static let examples = """
    swapwire schema events > events.schema.json
    swapwire schema run
    """

  @Argument(help: ArgumentHelp("The sort of records.", valueName: "name"))
  var name: RecordKind

  func run() throws { try StandardOutput.write(name.schemaText) }
}
