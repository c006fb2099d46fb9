internal import Clean
public import Disk
internal import Extract
internal import Fetch
internal import Normalize
public import Packs
internal import Records

/// The four stages of one pack; each is compiled when it is first asked for.
///
/// Any number of threads may use it.
///
/// A class, so that its layout does not depend on types that importers of this module never see.
public final class StageChain: Sendable {
  /// The pack's name and version, and the languages that it reads.
  public let pack: Pack
  /// Whether the pack is the one that is built in, whose rules were compiled by our tests.
  let isBuiltIn: Bool
  let fetcher: Fetcher
  private let lazyCleaner: CompiledOnce<Cleaner>
  private let lazyExtractor: CompiledOnce<Extractor>
  private let lazyNormalizer: CompiledOnce<Normalizer>

  /// Reads a pack; throws where it is wrong as a whole.
  ///
  /// - Parameters:
  ///   - folder: A pack's folder; nil for the pack that is built in.
  ///   - charset: A WHATWG label that overrides what pages declare.
  ///   - byteLimit: The most bytes that an article may have; nil for the usual limit.
  public init(folder: DiskPath?, charset: String?, byteLimit: Int? = nil) throws {
    let pack =
      try folder.map { folder throws(PackError) in try Pack(folder: folder) } ?? .embedded()
    guard let fetcher = Fetcher(charset: charset, byteLimit: byteLimit ?? Fetcher.usualByteLimit)
    else {
      throw UsageError("unknown charset \"\(charset ?? "")\"; try utf-8 or windows-1251")
    }
    self.pack = pack
    isBuiltIn = folder == nil
    self.fetcher = fetcher
    lazyCleaner = CompiledOnce { () throws(PackError) in try Cleaner(pack.part(for: .clean)) }
    lazyExtractor = CompiledOnce { () throws(PackError) in try Extractor(pack.part(for: .extract)) }
    lazyNormalizer = CompiledOnce { () throws(PackError) in
      try Normalizer(pack.part(for: .normalize))
    }
  }

  var cleaner: Cleaner { get throws(PackError) { try lazyCleaner.value() } }
  var extractor: Extractor { get throws(PackError) { try lazyExtractor.value() } }
  var normalizer: Normalizer { get throws(PackError) { try lazyNormalizer.value() } }

  /// Compiles all stages; throws where a rule is wrong.
  public func compile() throws(PackError) {
    _ = try cleaner
    _ = try extractor
    _ = try normalizer
  }
}

/// Something that the user can put right by calling the program otherwise.
public struct UsageError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}

extension StageChain {
  /// The names of the pack's parties by code, for people who read reports.
  public func partyNames() throws -> [String: String] {
    try PartyNames.names(in: pack)
  }
}
