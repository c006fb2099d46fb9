/// Chooses an article's headline among what the page says it is.
///
/// JSON-LD, then `og:title`, then the part of the title element that also stands in the page, then the
/// first heading, then the title element; the name of the site is cut off where the page itself shows
/// that it is none of the headline.
struct TitleChooser {
  let linked: JSONLinkedData
  let witnesses: PageWitnesses
  let blocks: BlockList

  var title: String? {
    for candidate in [linked.headline, witnesses.meta["og:title"]] {
      if let title = candidate.map({ BlockText.collapsed($0) }), !title.isEmpty {
        return withoutSite(title)
      }
    }
    return partInPage
      ?? [
        witnesses.headings.first, witnesses.titleElement, witnesses.meta["twitter:title"],
        witnesses.meta["title"],
      ].lazy.compactMap { $0 }.map { BlockText.collapsed($0) }.first { !$0.isEmpty }.map(
        withoutSite)
  }

  /// Longer titles are no headlines, and taking them apart would cost too much.
  private static let limit = 1000

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " « ", " • ", " · ", "|"]

  /// Of "Site :: Headline" the longest part that stands as a block of its own in the page.
  private var partInPage: String? {
    guard let title = witnesses.titleElement, title.utf8.count < Self.limit else { return nil }
    var cuts = [title.startIndex..<title.startIndex, title.endIndex..<title.endIndex]
    for separator in Self.separators + [": "] { cuts += title.ranges(of: separator) }
    guard (3..<10).contains(cuts.count) else { return nil }
    let standing = Set(
      blocks.blocks.lazy.filter { $0.text.count < 400 }.map { PhraseTable.hash(blocks.words($0)) })
    var best: Substring?
    for from in cuts {
      for to in cuts where from.upperBound < to.lowerBound {
        let part = title[from.upperBound..<to.lowerBound]
        guard part.utf8.count > best?.utf8.count ?? 0 else { continue }
        let words = TextCollector.words(of: part)
        if !words.isEmpty, standing.contains(PhraseTable.hash(words[...])) { best = part }
      }
    }
    guard let best else { return nil }
    if best.utf8.count * 2 >= title.utf8.count { return BlockText.collapsed(String(best)) }
    // The short part is the site's name, which stands in the page's head: the rest is the headline.
    let rest =
      best.startIndex == title.startIndex
      ? cuts.first { $0.lowerBound == best.endIndex }.map { title[$0.upperBound...] }
      : best.endIndex == title.endIndex
        ? cuts.first { $0.upperBound == best.startIndex }.map { title[..<$0.lowerBound] } : nil
    return rest.map { BlockText.collapsed(String($0)) }
  }

  /// Cuts " - Site" where the page names its site so, or what is left is a heading of the page.
  private func withoutSite(_ title: String) -> String {
    guard title.utf8.count < Self.limit, Self.separators.contains(where: title.contains) else {
      return title
    }
    let sites = witnesses.siteNames(linked).map { TextCollector.words(of: $0) }
    let others =
      (witnesses.headings + [linked.headline, witnesses.meta["og:title"]].compactMap { $0 })
      .map { TextCollector.words(of: $0) }
    var title = title
    var isCut = true
    while isCut {
      isCut = false
      for separator in Self.separators {
        guard let range = title.ranges(of: separator).last else { continue }
        let head = title[..<range.lowerBound]
        let tail = TextCollector.words(of: title[range.upperBound...])
        let isSite =
          !tail.isEmpty
          && sites.contains { !$0.isEmpty && ($0.starts(with: tail) || tail.starts(with: $0)) }
        if isSite || others.contains(TextCollector.words(of: head))
          || isHost(title[range.upperBound...])
        {
          title = BlockText.collapsed(String(head))
          isCut = true
        }
      }
    }
    return title
  }

  /// Whether a text is the name in the page's own address: "Golem.de" on golem.de.
  private func isHost(_ tail: Substring) -> Bool {
    let letters = tail.lowercased().filter { $0.isLetter || $0.isNumber }
    guard letters.count >= 4, let url = witnesses.canonical ?? witnesses.meta["og:url"] else {
      return false
    }
    let host = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return host.lowercased().filter { $0.isLetter || $0.isNumber }.contains(letters)
  }
}
