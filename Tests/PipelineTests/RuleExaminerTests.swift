import Testing

@testable import Pipeline

struct RuleExaminerTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `rules are listed with kind, place and examples`() throws {
    let pack = try SmallPack()
    #expect(
      text(try RuleExaminer(try pack.chain(), isJSON: false).list()) == """
        soldiers  people  en  people.yaml:5  1 finds, 1 not
        horses    people  en  people.yaml:9  0 finds, 0 not

        """)
    #expect(
      text(try RuleExaminer(try pack.chain(), isJSON: true).list()) == """
        {"rule":"soldiers","kind":"people","language":"en","file":"people.yaml","line":5,"finds":1,"not":1}
        {"rule":"horses","kind":"people","language":"en","file":"people.yaml","line":9,"finds":0,"not":0}

        """)
  }

  @Test func `examples that are met are only counted`() throws {
    let pack = try SmallPack()
    let outcome = try RuleExaminer(try pack.chain(), isJSON: false).test(listsMissing: false)
    #expect(outcome.isMet)
    #expect(outcome.output == [])
    #expect(
      outcome.summary == "2 examples of 1 rules: all met; of 2 rules 1 without finds, "
        + "1 without not (--missing lists them)")
  }

  @Test func `failures and rules without examples are told with their places`() throws {
    let pack = try SmallPack(not: "5 soldiers ran")
    let outcome = try RuleExaminer(try pack.chain(), isJSON: false).test(listsMissing: true)
    #expect(!outcome.isMet)
    #expect(
      text(outcome.output) == """
        people.yaml:8: soldiers: finds "5 soldiers", must find nothing in "5 soldiers ran"
        people.yaml:9: horses: no finds, no not

        """)
    #expect(
      outcome.summary
        == "1 of 2 examples failed; of 2 rules 1 without finds, 1 without not")
    #expect(
      text(try RuleExaminer(try pack.chain(), isJSON: true).test(listsMissing: true).output)
        == #"{"rule":"soldiers","language":"en","file":"people.yaml","line":8,"#
        + #""message":"finds \"5 soldiers\", must find nothing","text":"5 soldiers ran"}"#
        + "\n"
        + #"{"rule":"horses","kind":"people","language":"en","file":"people.yaml","line":9,"#
        + #""missing":["finds","not"]}"# + "\n")
  }
}
