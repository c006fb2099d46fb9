/// A pattern as a list of instructions for `PatternMatcher`.
///
/// The form is that of R. Cox, "Regular Expression Matching: the Virtual Machine Approach" (2009):
/// instructions consume tokens, splits try one way and then the other.
struct PatternProgram: Sendable, Hashable {
  enum Instruction: Sendable, Hashable {
    /// The next token is this word.
    case word(Int32)
    /// An item of a class begins at the next token; it is remembered under a name, or not (-1).
    case item(ClassID, name: Int32)
    /// The next token is of a kind that shows in the token itself; remembered likewise.
    case test(TokenTest, name: Int32)
    /// Any token.
    case any
    /// Try the first place, then the second.
    case split(Int, Int)
    case jump(Int)
    /// A named group begins, ends.
    case open(Int32)
    case close(Int32)
    case match
  }

  /// Places count from the first instruction.
  private(set) var instructions: [Instruction] = []

  /// The instructions for a place behind so many others.
  func moved(by offset: Int) -> [Instruction] {
    instructions.map { instruction in
      switch instruction {
      case .split(let one, let other): .split(one + offset, other + offset)
      case .jump(let place): .jump(place + offset)
      default: instruction
      }
    }
  }

  /// Needed only while the program is made.
  private var tests: [ClassID: TokenTest]

  /// - Parameter tests: Classes that no item stands for.
  init(_ pattern: Pattern, tests: [ClassID: TokenTest]) {
    self.tests = tests
    add(pattern)
    instructions.append(.match)
    self.tests = [:]
  }

  private mutating func add(_ pattern: Pattern) {
    switch pattern {
    case .word(let lexeme): instructions.append(.word(lexeme))
    case .lexicalClass(let id): add(id, name: -1)
    case .sequence(let parts): for part in parts { add(part) }
    case .choice(let branches): add(branches)
    case .optional(let part): addOptional { $0.add(part) }
    case .repeated(let part, let minimum):
      for _ in 0..<minimum { add(part) }
      let loop = instructions.count
      addOptional {
        $0.add(part)
        $0.instructions.append(.jump(loop))
      }
    case .gap(let low, let high):
      for _ in 0..<low { instructions.append(.any) }
      // The shortest gap first.
      for _ in low..<high {
        let split = instructions.count
        instructions += [.split(0, split + 1), .any]
        pendingGaps.append(split)
      }
      for split in pendingGaps { instructions[split] = .split(instructions.count, split + 1) }
      pendingGaps = []
    case .capture(let name, .lexicalClass(let id)):
      add(id, name: Int32(name))
    case .capture(let name, let part):
      instructions.append(.open(Int32(name)))
      add(part)
      instructions.append(.close(Int32(name)))
    }
  }

  private mutating func add(_ lexicalClass: ClassID, name: Int32) {
    if let test = tests[lexicalClass] {
      instructions.append(.test(test, name: name))
    } else {
      instructions.append(.item(lexicalClass, name: name))
    }
  }

  /// Splits of a gap whose way out is not known yet.
  private var pendingGaps: [Int] = []

  private mutating func addOptional(_ body: (inout PatternProgram) -> Void) {
    let split = instructions.count
    instructions.append(.split(split + 1, 0))
    body(&self)
    instructions[split] = .split(split + 1, instructions.count)
  }

  private mutating func add(_ branches: [Pattern]) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index + 1 < branches.count else {
        add(branch)
        break
      }
      let split = instructions.count
      instructions.append(.split(split + 1, 0))
      add(branch)
      jumps.append(instructions.count)
      instructions.append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }
}
