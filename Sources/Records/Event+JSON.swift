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
    json.array(transfers) { json, transfer in
      json.object { json in
        json.member("from", transfer.from)
        json.member("to", transfer.to)
        json.member("count", transfer.count)
        json.member("bound", transfer.bound?.rawValue)
        json.member("category", transfer.category.rawValue)
      }
    }
    json.key("including")
    json.array(including) { json, part in
      json.object { json in
        json.member("category", part.category.rawValue)
        json.member("label", part.label)
        json.member("count", part.count)
        json.member("bound", part.bound?.rawValue)
        json.member("to", part.to)
      }
    }
    json.member("ordinal", ordinal)
    json.member("place", place)
    json.key("mediators")
    json.array(mediators) { $0.string($1) }
    json.key("sources")
    json.array(sources) { json, source in
      json.object { json in
        json.member("name", source.name)
        json.member("role", source.role)
        json.member("organization", source.organization)
        json.member("channel", source.channel)
        json.member("wikidata", source.wikidata)
      }
    }
  }
}
