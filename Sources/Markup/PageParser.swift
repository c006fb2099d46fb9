internal import CLibXML2

/// Parses HTML with libxml2's SAX interface into a `Page`.
///
/// The only file that speaks to libxml2. Own SAX handlers cost 0.63 of building libxml2's tree and
/// have none of the tree builder's depth limit, behind which it silently drops the rest of a page.
public enum PageParser {
  /// Nesting deeper than this ends the parse; real pages reach 51.
  public static let depthLimit = 512
  /// More nodes than this end the parse; pages of the development data have at most 4,110 elements.
  public static let nodeLimit = 400_000

  /// The version of libxml2 that is loaded.
  public static var libraryVersion: String { unsafe String(cString: swapwire_libxml2_version()) }

  /// Parses a page.
  ///
  /// - Parameter html: Valid UTF-8 without NUL bytes, whatever the page declares.
  public static func parse(_ html: [UInt8]) -> Page {
    var trimmer = MarkupTrimmer(html)
    trimmer.trim()
    let html = trimmer.html
    let sink = PageSink(
      PageBuilder(linkedData: trimmer.linkedData, isTruncated: trimmer.isTruncated))
    guard !html.isEmpty else { return sink.builder.finish() }
    xmlInitParser()
    unsafe html.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let context = unsafe htmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
        return
      }
      defer { unsafe htmlFreeParserCtxt(context) }
      var handler = unsafe htmlSAXHandler()
      unsafe handler.startElement = startElement
      unsafe handler.endElement = endElement
      unsafe handler.characters = characters
      unsafe handler.ignorableWhitespace = characters
      unsafe context.pointee.sax.pointee = handler
      unsafe context.pointee.userData = Unmanaged.passUnretained(sink).toOpaque()
      let options =
        HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      unsafe htmlCtxtUseOptions(context, Int32(options))
      unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      sink.builder.stop = { unsafe xmlStopParser(context) }
      unsafe htmlParseDocument(context)
      sink.builder.stop = nil
    }
    return sink.builder.finish()
  }

  private typealias Name = UnsafePointer<xmlChar>
  private typealias Attributes = UnsafeMutablePointer<UnsafePointer<xmlChar>?>

  private static let startElement:
    @convention(c) (UnsafeMutableRawPointer?, Name?, Attributes?) -> Void = { user, name, list in
      guard let sink = unsafe sink(user), let name = unsafe name else { return }
      var count = 0
      if var item = unsafe list {
        while let key = unsafe item.pointee {
          if let name = unsafe code(of: key, in: AttributeName.byName) {
            let value = unsafe item.successor().pointee
            let length = unsafe value.map { unsafe Int(xmlStrlen($0)) } ?? 0
            unsafe sink.builder.attribute(
              AttributeName(rawValue: name) ?? .class,
              UnsafeBufferPointer(start: value, count: length))
            count += 1
          }
          unsafe item += 2
        }
      }
      let tag = unsafe code(of: name, in: Tag.byName).flatMap { Tag(rawValue: $0) } ?? .unknown
      sink.builder.start(tag, attributes: count)
    }

  private static func code(of name: Name, in table: NameTable) -> UInt8? {
    var hash = NameTable.seed
    var place = unsafe name
    while unsafe place.pointee != 0 {
      hash = unsafe NameTable.hash(hash, place.pointee)
      unsafe place += 1
    }
    return table.code(hash)
  }

  private static let endElement: @convention(c) (UnsafeMutableRawPointer?, Name?) -> Void = {
    user, _ in
    unsafe sink(user)?.builder.end()
  }

  private static let characters: @convention(c) (UnsafeMutableRawPointer?, Name?, Int32) -> Void = {
    user, start, count in
    unsafe sink(user)?.builder.text(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private static func sink(_ user: UnsafeMutableRawPointer?) -> PageSink? {
    unsafe user.map { unsafe Unmanaged<PageSink>.fromOpaque($0).takeUnretainedValue() }
  }
}
