internal import Clean
public import Disk
internal import Fetch
internal import Packs
public import Records

/// Tells, article by article, what the clean stage kept and dropped, and why.
public struct PageExplainer: Sendable {
  /// How it is told.
  public enum Format: Sendable {
    /// For people; `isColored` where a terminal shows it.
    case text(isColored: Bool)
    /// A line for each block.
    case json
  }

  private let chain: StageChain
  private let format: Format
  private let allAnswers: Bool

  /// - Parameter allAnswers: Whether every answer is told, not only those that weigh most.
  public init(_ chain: StageChain, format: Format, allAnswers: Bool) {
    self.chain = chain
    self.format = format
    self.allAnswers = allAnswers
  }

  /// Tells about the articles of an input in the order of their paths.
  ///
  /// - Returns: The failures, which are no output.
  public func explain(_ input: DiskPath, write: ([UInt8]) throws -> Void) throws -> [StageFailure] {
    var failures: [StageFailure] = []
    let sources = try SourceWalk.articles(in: input)
    if sources.isEmpty { throw UsageError("\(input.display): no articles in this folder") }
    for found in sources {
      switch found {
      case .failure(let failure): failures.append(failure)
      case .container(let source, _):
        throw UsageError(
          "\(source.path.display): explain takes pages and texts; run it with --keep extract, then ask "
            + "for its articles with --out")
      case .file(let source):
        let article: FetchedArticle
        do throws(StageFailure) {
          article = try chain.fetcher.fetch(source)
        } catch {
          failures.append(error)
          continue
        }
        let trace = try chain.cleaner.trace(article)
        switch format {
        case .json: try write(lines(trace, path: article.head.path))
        case .text(let isColored):
          let page = PageText(isColored: isColored, allAnswers: allAnswers)
          try write(Array(page.text(trace, path: article.head.path).utf8))
        }
      }
    }
    return failures
  }

  private func lines(_ trace: CleaningTrace, path: String) -> [UInt8] {
    var json = JSONWriter()
    for (index, block) in trace.blocks.enumerated() {
      json.object { json in
        json.member("path", path)
        json.member("block", index)
        json.member("kept", block.isKept)
        json.member("kind", block.kind)
        json.key("score")
        json.raw((block.score.map(Self.rounded) ?? "null").utf8)
        json.key("shared")
        json.raw((block.shared.map(Self.rounded) ?? "null").utf8)
        json.member("vetoed", block.isVetoed)
        json.member("reason", block.reason)
        json.key("answers")
        json.array(block.answers.filter { allAnswers || $0.points != 0 }) { json, answer in
          json.object { json in
            json.member("question", answer.question)
            json.member("answer", answer.answer)
            json.member("rank", answer.rank)
            json.key("points")
            json.raw(Self.rounded(answer.points).utf8)
          }
        }
        json.member("text", block.text)
      }
      json.endLine()
    }
    return json.bytes
  }

  /// Points with two decimals.
  fileprivate static func rounded(_ points: Double) -> String {
    DecimalText.rounded(points, decimals: 2)
  }
}

/// A trace for people.
private struct PageText {
  let isColored: Bool
  let allAnswers: Bool

  func text(_ trace: CleaningTrace, path: String) -> String {
    var lines = [paint(TerminalText.printable(path), .strong)]
    if let article = trace.article {
      lines += [
        ("title", article.head.title), ("published", article.head.published),
        ("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: "; ")),
        ("language", article.head.language), ("url", article.head.url),
      ].map { name, value in
        padded(name, 11) + (value.map(TerminalText.printable) ?? paint("none found", .quiet))
      }
    }
    lines.append("")
    for block in trace.blocks { lines += self.lines(block) }
    let kept = trace.blocks.count(where: \.isKept)
    lines.append("")
    lines.append("\(kept) of \(trace.blocks.count) blocks kept")
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func lines(_ block: CleaningTrace.Block) -> [String] {
    let mark = block.isKept ? paint("+", .kept) : paint("-", .dropped)
    let score = block.score.map(PageExplainer.rounded) ?? ""
    let text = block.text.count > 100 && !allAnswers ? block.text.prefix(99) + "…" : block.text[...]
    var lines = [
      "\(mark) \(String(repeating: " ", count: max(0, 6 - score.count)))\(score)  "
        + padded(block.kind, 10) + " " + TerminalText.printable(text)
    ]
    var notes: [String] = []
    if let reason = block.reason { notes.append(reason) }
    if let score = block.score, let shared = block.shared, abs(shared - score) > 0.005 {
      notes.append("with its list or table \(PageExplainer.rounded(shared))")
    }
    let told =
      allAnswers
      ? block.answers[...]
      : block.isKept || block.isVetoed
        ? [] : block.answers.filter { $0.points < 0 }.sorted { $0.points < $1.points }.prefix(4)
    notes += told.map {
      "\($0.question): \($0.answer) \($0.points < 0 ? "" : "+")\(PageExplainer.rounded($0.points))"
    }
    if !notes.isEmpty {
      lines.append(
        String(repeating: " ", count: 21) + paint(notes.joined(separator: " · "), .quiet))
    }
    return lines
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func paint(_ text: String, _ color: Color) -> String {
    color.paint(text, if: isColored)
  }
}
