import Testing

@testable import Normalize

/// Who goes where, and by whose help.
extension EventsTests {
  @Test(arguments: [
    "Ukraine got back 84 captives from Russia on Friday. In return, Russia received 90 soldiers.",
    "Ukraine got back 84 captives from Russia on Friday; 90 were handed over in return.",
    "Ukraine sent 90 captives to Russia on Friday and received 84 in return.",
    "Kyiv handed over 90 prisoners on Friday and brought 84 home.",
  ])
  func `what is given in return goes the other way`(text: String) throws {
    let found = try events(text)
    #expect(found.count == 1 && found[0].hasPrefix("exchange completed 2025-05-23 "), "\(found)")
    #expect(found[0].contains("RUS>UKR:84") && found[0].contains("UKR>RUS:90"), "\(found)")
  }

  @Test(arguments: [
    "Russia handed over 1,000 bodies to Ukraine on Friday and got 31 back.",
    "Russia turned over the remains of 1,000 Ukrainian soldiers on Friday and received 31 bodies of its own.",
  ])
  func `bodies go both ways`(text: String) throws {
    #expect(try events(text) == ["remains completed 2025-05-23 RUS>UKR:1000 UKR>RUS:31"])
  }

  @Test func `captives are sent, soldiers go to war`() throws {
    #expect(
      try events("Belarus sent 12 Ukrainian prisoners to Kyiv on Friday. They were captives.")
        == ["release completed 2025-05-23 BLR>UKR:12"])
    #expect(try events("Pyongyang sent 12 soldiers to Russia on Friday. Prisoners are few.") == [])
  }

  @Test(arguments: [
    "The exchange was mediated by the United Arab Emirates and the Vatican.",
    "The United Arab Emirates and the Vatican mediated the exchange.",
  ])
  func `states and organizations mediate together`(text: String) throws {
    let found = try events("Ukraine and Russia swapped 84 captives each on Friday. " + text)
    #expect(found == ["exchange completed 2025-05-23 RUS>UKR:84 UKR>RUS:84 ~ARE,VAT"])
  }

  @Test(arguments: [
    "In October 2019, the Houthis freed 290 detainees from the government side. Yemen is at war.",
    "In October 2019, the rebels freed 290 government detainees. Yemen's Houthis hold more.",
  ])
  func `the sides of a war against rebels`(text: String) throws {
    #expect(try events(text).first == "release completed 2019-10 houthis>YEM:290")
  }

  /// What reporters write around an event.
  private static let filler = String(
    repeating: " It rained all day, and those who had come with umbrellas lent them to others.",
    count: 6)

  @Test(arguments: [
    """
    A judge on Thursday released 22 people who had been detained at a demonstration, but ordered that three \
    others remain in custody until trial. The prisons hold 9,877 inmates.
    """,
    "In the film twelve prisoners are exchanged for a professor. Forty-four prisoners were swapped in the last one.",
  ])
  func `an article without sides tells of no exchange`(body: String) throws {
    #expect(try events(body + Self.filler).isEmpty)
  }

  @Test func `sides that are named anywhere are enough, and a note needs none`() throws {
    let swap = "Some 206 prisoners of war were swapped on Friday."
    #expect(try events(swap + " Kyiv and Moscow said more would follow." + Self.filler).count == 1)
    #expect(try events(swap).count == 1)
  }
}
