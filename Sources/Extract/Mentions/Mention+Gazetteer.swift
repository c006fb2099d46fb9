internal import Records

extension Mention {
  /// The mention of a gazetteer's name.
  init(_ kind: Kind, named entry: LexicalEntry, at span: TextSpan, isAdjective: Bool = false) {
    self.init(
      kind: kind, span: span, value: entry.value,
      rule: isAdjective ? "gazetteer-adjective" : "gazetteer")
    party = entry.name?.party
    wikidata = entry.name?.wikidata
    role = entry.name?.role
  }
}
