import Testing

/// Swaps that are told as two moves, and sums told apart from their sides.
extension EventsTests {
  @Test(arguments: [
    "In May 2016 Iran freed four American prisoners, and the United States pardoned seven Iranians.",
    "In May 2016 seven Iranians were pardoned by the US, while Iran released four American prisoners.",
  ])
  func `two moves of one sentence are a swap`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1 && found[0].hasPrefix("exchange completed 2016-05 "), "\(found)")
    #expect(found[0].contains("IRN>USA:4") && found[0].contains("USA>IRN:7"), "\(found)")
  }

  @Test func `living people for bodies are a swap`() throws {
    let text =
      "Hezbollah handed over the bodies of two soldiers in July 2008 and Israel returned five prisoners."
    #expect(try events(text) == ["exchange completed 2008-07 hezbollah>ISR:2 ISR>LBN:5"])
  }

  @Test func `who stands between an and and a verb does what it says`() throws {
    let text =
      "Four prisoners were let go by Iran and the United States freed seven Iranians on Friday."
    let found = try events(text)
    #expect(found.count == 1 && found[0].contains("IRN>USA:4"), "\(found)")
    #expect(found.first?.contains("USA>IRN:7") == true, "\(found)")
  }

  @Test func `a sum of both ways is the event that tells each`() throws {
    let body = """
      Yemen's government and the Houthis agreed on Tuesday to exchange about 2,900 detainees. \
      The government is to receive 1,200 of its people and the Houthis 1,700 of theirs.
      """
    #expect(try events(body) == ["exchange agreed - houthis>YEM:1200 YEM>houthis:1700"])
  }

  @Test func `a period behind what the people did is that of the count`() throws {
    let text =
      "Belarus has released more than 300 people convicted of extremism since July 2024. They were prisoners."
    #expect(try events(text) == ["tally - 2024-07/.. BLR>?:300 at_least"])
  }

  @Test(arguments: [
    "Hamas freed 20 Israeli hostages on Friday and Israel released nearly 2,000 Palestinian prisoners. Israel "
      + "released 250 prisoners and 1,718 people detained in Gaza."
  ])
  func `parts of a rounded number add up to about it`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1 && found[0].hasSuffix("(people 250) (people 1718)"), "\(found)")
  }

  @Test func `a state of things is told for a day`() throws {
    let text = "As of May 1, India held 391 Pakistani prisoners. India and Pakistan are at odds."
    #expect(try events(text) == ["held - 2025-05-01 IND>PAK:391"])
  }
}
