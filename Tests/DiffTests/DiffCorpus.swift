import Disk
import TestSupport

@testable import Diff

/// Two files of events on disk, written from short descriptions.
struct DiffCorpus {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A line of `events.ndjson`.
  static func line(
    path: String = "a.txt", article: String = "a-1", title: String = "T", id: String = "e-1",
    type: String = "exchange", date: String? = "2025-05-24", count: Int = 307,
    place: String? = nil, offset: Int = 10, words: String = "307 soldiers",
    rule: String = "to-bring-home"
  ) -> String {
    func text(_ value: String?) -> String { value.map { "\"\($0)\"" } ?? "null" }
    return #"{"id":"\#(id)","article":{"id":"\#(article)","path":"\#(path)","url":null,"#
      + #""title":"\#(title)","published":null,"language":"en"},"type":"\#(type)","#
      + #""status":"completed","date":\#(text(date)),"transfers":[{"from":"RUS","to":"UKR","#
      + #""count":\#(count),"bound":"exact","category":"military"}],"including":[],"#
      + #""ordinal":null,"place":\#(text(place)),"mediators":[],"sources":[],"#
      + #""evidence":[{"start":\#(offset),"end":\#(offset + words.count),"text":"\#(words)","#
      + #""slots":["transfers"],"rule":"\#(rule)"}]}"#
  }

  /// Everything that differs, and the counts.
  func differences(
    _ old: [String], _ new: [String], slots: Set<DiffSlot> = Set(DiffSlot.allCases)
  ) throws -> ([Difference], DiffSummary) {
    try folder.write("old.ndjson", old.map { $0 + "\n" }.joined().utf8)
    try folder.write("new.ndjson", new.map { $0 + "\n" }.joined().utf8)
    var found: [Difference] = []
    let summary = try EventDiff(side("old.ndjson"), side("new.ndjson"), slots: slots).run {
      found.append($0)
    }
    return (found, summary)
  }

  func side(_ name: String) throws -> EventSide {
    try EventSide(folder.path.appending(DiskPath(name)))
  }

  /// The differences as text.
  func text(
    _ old: [String], _ new: [String], slots: Set<DiffSlot> = Set(DiffSlot.allCases)
  ) throws -> String {
    let (found, summary) = try differences(old, new, slots: slots)
    var report = TextReport(isColored: false)
    return found.map { report.add($0) }.joined() + report.end(summary)
  }
}
