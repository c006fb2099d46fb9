internal import Fetch
internal import Packs
internal import Records

/// Writes `run.json`: what the run was made with and what came of it.
///
/// It holds no time, no path of the machine and no number of threads, so that the same input and
/// rules give the same bytes.
struct RunRecord {
  let pack: Pack
  let options: RunOptions
  let summary: RunSummary
  /// SHA-256 of the lines `PATH TAB ID` of all articles that were read.
  let inputDigest: String

  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("tool", "swapwire")
      json.member("version", Version.current)
      json.key("pack")
      json.object { json in
        json.member("name", pack.name)
        json.member("version", pack.version)
        json.member("digest", pack.digest)
      }
      json.key("inputs")
      json.object { json in
        json.member("articles", summary.articles)
        json.member("digest", inputDigest)
      }
      json.key("options")
      json.object { json in
        json.member("charset", options.charset)
        json.member("to", options.to.rawValue)
        json.key("keep")
        json.array(options.keep.sorted()) { $0.string($1.rawValue) }
        json.member("strict", options.strict)
      }
      json.key("stages")
      json.object { json in
        var entering = summary.articles
        for stage in Stage.allCases where stage <= options.to {
          let failed = summary.failures[stage] ?? 0
          json.dynamicKey(stage.rawValue)
          json.object { json in
            json.member("articles", entering)
            json.member("failures", failed)
            writeCounts(of: stage, to: &json)
          }
          entering -= failed
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func writeCounts(of stage: Stage, to json: inout JSONWriter) {
    switch stage {
    case .fetch, .clean: break
    case .extract:
      json.member("mentions", summary.mentions)
      json.member("candidates", summary.candidates)
      json.key("languagesWithoutRules")
      json.object { json in
        for (language, count) in summary.unread.sorted(by: { $0.key < $1.key }) {
          json.dynamicKey(language)
          json.integer(count)
        }
      }
    case .normalize:
      json.member("events", summary.events)
      json.member("articlesWithEvents", summary.articlesWithEvents)
    }
  }
}

/// The program's version.
public enum Version {
  /// Semantic version; part of `run.json`.
  public static let current = "0.1.0"

  /// The program's version and that of the pack that is built in.
  public static func withPack() throws -> String {
    let pack = try Pack.embedded()
    return "swapwire \(current), pack \(pack.name) \(pack.version)"
  }
}
