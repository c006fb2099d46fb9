internal import Records

/// Differences as NDJSON: a line each, then one with the summary.
///
/// Every line has `difference`: `event_added`, `event_removed` (with `event`), `event_changed` (with
/// `oldId`, `newId`, `evidenceOnly`, `changes`), `article_added`, `article_removed`, `article_changed`
/// (with `changes`), `failure_added`, `failure_removed` (with `failure`) or `summary`; all but the last
/// have `path`. A change is `{"slot", "removed", "added"}` with the values as events have them.
public struct JSONReport: DiffReport {
  /// Makes a report.
  public init() {}

  /// The difference's line.
  public mutating func add(_ difference: Difference) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("difference", difference.name)
      json.member("path", difference.path)
      switch difference {
      case .articleAdded, .articleRemoved: break
      case .failureAdded(let failure), .failureRemoved(let failure):
        json.key("failure")
        failure.write(to: &json)
      case .eventAdded(let event), .eventRemoved(let event):
        json.key("event")
        event.write(to: &json)
      case .eventChanged(let old, let new, _):
        json.member("oldId", old.id)
        json.member("newId", new.id)
        json.member("evidenceOnly", difference.word != "changed")
        Self.write(difference.changes, &json)
      case .articleChanged: Self.write(difference.changes, &json)
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The summary's line.
  public mutating func end(_ summary: DiffSummary) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("difference", "summary")
      json.member("same", summary.isSame)
      json.key("events")
      json.object { json in
        json.member("old", summary.oldEvents)
        json.member("new", summary.newEvents)
        json.member("added", summary.addedEvents)
        json.member("removed", summary.removedEvents)
        json.member("changed", summary.changedEvents)
        json.member("evidenceOnly", summary.movedEvents)
      }
      json.key("articles")
      json.object { json in
        json.member("added", summary.addedArticles)
        json.member("removed", summary.removedArticles)
        json.member("changed", summary.changedArticles)
      }
      json.key("failures")
      json.object { json in
        json.member("added", summary.addedFailures)
        json.member("removed", summary.removedFailures)
      }
      json.key("slots")
      json.object { json in
        for (slot, count) in summary.slots.sorted(by: { $0.key < $1.key }) {
          json.dynamicKey(slot.rawValue)
          json.integer(count)
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ changes: [SlotChange], _ json: inout JSONWriter) {
    json.key("changes")
    json.array(changes) { json, change in
      json.object { json in
        json.member("slot", change.slot.rawValue)
        json.key("removed")
        json.array(change.removed) { $0.raw($1.json) }
        json.key("added")
        json.array(change.added) { $0.raw($1.json) }
      }
    }
  }
}

extension Difference {
  fileprivate var name: String {
    switch self {
    case .articleAdded: "article_added"
    case .articleRemoved: "article_removed"
    case .articleChanged: "article_changed"
    case .failureAdded: "failure_added"
    case .failureRemoved: "failure_removed"
    case .eventAdded: "event_added"
    case .eventRemoved: "event_removed"
    case .eventChanged: "event_changed"
    }
  }
}

extension EventLine {
  /// Writes the event as its line has it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      writeFacts(to: &json)
      writeEvidence(to: &json)
    }
  }
}
