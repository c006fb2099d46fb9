/// What a node of a page is: an element by its name, or a run of text.
///
/// Names that HTML does not know share `.unknown`.
public enum Tag: UInt8, CaseIterable, Sendable {
  case unknown, text
  case html, head, title, meta, link, base, script, style, noscript, template, body
  case article, section, main, nav, aside, header, footer, address
  case h1, h2, h3, h4, h5, h6, hgroup, p, div, span, a
  case b, i, u, s, em, strong, small, big, font, sub, sup, mark, q, cite, code, kbd, samp, `var`
  case abbr, time, data, dfn, ins, del, strike, tt, bdi, bdo, br, wbr, hr, pre, blockquote
  case ol, ul, li, dl, dt, dd, figure, figcaption, picture, img, source, video, audio, track
  case object, embed, iframe, canvas, svg, path, math
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, th, td
  case form, label, input, button, select, option, optgroup, textarea, fieldset, legend, output
  case progress, meter, details, summary, dialog, menu, center, frameset, frame, noframes, nobr
  case ruby, rt, rp, map, area, slot, acronym, applet, param, basefont, dir, marquee
  case ampImg, ampAd, ampIframe, ampVideo, ampEmbed, ampList, ampSidebar, ampAnalytics
  case ampSocialShare

  /// The name as pages write it, in lower case; empty for unknown elements.
  public var name: String { self == .unknown ? "" : NameTable.kebabCase("\(self)") }

  /// Elements that stand in a line of text and do not end a block.
  public var isInline: Bool {
    switch self {
    case .span, .a, .b, .i, .u, .s, .em, .strong, .small, .big, .font, .sub, .sup, .mark, .q,
      .cite, .code, .kbd, .samp, .var, .abbr, .time, .data, .dfn, .ins, .del, .strike, .tt, .bdi,
      .bdo, .wbr, .img, .picture, .source, .label, .nobr, .ruby, .rt, .rp, .acronym, .map, .area,
      .slot, .basefont, .text:
      true
    default: false
    }
  }

  /// Elements whose start ends an open paragraph (HTML, 13.2.6.4.7); libxml2 2.9 knows only those
  /// of HTML 4.
  public var closesParagraph: Bool {
    switch self {
    case .article, .section, .main, .nav, .aside, .header, .footer, .figure, .figcaption, .details,
      .summary, .dialog, .hgroup, .menu, .address, .blockquote, .div, .dl, .fieldset, .form, .h1,
      .h2, .h3, .h4, .h5, .h6, .hr, .ol, .p, .pre, .table, .ul, .center:
      true
    default: false
    }
  }

  static let byName = NameTable(
    allCases.dropFirst(2).map { ($0.name, $0.rawValue) })
}

/// The attributes that a page keeps; all others are dropped before it is parsed.
public enum AttributeName: UInt8, CaseIterable, Sendable {
  case `class`, id, role, itemprop, property, name, content, datetime, rel, href, type
  case lang, xmlLang, hidden, ariaHidden, style, dataComponent, dataTestid

  static let byName = NameTable(
    allCases.map { ($0 == .xmlLang ? "xml:lang" : NameTable.kebabCase("\($0)"), $0.rawValue) })
}

/// Names to small numbers, looked up by the bytes of a name in any letter case.
struct NameTable: Sendable {
  private var hashes: [UInt64]
  private var codes: [UInt8]

  init(_ names: [(name: String, code: UInt8)]) {
    hashes = [UInt64](repeating: 0, count: 1024)
    codes = [UInt8](repeating: 0, count: 1024)
    for (name, code) in names {
      var hash = Self.seed
      for byte in name.utf8 { hash = Self.hash(hash, byte) }
      var place = Int(hash & 1023)
      while hashes[place] != 0 { place = (place + 1) & 1023 }
      hashes[place] = hash
      codes[place] = code
    }
  }

  /// The code of a name by its hash; nil for a name that is not in the table.
  func code(_ hash: UInt64) -> UInt8? {
    var place = Int(hash & 1023)
    while hashes[place] != 0 {
      if hashes[place] == hash { return codes[place] }
      place = (place + 1) & 1023
    }
    return nil
  }

  /// FNV-1a (Fowler, Noll, Vo), 64 bits.
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let isUpper = byte &- 0x41 < 26
    return (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01b3
  }

  static func kebabCase(_ name: String) -> String {
    name.reduce(into: "") { result, letter in
      if letter.isUppercase { result.append("-") }
      result += letter.lowercased()
    }
  }
}
