import Records
import Testing

struct DecimalTextTests {
  @Test(arguments: [
    (1.0, 2, "1.00"), (-0.05, 2, "-0.05"), (-12.345, 2, "-12.35"), (0.004, 2, "0.00"),
    (-0.004, 2, "0.00"), (2.5, 0, "3"), (0.0042, 4, "0.0042"), (.infinity, 2, "0"),
  ])
  func `decimals are fixed`(value: Double, decimals: Int, expected: String) {
    #expect(DecimalText.rounded(value, decimals: decimals) == expected)
  }
}
