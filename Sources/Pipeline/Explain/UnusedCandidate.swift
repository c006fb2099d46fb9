internal import Extract
internal import Normalize
internal import Records

/// A candidate of an article that no event rests on: neither its trigger nor what it read elsewhere is
/// evidence of its rule.
struct UnusedCandidate {
  let candidate: EventCandidate
  /// Why no event rests on it: what normalize says of it, else what the records tell; nil where neither does.
  let reason: String?

  /// The unused candidates of an article, whose events these are, in text order.
  static func all(
    _ candidates: [EventCandidate], _ events: [Event], _ rejections: [Rejection]
  ) -> [UnusedCandidate] {
    let evidence = events.flatMap { event in event.evidence.map { (event.id, $0) } }
    return candidates.filter { candidate in
      !evidence.contains { _, evidence in
        evidence.span == candidate.trigger
          || evidence.rule == candidate.rule
            && candidate.arguments.contains { $0.span == evidence.span }
      }
    }
    .map { candidate in
      let told = rejections.first { $0.trigger == candidate.trigger }?.reason.rawValue
      return UnusedCandidate(candidate: candidate, reason: told ?? reason(candidate, evidence))
    }
    .sorted { $0.candidate.trigger < $1.candidate.trigger }
  }

  private static func reason(
    _ candidate: EventCandidate, _ evidence: [(id: String, evidence: Event.Evidence)]
  ) -> String? {
    if candidate.modality == .unreal { return "it did not happen, is a habit or only imagined" }
    let takers = candidate.arguments.filter { !parties.contains($0.role) }.map { argument in
      evidence.first { $0.evidence.span == argument.span }
    }
    guard let taker = takers.first ?? nil, takers.allSatisfy({ $0 != nil }) else { return nil }
    return "what it read is evidence of \(taker.id) through \(taker.evidence.rule)"
  }

  /// Who acts stands in several candidates of a sentence and tells nothing of why one is not used.
  private static let parties: Set<EventCandidate.Role> = [.from, .to, .side, .agent]
}

extension UnusedCandidate {
  /// The candidate as an object with rule, file, line, frame, modality, reason, trigger and sentence; offsets in
  /// code points.
  func write(
    to json: inout JSONWriter, text: [UInt8], index: CodePointIndex, rules: [String: RuleSummary]
  ) {
    func writeSpan(_ span: TextSpan, to json: inout JSONWriter) {
      json.member("start", index.codePoint(atByte: span.start))
      json.member("end", index.codePoint(atByte: span.end))
      json.key("text")
      json.string(utf8: text[span.start..<span.end])
    }
    json.object { json in
      json.member("rule", candidate.rule)
      json.member("file", rules[candidate.rule]?.file)
      json.member("line", rules[candidate.rule]?.line)
      json.member("frame", candidate.frame.rawValue)
      json.member("modality", candidate.modality.rawValue)
      json.member("reason", reason)
      json.key("trigger")
      json.object { writeSpan(candidate.trigger, to: &$0) }
      json.key("sentence")
      json.object { writeSpan(candidate.sentence, to: &$0) }
    }
  }
}
