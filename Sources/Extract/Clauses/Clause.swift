/// A verb with what belongs to it, or a run of words without one.
struct Clause: Hashable {
  enum Kind: Hashable {
    /// Stands by itself, or beside another of its kind.
    case main
    /// What somebody says, agrees or knows: "said that 30 were freed".
    case complement
    /// "who were freed", "which took place on Friday".
    case relative
    /// "freed on Friday", "bringing the total to 4,306".
    case participle
    /// "to exchange 30 prisoners".
    case infinitive
    /// "when 90 came home", "after the bodies were handed over".
    case adverbial
    /// Between dashes or brackets, without a verb of its own.
    case insertion
  }

  var kind: Kind
  /// The clause that this one belongs to.
  var parent: Int?
  /// The first chunk.
  var start: Int
  /// The verb, or the word of saying; nil where there is none.
  var head: Int?
  /// Where the verb with its auxiliaries begins.
  var headStart: Int?
  /// Whether the head is a word of saying.
  var isSay = false
  /// The chunk that a relative pronoun or a participle stands for.
  var antecedent: Int?
  /// The clause whose subject this one shares: "got 1,000 bodies and handed over 19".
  var sharing: Int?

  /// Whether it ends where the clause around it goes on.
  var isEmbedded: Bool {
    switch kind {
    case .relative, .participle, .infinitive, .adverbial: true
    case .main, .complement, .insertion: isSay && kind != .complement && parent != nil
    }
  }
}

/// The clauses of a sentence, and to which each chunk belongs.
struct ClauseTree {
  let clauses: [Clause]
  /// By chunk.
  let owner: [Int]
  private let chunksOf: [[Int]]
  private let modifiersOf: [Int: [Int]]

  init(clauses: [Clause], owner: [Int]) {
    self.clauses = clauses
    self.owner = owner
    var chunksOf = [[Int]](repeating: [], count: clauses.count)
    for (chunk, clause) in owner.enumerated() { chunksOf[clause].append(chunk) }
    self.chunksOf = chunksOf
    var modifiersOf: [Int: [Int]] = [:]
    for (number, clause) in clauses.enumerated()
    where clause.kind == .relative || clause.kind == .participle {
      if let antecedent = clause.antecedent { modifiersOf[antecedent, default: []].append(number) }
    }
    self.modifiersOf = modifiersOf
  }

  /// The chunks of a clause itself, without those of the clauses in it, in text order.
  func own(_ clause: Int) -> [Int] { chunksOf[clause] }

  /// A clause and those that it is a part of, from the inside out.
  func ancestors(_ clause: Int) -> [Int] {
    var found: [Int] = []
    var next = clauses[clause].parent
    while let parent = next, found.count < clauses.count {
      found.append(parent)
      next = clauses[parent].parent
    }
    return found
  }

  /// The clauses that stand for a chunk: "the exchange, which took place on Friday".
  func modifiers(of chunk: Int) -> [Int] { modifiersOf[chunk] ?? [] }
}
