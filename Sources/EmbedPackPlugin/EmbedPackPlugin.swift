import Foundation
import PackagePlugin

/// Turns the default rule pack into Swift source at build time, so that the program needs no files
/// beside itself and the embedded pack can never be older than the folder.
@main
struct EmbedPackPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let pack = context.package.directoryURL.appending(path: "pipelines/prisoner-exchanges")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPack.swift")
    let files = FileManager.default.enumerator(at: pack, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath }
    return [
      .buildCommand(
        displayName: "Embedding pipelines/prisoner-exchanges",
        executable: try context.tool(named: "EmbedPack").url,
        arguments: [pack.path(), output.path()],
        inputFiles: files ?? [],
        outputFiles: [output])
    ]
  }
}
