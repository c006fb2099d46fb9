import Markup
import Testing

@testable import Clean

struct CueTableTests {
  private func cues(_ attribute: String) -> [String] {
    var table = CueTable()
    table.add("related", to: "one")
    table.add("reklam*", to: "two")
    table.add("read more", to: "three")
    let page = PageParser.parse(Array("<p \(attribute)>x".utf8))
    let found = table.cues(in: page).reduce(into: CueSet()) { $0.formUnion($1) }
    return table.groups.filter { found.contains(table.bit($0)) }
  }

  @Test(arguments: [
    ("class='related-posts'", ["one"]), ("id=RelatedPosts", ["one"]), ("class=unrelated", []),
    ("class=relatedposts", []), ("class='my_reklamBox'", ["two"]), ("class=readMore", ["three"]),
    ("class='read more'", []), ("class='read_more box'", ["three"]), ("title=related", []),
    ("data-component=related role=x", ["one"]),
  ])
  func `cues are words, beginnings and pairs of class, id and role`(
    attribute: String, groups: [String]
  ) {
    #expect(cues(attribute) == groups)
  }
}
