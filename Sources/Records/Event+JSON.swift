extension Event {
  /// Writes the event in the contract's key order, without a line end.
  ///
  /// `text` is the article's text that the evidence indexes.
  public func write(to json: inout JSONWriter, text: [UInt8], index: CodePointIndex) {
    json.object { json in
      json.key("id")
      json.string(id)
      writeContent(to: &json, text: text, index: index)
    }
  }

  /// Writes all members but the id, which is made from these bytes.
  public func writeContent(to json: inout JSONWriter, text: [UInt8], index: CodePointIndex) {
    json.key("article")
    json.object { json in
      json.key("id")
      json.string(article.id)
      json.key("path")
      json.string(article.path)
      json.key("url")
      json.string(article.url)
      json.key("title")
      json.string(article.title)
      json.key("published")
      json.string(article.published)
      json.key("language")
      json.string(article.language)
    }
    writeFacts(to: &json)
    json.key("evidence")
    json.array(evidence) { json, evidence in
      json.object { json in
        json.key("start")
        json.integer(index.codePoint(atByte: evidence.span.start))
        json.key("end")
        json.integer(index.codePoint(atByte: evidence.span.end))
        json.key("text")
        json.string(utf8: text[evidence.span.start..<evidence.span.end])
        json.key("slots")
        json.array(evidence.slots) { $0.string($1) }
        json.key("rule")
        json.string(evidence.rule)
      }
    }
  }

  /// Writes what the event says, from `type` to `sources`.
  public func writeFacts(to json: inout JSONWriter) {
    json.key("type")
    json.string(kind.rawValue)
    json.key("status")
    json.string(status?.rawValue)
    json.key("date")
    json.string(date)
    json.key("transfers")
    json.array(transfers) { json, transfer in
      json.object { json in
        json.key("from")
        json.string(transfer.from)
        json.key("to")
        json.string(transfer.to)
        json.key("count")
        json.integer(transfer.count)
        json.key("bound")
        json.string(transfer.bound?.rawValue)
        json.key("category")
        json.string(transfer.category.rawValue)
      }
    }
    json.key("including")
    json.array(including) { json, part in
      json.object { json in
        json.key("category")
        json.string(part.category.rawValue)
        json.key("label")
        json.string(part.label)
        json.key("count")
        json.integer(part.count)
        json.key("bound")
        json.string(part.bound?.rawValue)
        json.key("to")
        json.string(part.to)
      }
    }
    json.key("ordinal")
    json.integer(ordinal)
    json.key("place")
    json.string(place)
    json.key("mediators")
    json.array(mediators) { $0.string($1) }
    json.key("sources")
    json.array(sources) { json, source in
      json.object { json in
        json.key("name")
        json.string(source.name)
        json.key("role")
        json.string(source.role)
        json.key("organization")
        json.string(source.organization)
        json.key("channel")
        json.string(source.channel)
        json.key("wikidata")
        json.string(source.wikidata)
      }
    }
  }
}
