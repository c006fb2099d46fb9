import Testing

@testable import Clean

struct PhraseTableTests {
  @Test(arguments: [
    ("Read also: x", "pointer"), ("READ ALSO", "pointer"), ("We read also", nil),
    ("Читайте также: x", "other"), ("ЧИТАЙТЕ ТАКЖЕ", "other"), ("R", nil), ("", nil),
  ])
  func `openings stand at the beginning in any letter case`(text: String, group: String?) {
    var table = PhraseTable(isOpening: true)
    table.add("read also", to: "pointer")
    table.add("Читайте также", to: "other")
    #expect(table.name(Array(text.utf8)[...]) == group)
  }

  @Test func `marks stand anywhere, and the first group of the file wins`() {
    var table = PhraseTable(isOpening: false)
    table.add("getty images", to: "caption")
    table.add("photo", to: "other")
    #expect(table.name(Array("A photo by Getty Images".utf8)[...]) == "caption")
    #expect(table.name(Array("A photo".utf8)[...]) == "other")
  }
}
