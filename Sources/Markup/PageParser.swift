internal import CLibXML2

/// Parses HTML with libxml2's SAX interface into a `Page`.
///
/// The only file that speaks to libxml2. Own SAX handlers cost 0.63 of building libxml2's tree and
/// have none of the tree builder's depth limit, behind which it silently drops the rest of a page.
public enum PageParser {
  /// Nesting deeper than this ends the parse; real pages reach 51.
  public static let depthLimit = 512

  /// Parses a page.
  ///
  /// - Parameter html: Valid UTF-8 without NUL bytes, whatever the page declares.
  public static func parse(_ html: [UInt8]) -> Page {
    let builder = PageBuilder()
    guard !html.isEmpty else { return builder.finish() }
    let capped = AttributeCap.capped(html)
    if capped != nil { builder.markTruncated() }
    let html = capped ?? html
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
      unsafe handler.cdataBlock = rawBlock
      unsafe context.pointee.sax.pointee = handler
      unsafe context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      let options =
        HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      unsafe htmlCtxtUseOptions(context, Int32(options))
      unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      builder.stop = { unsafe xmlStopParser(context) }
      unsafe htmlParseDocument(context)
      builder.stop = nil
    }
    return builder.finish()
  }

  private typealias Name = UnsafePointer<xmlChar>
  private typealias Attributes = UnsafeMutablePointer<UnsafePointer<xmlChar>?>

  private static let startElement:
    @convention(c) (UnsafeMutableRawPointer?, Name?, Attributes?) -> Void = { user, name, list in
      guard let builder = unsafe builder(user), let name = unsafe name else { return }
      var attributes: [Page.Attribute] = []
      if var item = unsafe list {
        while let key = unsafe item.pointee {
          let value = unsafe item.successor().pointee
          let name = unsafe String(cString: key).lowercased()
          let text = unsafe value.map { unsafe String(cString: $0) } ?? ""
          attributes.append(Page.Attribute(name: name, value: text))
          unsafe item += 2
        }
      }
      builder.start(unsafe String(cString: name), attributes)
    }

  private static let endElement: @convention(c) (UnsafeMutableRawPointer?, Name?) -> Void = {
    user, _ in
    unsafe builder(user)?.end()
  }

  private static let characters: @convention(c) (UnsafeMutableRawPointer?, Name?, Int32) -> Void = {
    user, start, count in
    unsafe builder(user)?.text(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private static let rawBlock: @convention(c) (UnsafeMutableRawPointer?, Name?, Int32) -> Void = {
    user, start, count in
    unsafe builder(user)?.raw(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private static func builder(_ user: UnsafeMutableRawPointer?) -> PageBuilder? {
    unsafe user.map { unsafe Unmanaged<PageBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}
