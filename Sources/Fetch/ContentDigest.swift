internal import CCrypto

/// SHA-256 (FIPS 180-4), by the system's libcrypto.
public enum ContentDigest {
  /// 64 hexadecimal digits.
  ///
  /// Not by the library's function for this, which reads configuration files and sets up all algorithms first.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = Stream()
    digest.add(bytes)
    return digest.text
  }

  /// A digest of bytes that come one after the other.
  public struct Stream: Sendable {
    private var context = SHA256_CTX()

    /// Begins without bytes.
    public init() { _ = unsafe SHA256_Init(&context) }

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) {
      _ = unsafe SHA256_Update(&context, bytes, bytes.count)
    }

    /// 64 hexadecimal digits of all bytes so far.
    public var text: String {
      var context = context
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
      _ = unsafe SHA256_Final(&digest, &context)
      return ContentDigest.hexadecimal(digest)
    }
  }

  private static func hexadecimal(_ digest: [UInt8]) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
