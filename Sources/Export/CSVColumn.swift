internal import Records

/// A column of the table of transfers.
struct CSVColumn {
  /// The heading.
  let name: String
  /// The HXL hashtag with its attributes (Humanitarian Exchange Language 1.1).
  let tag: String
  /// The cell of an event and one of its transfers; nil where nothing is told.
  let cell: @Sendable (EventLine, Event.Transfer?) -> String?

  /// In the order of the table: what people read first, what machines need last.
  static let all: [CSVColumn] = [
    CSVColumn("event_id", "#event+id") { event, _ in event.id },
    CSVColumn("transfer", "#meta+num+transfer") { event, transfer in
      transfer.flatMap { event.transfers.firstIndex(of: $0) }.map { String($0 + 1) }
    },
    CSVColumn("type", "#event+type") { event, _ in event.kind.rawValue },
    CSVColumn("status", "#status+event") { event, _ in event.status?.rawValue },
    CSVColumn("date", "#date+event") { event, _ in event.date },
    CSVColumn("from", "#country+code+origin") { _, transfer in transfer?.from },
    CSVColumn("to", "#country+code+dest") { _, transfer in transfer?.to },
    CSVColumn("count", "#affected+ind+num") { _, transfer in transfer?.count.map(String.init) },
    CSVColumn("bound", "#affected+bound") { _, transfer in transfer?.bound?.rawValue },
    CSVColumn("category", "#affected+type") { _, transfer in transfer?.category.rawValue },
    CSVColumn("ordinal", "#event+num+ordinal") { event, _ in event.ordinal.map(String.init) },
    CSVColumn("place", "#loc+name") { event, _ in event.place },
    CSVColumn("mediators", "#org+code+list+mediator") { event, _ in
      event.mediators.isEmpty ? nil : event.mediators.joined(separator: "; ")
    },
    CSVColumn("source", "#meta+source+name+list") { event, _ in
      let names = event.sources.compactMap { $0.name ?? $0.organization ?? $0.channel }
      return names.isEmpty ? nil : names.joined(separator: "; ")
    },
    CSVColumn("words", "#description+quote") { event, _ in
      var spans: Set<Range<Int>> = []
      return event.evidence.filter { spans.insert($0.start..<$0.end).inserted }.map(\.text)
        .joined(separator: " … ")
    },
    CSVColumn("article_title", "#meta+title+article") { event, _ in event.article.title },
    CSVColumn("article_published", "#date+published") { event, _ in event.article.published },
    CSVColumn("article_language", "#meta+lang+article") { event, _ in event.article.language },
    CSVColumn("article_url", "#meta+url+article") { event, _ in event.article.url },
    CSVColumn("article_path", "#meta+path+article") { event, _ in event.article.path },
    CSVColumn("article_id", "#meta+id+article") { event, _ in event.article.id },
    CSVColumn("including_json", "#meta+json+including") { event, _ in
      json(event.including) { $1.write(to: &$0) }
    },
    CSVColumn("sources_json", "#meta+json+sources") { event, _ in
      json(event.sources) { $1.write(to: &$0) }
    },
    CSVColumn("evidence_json", "#meta+json+evidence") { event, _ in
      json(event.evidence) { $1.write(to: &$0) }
    },
  ]

  private init(
    _ name: String, _ tag: String,
    _ cell: @escaping @Sendable (EventLine, Event.Transfer?) -> String?
  ) {
    (self.name, self.tag, self.cell) = (name, tag, cell)
  }

  /// A list of the event as it stands in its line.
  private static func json<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) -> String {
    var json = JSONWriter()
    json.array(elements, write)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
