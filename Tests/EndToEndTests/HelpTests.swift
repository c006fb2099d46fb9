import Disk
import Foundation
import TestSupport
import Testing

struct HelpTests {
  private static let commands = [
    [], ["run"], ["status"], ["report"], ["ledger"], ["export"], ["diff"], ["accept"], ["validate"],
    ["schema"],
    ["stage"], ["mentions"], ["explain"], ["parse"], ["rules"], ["rules", "test"],
    ["rules", "list"],
    ["rules", "coverage"],
  ]

  /// The examples at the end of a command's help, one a line.
  private func examples(_ command: [String]) throws -> [String] {
    let result = try Program.run(command + ["--help"])
    #expect(result.status == 0)
    let text = try #require(result.output.split(separator: "EXAMPLES:\n").last)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("  ") })
    var examples: [String] = []
    for line in lines {
      if line.hasPrefix("   "), let last = examples.popLast() {
        examples.append(last + "\n" + line)
      } else {
        examples.append(String(line.dropFirst(2)))
      }
    }
    return examples
  }

  @Test func `all commands are here`() throws {
    let help = try Program.run(["--help"]).output
    let names = help.split(separator: "SUBCOMMANDS:\n").last?.split(separator: "\n")
      .prefix { $0.hasPrefix("  ") && !$0.hasPrefix("  See") }.filter { !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Set(names ?? []) == Set(Self.commands.compactMap(\.first)))
  }

  @Test(arguments: commands)
  func `help ends in examples that work from the project's root`(command: [String]) throws {
    let examples = try examples(command)
    #expect((1...4).contains(examples.count))
    #expect(examples.contains { $0.contains((["swapwire"] + command).joined(separator: " ")) })
    let folder = try TemporaryFolder()
    for name in ["fixtures", "pipelines"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path.display + "/" + name,
        withDestinationPath: ProjectFiles.path(name).display)
    }
    for example in examples {
      if example.contains("jq"), !FileManager.default.isExecutableFile(atPath: "/usr/bin/jq") {
        print("skipped, there is no jq: \(example)")
        continue
      }
      // Options that belong to the shell that people use, as far as /bin/sh has them.
      let result = try Program.shell(
        "swapwire() { \"$SWAPWIRE\" \"$@\"; }\n" + example, in: folder.path)
      #expect([0, 1].contains(result.status), "\(example)\n\(result.errors)")
    }
  }
}
