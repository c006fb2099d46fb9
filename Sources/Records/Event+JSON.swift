extension Event {
  /// Writes the event in the contract's key order, without a line end.
  ///
  /// `text` is the article's text that the evidence indexes.
  public func write(to json: inout JSONWriter, text: [UInt8], index: CodePointIndex) {
    json.object { json in
      json.member("id", id)
      writeContent(to: &json, text: text, index: index)
    }
  }

  /// Writes all members but the id, which is made from these bytes.
  public func writeContent(to json: inout JSONWriter, text: [UInt8], index: CodePointIndex) {
    json.key("article")
    json.object { json in
      article.writeMembers(to: &json)
    }
    writeFacts(to: &json)
    json.key("evidence")
    json.array(evidence) { json, evidence in
      json.object { json in
        json.member("start", index.codePoint(atByte: evidence.span.start))
        json.member("end", index.codePoint(atByte: evidence.span.end))
        json.key("text")
        json.string(utf8: text[evidence.span.start..<evidence.span.end])
        json.key("slots")
        json.array(evidence.slots) { $0.string($1) }
        json.member("rule", evidence.rule)
      }
    }
  }

  /// Writes what the event says, from `type` to `sources`.
  public func writeFacts(to json: inout JSONWriter) {
    json.member("type", kind.rawValue)
    json.member("status", status?.rawValue)
    json.member("date", date)
    json.key("transfers")
    json.array(transfers) { $1.write(to: &$0) }
    json.key("including")
    json.array(including) { $1.write(to: &$0) }
    json.member("ordinal", ordinal)
    json.member("place", place)
    json.key("mediators")
    json.array(mediators) { $0.string($1) }
    json.key("sources")
    json.array(sources) { $1.write(to: &$0) }
  }
}

extension Event.Transfer {
  /// Writes a member of `transfers`.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("from", from)
      json.member("to", to)
      json.member("count", count)
      json.member("bound", bound?.rawValue)
      json.member("category", category.rawValue)
    }
  }
}

extension Event.Part {
  /// Writes a member of `including`.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("category", category.rawValue)
      json.member("label", label)
      json.member("count", count)
      json.member("bound", bound?.rawValue)
      json.member("to", to)
    }
  }
}

extension Event.Source {
  /// Writes a member of `sources`.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("role", role)
      json.member("organization", organization)
      json.member("channel", channel)
      json.member("wikidata", wikidata)
    }
  }
}
