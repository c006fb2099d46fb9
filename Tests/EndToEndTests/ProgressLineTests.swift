import Testing

@testable import swapwire

struct ProgressLineTests {
  @Test(arguments: [
    (0, nil, 0, 0, "0 articles"),
    (120, 1000, 2, 2, "120 of 1000 articles, 60 a second, 2 failures, 15 s left"),
    (10, 100_000, 1, 1, "10 of 100000 articles, 10 a second, 1 failure, 2 h 46 min left"),
    (500, 1500, 0, 100, "500 of 1500 articles, 5 a second, 4 min left"),
    (1000, 1000, 0, 10, "1000 of 1000 articles, 100 a second"),
    (70, nil, 0, 7, "70 articles, 10 a second"),
  ])
  func `it tells how far a run has come`(
    done: Int, all: Int?, failures: Int, seconds: Int, text: String
  ) {
    #expect(
      ProgressLine.text(done, of: all, failures: failures, after: .seconds(seconds)) == text)
  }
}
