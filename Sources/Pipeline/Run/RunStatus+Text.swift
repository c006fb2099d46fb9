internal import Records

/// A status in words and as JSON.
extension RunStatus {
  /// Lines for people, each with its line end.
  ///
  /// - Parameter shown: How many paths are told of each kind; nil for all.
  public func text(shown: Int?) -> String {
    var lines: [String] = []
    let counts = [
      ("new", paths[.new]), ("changed", paths[.changed]), ("removed", removed),
      ("unreadable", paths[.unreadable]), ("unchanged but to be done again", paths[.unchanged]),
    ]
    let told = counts.compactMap { name, paths in
      paths.flatMap { $0.isEmpty ? nil : "\($0.count) \(name)" }
    }
    lines.append(
      "\(articles) article\(articles == 1 ? "" : "s")"
        + (told.isEmpty ? ", none to work on" : "; " + told.joined(separator: ", ")))
    lines += causes.map { "  \($0)" }
    for (mark, paths) in [
      ("+", paths[.new]), ("~", paths[.changed]), ("-", removed), ("!", paths[.unreadable]),
    ] {
      let paths = paths ?? []
      lines += paths.prefix(shown ?? paths.count).map { "  \(mark) \($0)" }
      if let shown, paths.count > shown {
        lines.append("  \(mark) … and \(paths.count - shown) more")
      }
    }
    if isUpToDate {
      lines.append("up to date: a run would change nothing")
    } else {
      let work = stages.sorted { $0.key < $1.key }.map { stage, count in
        "\(count) from \(stage == .clean ? "fetch" : stage.rawValue) on"
      }
      lines.append(
        "a run would work on "
          + (work.isEmpty ? "no article and write the files anew" : work.joined(separator: ", ")))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// One object with its line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("upToDate", isUpToDate)
      json.member("articles", articles)
      json.key("stages")
      json.object { json in
        for (stage, count) in stages.sorted(by: { $0.key < $1.key }) {
          json.dynamicKey(stage.rawValue)
          json.integer(count)
        }
      }
      json.key("causes")
      json.array(causes) { $0.string($1) }
      for reason in Reason.allCases {
        json.dynamicKey(reason.rawValue)
        json.array(paths[reason] ?? []) { $0.string($1) }
      }
      json.key("removed")
      json.array(removed) { $0.string($1) }
    }
    json.endLine()
    return json.bytes
  }
}
