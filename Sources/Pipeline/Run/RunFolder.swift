internal import Clean
internal import Disk
internal import Store

/// The part of an output folder that is the program's own: `.swapwire`, with the lock, the store and
/// the manifest.
///
/// It may be deleted at any time; the next run then does everything again.
struct RunFolder {
  let output: DiskPath

  private var own: DiskPath { output.appending(DiskPath(".swapwire")) }
  private var lock: DiskPath { own.appending(DiskPath("lock")) }
  var store: DiskPath { own.appending(DiskPath("store")) }
  var manifest: DiskPath { own.appending(DiskPath("manifest.ndjson")) }

  /// Makes the folders and keeps other runs out as long as the result lives; throws where one is at work.
  func locked() throws -> FolderLock {
    try Disk.makeFolder(own)
    guard let lock = try FolderLock(lock) else {
      throw UsageError(
        "\(output.display): another run is writing into this folder; wait until it is done, or name "
          + "another folder with --out")
    }
    return lock
  }

  /// What earlier runs left for a run with these options.
  func earlierResults(_ options: RunOptions) -> StoreReader {
    options.force || !options.usesStore ? StoreReader() : StoreReader(store)
  }

  /// Compiles the rules of a user's pack that the last run did not see; throws where one is wrong.
  ///
  /// Others are compiled when an article needs them.
  func checkNewRules(of chain: StageChain, _ makers: StageMakers) throws {
    if !chain.isBuiltIn, RunManifest.makers(manifest)?.rules != makers.rules {
      try chain.compile()
    }
  }

  /// Of the executable and of the libraries that it finds at run time, whose versions change what it
  /// reads in a page.
  static func program() throws(UsageError) -> Fingerprint {
    guard let program = Fingerprint(ofProgram: Disk.thisProgram) else {
      throw UsageError("\(Disk.thisProgram.display): the program cannot read itself")
    }
    return Fingerprint(of: [program.text, Cleaner.parserVersion, Disk.libraryVersion])
  }
}
