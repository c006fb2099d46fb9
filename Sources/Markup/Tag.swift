/// An element's name as a small number, so that comparisons cost nothing.
///
/// Names that HTML does not know share `.unknown`.
public struct Tag: Hashable, Sendable {
  /// The place in `names`.
  public let code: UInt8

  /// The name in lower case; empty for unknown elements.
  public var name: String { Tag.names[Int(code)] }

  /// The tag of a name in lower case.
  public init(_ name: String) { code = Tag.codes[name] ?? 0 }

  /// Any element that HTML does not know.
  public static let unknown = Tag("")

  /// Elements that stand in a line of text and do not end a block.
  public var isInline: Bool { Tag.inline.contains(self) }

  /// Elements whose start ends an open paragraph (HTML, 13.2.6.4.7); libxml2 2.9 knows only those
  /// of HTML 4.
  public var closesParagraph: Bool { Tag.closingParagraphs.contains(self) }

  private static let names: [String] =
    [""]
      + """
      html head title meta link base script style noscript template body article section main nav
      aside header footer address h1 h2 h3 h4 h5 h6 hgroup p div span a b i u s em strong small big
      font sub sup mark q cite code kbd samp var abbr time data dfn ins del strike tt bdi bdo br wbr
      hr pre blockquote ol ul li dl dt dd figure figcaption picture img source video audio track
      object embed iframe canvas svg path math table caption colgroup col thead tbody tfoot tr th td
      form label input button select option optgroup textarea fieldset legend output progress meter
      details summary dialog menu center frameset frame noframes nobr ruby rt rp map area slot
      amp-img amp-ad amp-iframe amp-video amp-embed amp-list amp-sidebar amp-analytics amp-social-share
      acronym applet param basefont dir marquee
      """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let codes: [String: UInt8] = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1, UInt8($0)) })

  private static let inline = Set(
    """
    span a b i u s em strong small big font sub sup mark q cite code kbd samp var abbr time data
    dfn ins del strike tt bdi bdo wbr img picture source label nobr ruby rt rp acronym map area
    slot basefont
    """.split(whereSeparator: \.isWhitespace).map { Tag(String($0)) })

  private static let closingParagraphs = Set(
    """
    article section main nav aside header footer figure figcaption details summary dialog hgroup
    menu address blockquote div dl fieldset form h1 h2 h3 h4 h5 h6 hr ol p pre table ul center
    """.split(whereSeparator: \.isWhitespace).map { Tag(String($0)) })
}
