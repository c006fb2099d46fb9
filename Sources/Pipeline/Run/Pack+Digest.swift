internal import Fetch
internal import Packs

extension Pack {
  /// SHA-256 of all files, each behind its path, with NUL behind both.
  var digest: String {
    var digest = ContentDigest.Stream()
    for (path, text) in contents {
      digest.add(Array(path.utf8) + [0])
      digest.add(Array(text.utf8))
      digest.add([0])
    }
    return digest.text
  }
}
