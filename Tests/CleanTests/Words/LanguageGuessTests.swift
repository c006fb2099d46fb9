import Packs
import Testing

@testable import Clean

struct LanguageGuessTests {
  @Test(arguments: [
    ("The soldiers were in the hands of the enemy.", "en"),
    ("Додому повернулися 307 бійців, їх чекали.", "uk"),
    ("Все они были возвращены, их ждали дома.", "ru"),
    ("Die Soldaten sind nach Hause gekommen und wurden begrüßt.", "de"),
    ("12345", "und"),
    ("Ukrajina a Rusko si v sobotu vyměnily stovky válečných zajatců, uvedly úřady.", "und"),
    ("日曜日に声明を発表した。", "und"),
  ])
  func `a language is told by script, letters and frequent words`(text: String, expected: String)
    throws
  {
    let guess = LanguageGuess(profiles: try CleaningRules(Pack.embedded()).languages)
    #expect(guess.language(of: text) == expected)
  }
}
