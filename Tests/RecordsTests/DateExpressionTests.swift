import Records
import Testing

struct DateExpressionTests {
  @Test(arguments: [
    "2025-05-24", "XXXX-XX-24", "197X", "today", "told", "easter", "orthodox-easter",
    "weekday(6)", "week(31)", "unit(week,-1)", "shift(told,-2,week)", "day(today)",
    "in(XXXX-05,unit(year,1))", "nth(-1,weekday(1),XXXX-03)", "nth(3,week,2025)",
    "coming(weekday(5),2)", "past(easter,1)", "range(2014,2018)", "since(2022-02-24)",
    "until(2025)", "after(2010)", "before(2010)", "lasting(today,3,day)", "last(2,week)",
    "next(3,day)", "latest(2,day)", "whole(week,XXXX-10-07)", "eve(XXXX-08-24)",
    "part(early,2025-05)",
  ])
  func `an expression's text leads back to it`(text: String) throws {
    #expect(try #require(DateExpression(text)).description == text)
  }

  @Test(arguments: [
    "", "2025-5-24", "Monday", "weekday(8)", "unit(fortnight,1)", "shift(today,x,day)", "in(2025)",
    "range(2014,2018", "nth(0,day,2025)", "part(soon,2025)", "today)",
  ])
  func `what is none is told`(text: String) {
    #expect(DateExpression(text) == nil)
  }

  @Test func `a negated negative counts forward`() {
    #expect(DateExpression("unit(day,--2)") == .unit(.day, 2))
  }
}
