internal import Extract
internal import Records

extension EventExplanation {
  /// The explanation as a line of JSON.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", event.id)
      json.member("path", event.article.path)
      event.writeFacts(to: &json)
      json.key("slots")
      json.array(slots.filter { !$0.evidence.isEmpty }) { json, slot in
        json.object { json in
          json.member("slot", slot.name)
          json.key("evidence")
          json.array(slot.evidence) { json, evidence in
            json.object { json in
              writeSpan(evidence.span, to: &json)
              json.member("rule", evidence.rule)
              writePlace(evidence.rule, to: &json)
            }
          }
        }
      }
      json.key("passages")
      json.array(passages) { json, passage in
        json.object { json in writeSpan(passage.span, to: &json) }
      }
      json.key("notUsed")
      guard let notUsed else { return json.null() }
      json.array(notUsed) { json, unused in
        unused.write(to: &json, text: text, index: index, rules: rules)
      }
    }
    json.endLine()
    return json.bytes
  }

  private func writeSpan(_ span: TextSpan, to json: inout JSONWriter) {
    let (start, end) = offsets(span)
    json.member("start", start)
    json.member("end", end)
    json.key("text")
    json.string(utf8: text[span.start..<span.end])
  }

  /// Null where the pack's files do not hold the rule.
  private func writePlace(_ rule: String, to json: inout JSONWriter) {
    json.member("file", rules[rule]?.file)
    json.member("line", rules[rule]?.line)
  }
}
