/// The labels by which pages name encodings, and what they mean on the web.
///
/// Source: WHATWG Encoding Standard, section 4.2 (names and labels), retold for the encodings that
/// news pages use. Two traps are in it: `iso-8859-1` means windows-1252, and `gb2312` means gb18030.
enum CharsetLabels {
  /// The WHATWG name for a label; nil for one that the standard does not know.
  static func name(for label: String) -> String? {
    let key = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    return names[key]
  }

  /// What iconv calls an encoding; the web's name works unless it is here.
  static func iconvName(for name: String) -> String {
    switch name {
    case "shift_jis": "cp932"
    case "euc-kr": "cp949"
    case "gbk", "gb18030": "gb18030"
    case "big5": "big5-hkscs"
    case "x-mac-cyrillic": "mac-cyrillic"
    case "windows-874": "cp874"
    case "iso-8859-8-i": "iso-8859-8"
    case let other where other.hasPrefix("windows-"): "cp" + other.dropFirst("windows-".count)
    default: name
    }
  }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let labels = line.split(separator: " ").map(String.init)
      for label in labels { names[label] = labels[0] }
    }
    return names
  }()

  private static let table = """
    utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
    utf-16le utf-16 utf16 ucs-2 iso-10646-ucs-2 csunicode unicode unicodefeff
    utf-16be unicodefffe
    windows-1252 ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 l1 cp1252 cp819 ibm819 x-cp1252 csisolatin1 iso-ir-100
    windows-1251 cp1251 x-cp1251 win-1251 win1251
    windows-1250 cp1250 x-cp1250
    windows-1253 cp1253 x-cp1253
    windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5
    windows-1255 cp1255 x-cp1255
    windows-1256 cp1256 x-cp1256
    windows-1257 cp1257 x-cp1257
    windows-1258 cp1258 x-cp1258
    windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
    iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2
    iso-8859-3 iso8859-3 latin3 l3
    iso-8859-4 iso8859-4 latin4 l4
    iso-8859-5 iso8859-5 iso88595 cyrillic csisolatincyrillic
    iso-8859-6 iso8859-6 arabic ecma-114 asmo-708
    iso-8859-7 iso8859-7 greek greek8 elot_928 ecma-118
    iso-8859-8 iso8859-8 hebrew visual csiso88598e
    iso-8859-8-i logical csiso88598i
    iso-8859-10 iso8859-10 latin6 l6
    iso-8859-13 iso8859-13
    iso-8859-14 iso8859-14
    iso-8859-15 iso8859-15 latin9 l9
    iso-8859-16 iso8859-16
    koi8-r koi8 koi koi8_r cskoi8r
    koi8-u koi8-ru
    x-mac-cyrillic x-mac-ukrainian
    macintosh mac x-mac-roman csmacintosh
    ibm866 866 cp866 csibm866
    gb18030
    gbk gb2312 gb_2312 gb_2312-80 chinese x-gbk csgb2312 iso-ir-58
    big5 big5-hkscs cn-big5 x-x-big5 csbig5
    euc-jp x-euc-jp cseucpkdfmtjapanese
    iso-2022-jp csiso2022jp
    shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis
    euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr
    """
}
