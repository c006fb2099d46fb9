import Disk
import Foundation
import TestSupport
import Testing

/// kill -9 at any point leaves of every file the old one or the new one, and the next run ends as if
/// nothing had happened.
struct KillTests {
  /// How often a run is killed.
  private static let kills = 60

  @Test func `a run that is killed loses nothing, and the next one goes on`() throws {
    let corpus = try FaultCorpus(articles: 80)
    var random = SplitMix(seed: 9)
    var old: [[UInt8]?] = corpus.output()
    var killed = 0
    var round = 0
    while killed < Self.kills {
      round += 1
      for number in 0..<40 { try corpus.write(number, count: round * 100 + number) }
      let new = try corpus.fresh()
      for _ in 0..<6 {
        let seconds = Double(random.next() % 1000) / 1000 * Self.longest
        if try run(corpus, killedAfter: { _ in Thread.sleep(forTimeInterval: seconds) }) {
          killed += 1
        }
        for (name, (found, (old, new))) in zip(
          FaultCorpus.files, zip(corpus.output(), zip(old, new)))
        {
          #expect(found == old || found == new, "\(name) in round \(round)")
        }
      }
      let result = try Program.shell(FaultCorpus.run + " --log-level info", in: corpus.folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(corpus.output() == new.map(Optional.some))
      #expect(
        try corpus.folder.names().filter { $0.hasSuffix(".partial") }.isEmpty
          && Disk.names(in: corpus.folder.path.appending(DiskPath("out"))).map(\.display)
            == [".swapwire"] + FaultCorpus.files
      )
      old = new
    }
  }

  @Test func `what a killed run has worked out is not worked out again`() throws {
    let corpus = try FaultCorpus(articles: 300)
    let store = corpus.folder.path.appending(DiskPath("out/.swapwire/store"))
    var killed = false
    for _ in 0..<20 where !killed {
      killed = try run(corpus) { process in
        while process.isRunning, (RandomAccessFile(store)?.size ?? 0) < 1 << 16 { usleep(500) }
      }
      if !killed { _ = try Program.shell("rm -r out", in: corpus.folder.path) }
    }
    #expect(killed)
    let result = try Program.shell(FaultCorpus.run + " --log-level info", in: corpus.folder.path)
    let told = try #require(result.errors.firstMatch(of: /info: (\d+) stages were done by earlier/))
    #expect(Int(told.1) ?? 0 > 0, "\(result.errors)")
    #expect(try corpus.output() == corpus.fresh().map(Optional.some))
  }

  /// Seconds; a little more than a run takes.
  private static let longest = 0.25

  /// Whether the run was still at work when it was killed.
  private func run(_ corpus: FaultCorpus, killedAfter wait: (Process) -> Void) throws -> Bool {
    let process = Process()
    process.executableURL = Program.path
    process.arguments = ["run", "in", "--out", "out", "--pipeline", "pack"]
    process.currentDirectoryURL = URL(filePath: corpus.folder.path.display)
    process.standardError = FileHandle.nullDevice
    try process.run()
    wait(process)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  @Test func `of two runs into one folder the second says so and stops`() throws {
    let corpus = try FaultCorpus(articles: 3)
    // flock(1) stands for the first: it holds the lock while the second tries.
    let result = try Program.shell(
      """
      mkdir -p out/.swapwire
      flock -x out/.swapwire/lock sh -c '\(FaultCorpus.run.replacing("'", with: ""))'
      """, in: corpus.folder.path)
    #expect(result.status == 2)
    #expect(
      result.errors
        == "swapwire: error: out: another run is writing into this folder; wait until it is done, "
        + "or name another folder with --out\n")
    #expect(corpus.output().allSatisfy { $0 == nil })
    #expect(try Program.shell(FaultCorpus.run, in: corpus.folder.path).status == 0)
  }
}
