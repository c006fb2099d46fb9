internal import ArgumentParser
internal import Records

/// A complaint about an option that a command has not; the library complains first of what is missing, which
/// may be what was misspelt.
enum UnknownOption {
  /// What is wrong and what may have been meant; nil where all options are known.
  static func hint(
    _ arguments: some Sequence<String>, command: any ParsableCommand.Type
  ) -> String? {
    let known = Set(command.helpMessage().matches(of: /--[a-z][a-z-]*/).map { String($0.output) })
    for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let name = String(argument.prefix { $0 != "=" })
      guard !known.contains(name), !name.hasPrefix("--generate-completion-script") else { continue }
      let meant = Spelling.closest(to: name, among: known)
      return "there is no option \(name)" + (meant.map { "; did you mean \($0)?" } ?? "")
    }
    return nil
  }
}
