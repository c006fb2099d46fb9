internal import Clean
public import Disk
internal import Extract
internal import Fetch
internal import Normalize
public import Packs
internal import Records

/// The four stages, compiled from one pack.
///
/// Immutable: any number of threads may use it.
///
/// A class, so that its layout does not depend on types that importers of this module never see.
public final class StageChain: Sendable {
  /// The pack's name and version, and the languages that it reads.
  public let pack: Pack
  let fetcher: Fetcher
  let cleaner: Cleaner
  let extractor: Extractor
  let normalizer: Normalizer

  /// Compiles the stages; throws where the pack is wrong.
  ///
  /// - Parameters:
  ///   - folder: A pack's folder; nil for the pack that is built in.
  ///   - charset: A WHATWG label that overrides what pages declare.
  public init(folder: DiskPath?, charset: String?) throws {
    let pack =
      try folder.map { folder throws(PackError) in try Pack(folder: folder) } ?? .embedded()
    guard let fetcher = Fetcher(charset: charset) else {
      throw UsageError("unknown charset \"\(charset ?? "")\"; try utf-8 or windows-1251")
    }
    self.pack = pack
    self.fetcher = fetcher
    cleaner = try Cleaner(pack)
    extractor = try Extractor(pack)
    normalizer = try Normalizer(pack)
  }
}

/// Something that the user can put right by calling the program otherwise.
public struct UsageError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}
