import Disk
import Records
import TestSupport
import Testing

@testable import Diff

struct EventDiffTests {
  private typealias Corpus = DiffCorpus

  @Test func `files with the same bytes do not differ`() throws {
    let lines = [Corpus.line(), Corpus.line(path: "b.txt")]
    let (found, summary) = try Corpus().differences(lines, lines)
    #expect(found.isEmpty && summary.isSame)
  }

  @Test func `the order of articles is no difference`() throws {
    let lines = [Corpus.line(), Corpus.line(path: "b.txt")]
    let (found, summary) = try Corpus().differences(lines, lines.reversed())
    #expect(found.isEmpty && summary.isSame && summary.newEvents == 2)
  }

  @Test func `an event that says something else is told slot by slot`() throws {
    #expect(
      try Corpus().text(
        [Corpus.line(), Corpus.line(id: "e-9", type: "talks", date: "2025-05-16", words: "talks")],
        [
          Corpus.line(id: "e-2", date: "2025-05-25", count: 303, words: "303 soldiers"),
          Corpus.line(id: "e-9", type: "talks", date: "2025-05-16", words: "talks"),
        ]) == """
          a.txt
            ~ exchange, completed, 2025-05-25, 303 military RUS→UKR
                date       - 2025-05-24
                           + 2025-05-25
                transfers  - 307 military RUS→UKR
                           + 303 military RUS→UKR
                evidence   1 gone (to-bring-home), 1 new (to-bring-home)
          events: 1 changed, 1 as they were
            by slot: date 1, transfers 1, evidence 1

          """)
  }

  @Test func `what has too little in common was removed and added`() throws {
    #expect(
      try Corpus().text(
        [Corpus.line()],
        [Corpus.line(id: "e-2", type: "talks", date: "2024-01-01", count: 5, words: "talks")])
          == """
          a.txt
            - exchange, completed, 2025-05-24, 307 military RUS→UKR
            + talks, completed, 2024-01-01, 5 military RUS→UKR
          events: 1 added, 1 removed

          """)
  }

  @Test func `evidence that moved is told apart from facts that changed`() throws {
    let (found, summary) = try Corpus().differences(
      [Corpus.line()], [Corpus.line(id: "e-2", offset: 17)])
    #expect(summary.movedEvents == 1 && summary.changedEvents == 0 && !summary.isSame)
    guard case .eventChanged(_, _, let changes) = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(changes.map(\.slot) == [.evidence] && changes[0].isMove)
    let other = try Corpus().text([Corpus.line()], [Corpus.line(id: "e-2", rule: "to-free")])
    #expect(other.contains("evidence   1 gone (to-bring-home), 1 new (to-free)\n"))
  }

  @Test func `events are matched by what they have most in common`() throws {
    let days = (1...5).map { "2025-05-0\($0)" }
    let old = days.enumerated().map { Corpus.line(id: "e-o\($0)", date: $1, count: 100 + $0) }
    let new = days.enumerated().reversed().map {
      Corpus.line(id: "e-n\($0)", date: $1, count: 100 + $0, place: "Chernihiv region")
    }
    let (found, summary) = try Corpus().differences(old, new)
    #expect(summary.changedEvents == 5)
    for difference in found {
      guard case .eventChanged(let old, let new, let changes) = difference else {
        Issue.record("\(difference)")
        continue
      }
      #expect(old.date == new.date && changes.map(\.slot) == [.place])
    }
  }

  @Test func `an article under another path keeps its events`() throws {
    #expect(
      try Corpus().text([Corpus.line(path: "a.txt")], [Corpus.line(path: "sub/a.txt", count: 308)])
        == """
        sub/a.txt
          ~ article
              article    - path a.txt
                         + path sub/a.txt
          ~ exchange, completed, 2025-05-24, 308 military RUS→UKR
              transfers  - 307 military RUS→UKR
                         + 308 military RUS→UKR
        events: 1 changed; articles: 1 told otherwise
          by slot: transfers 1

        """)
  }

  @Test func `slots that are left out are no difference`() throws {
    let (old, new) = ([Corpus.line()], [Corpus.line(date: "2025-05-25", offset: 11)])
    let all = Set(DiffSlot.allCases)
    #expect(
      try Corpus().differences(old, new, slots: all.subtracting([.date, .evidence])).1.isSame)
    #expect(try Corpus().differences(old, new, slots: [.date]).1.slots == [.date: 1])
    #expect(try Corpus().differences(old, [], slots: [.date]).1.isSame)
    #expect(try Corpus().differences(old, [], slots: [.events]).1.removedEvents == 1)
  }

  @Test func `folders are compared with their articles and failures`() throws {
    let corpus = try DiffCorpus()
    func write(_ side: String, clean: [String], failures: [String]) throws {
      try corpus.folder.write("\(side)/events.ndjson", [])
      try corpus.folder.write(
        "\(side)/clean.ndjson",
        clean.map { #"{"id":"a-1","path":"\#($0)"}"# + "\n" }.joined().utf8)
      try corpus.folder.write(
        "\(side)/failures.ndjson",
        failures.map {
          #"{"path":"\#($0)","stage":"fetch","code":"empty","message":"\#(side)"}"# + "\n"
        }.joined().utf8)
    }
    try write("old", clean: ["a", "b"], failures: ["f", "g"])
    try write("new", clean: ["a", "c", "g"], failures: ["f"])
    var lines: [String] = []
    let diff = EventDiff(
      try corpus.side("old"), try corpus.side("new"), slots: Set(DiffSlot.allCases))
    let summary = try diff.run { lines.append("\($0.path) \($0.word)") }
    #expect(lines == ["b removed", "c added", "g removed"])
    #expect(summary.removedFailures == 1 && summary.addedFailures == 0)
  }

  @Test func `a line that is no event is named`() throws {
    #expect(throws: DiffError.self) {
      try Corpus().differences([Corpus.line()], [Corpus.line(), "{\"id\": 1}"])
    }
    do {
      _ = try Corpus().differences([Corpus.line()], [Corpus.line(), "", "{\"id\": 1}"])
    } catch let error as DiffError {
      #expect(
        error.description.hasSuffix("new.ndjson:3: byte 0: no event: it tells no article's path"))
    }
  }

  @Test func `names that differ in normalization alone are two articles`() throws {
    let (old, new) = ([Corpus.line(path: "e\u{301}")], [Corpus.line(path: "\u{E9}")])
    #expect(try Corpus().differences(old + new, new, slots: [.events]).1.removedEvents == 1)
  }

  @Test func `thousands of events on one page are compared all the same`() throws {
    let old = (0..<900).map { Corpus.line(id: "e-\($0)", count: $0) }
    let new = (0..<900).map { Corpus.line(id: "f-\($0)", count: $0 + 1000) }
    #expect(try Corpus().differences(old, new).1.changedEvents == 900)
  }
}
