/// A number as news writes it: exact for digits and scales, fifteen digits for fractions like a third.
struct DecimalNumber: Hashable, Sendable {
  /// The value is `mantissa` times ten to the `exponent`, which is never above zero.
  private(set) var mantissa: Int
  private(set) var exponent: Int

  init(_ integer: Int) {
    self.init(mantissa: integer, exponent: 0)
  }

  private init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
    while self.exponent < 0, self.mantissa % 10 == 0 {
      self.mantissa /= 10
      self.exponent += 1
    }
  }

  /// From runs of ASCII digits; nil where they are more than a number of news can have.
  init?(whole: some Sequence<UInt8>, fraction: some Sequence<UInt8>) {
    var mantissa = 0
    var exponent = 0
    func append(_ byte: UInt8) -> Bool {
      let (shifted, isOver) = mantissa.multipliedReportingOverflow(by: 10)
      mantissa = shifted &+ Int(byte &- 0x30)
      return !isOver && mantissa <= Self.greatestMantissa
    }
    for byte in whole where !append(byte) { return nil }
    for byte in fraction {
      guard append(byte) else { break }
      exponent -= 1
    }
    self.init(mantissa: mantissa, exponent: exponent)
  }

  /// Of what is above no text means a number.
  private static let greatestMantissa = 999_999_999_999_999_999

  /// The value where it is whole.
  var integer: Int? { exponent == 0 ? mantissa : nil }

  /// The value, rounded as `Double` does.
  var double: Double {
    var power = 1.0
    for _ in exponent..<0 { power *= 10 }
    return Double(mantissa) / power
  }

  var negated: DecimalNumber { DecimalNumber(mantissa: -mantissa, exponent: exponent) }

  /// The sum; nil where it is beyond all measure.
  func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let low = min(exponent, other.exponent)
    guard let left = scaled(to: low), let right = other.scaled(to: low) else { return nil }
    let (sum, isOver) = left.addingReportingOverflow(right)
    guard !isOver, sum.magnitude <= Self.greatestMantissa else { return nil }
    return DecimalNumber(mantissa: sum, exponent: low)
  }

  /// The product; nil where it is beyond all measure.
  func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, isOver) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    if exponent < 0, isOver || product.magnitude > Self.greatestMantissa {
      return DecimalNumber(rounding: double * other.double)
    }
    guard !isOver, product.magnitude <= Self.greatestMantissa else { return nil }
    return DecimalNumber(mantissa: product, exponent: exponent + other.exponent)
  }

  /// The quotient with fifteen digits; nil for a divisor of zero.
  func divided(by other: DecimalNumber) -> DecimalNumber? {
    guard other.mantissa != 0 else { return nil }
    return DecimalNumber(rounding: double / other.double)
  }

  /// Fifteen digits of a fraction; nil beyond all measure.
  private init?(rounding value: Double) {
    guard value != 0 else {
      self.init(0)
      return
    }
    var power = 1.0
    var exponent = 0
    while abs(value) * power < 1e14 {
      power *= 10
      exponent -= 1
    }
    guard abs(value) * power < 1e17 else { return nil }
    self.init(mantissa: Int((value * power).rounded()), exponent: exponent)
  }

  /// The number itself where it is whole but for the fifteenth digit of a third.
  var rounded: DecimalNumber {
    let nearest = double.rounded()
    return abs(double - nearest) < 1e-9 * abs(nearest) ? DecimalNumber(Int(nearest)) : self
  }

  private func scaled(to low: Int) -> Int? {
    var value = mantissa
    for _ in 0..<exponent - low {
      let (product, isOver) = value.multipliedReportingOverflow(by: 10)
      if isOver { return nil }
      value = product
    }
    return value
  }

  /// Decimal digits: `1200`, `-0.5`.
  var text: String {
    guard exponent < 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: exponent)
    return (mantissa < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}
