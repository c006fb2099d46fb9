/// Decimal numbers as text, in the same form on every machine.
public enum DecimalText {
  /// A number with a fixed count of decimals, rounded half away from zero; what is no number is "0".
  ///
  /// - Parameters:
  ///   - value: Less than 2^63 after its point is moved.
  ///   - decimals: Digits behind the point.
  public static func rounded(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "0" }
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((value * Double(scale)).rounded())
    let sign = whole < 0 ? "-" : ""
    guard decimals > 0 else { return String(whole) }
    let digits = String(abs(whole) % scale)
    return sign + "\(abs(whole) / scale)."
      + String(repeating: "0", count: decimals - digits.count) + digits
  }
}
