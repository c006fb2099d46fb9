internal import Packs
internal import Synchronization

/// Something that is compiled from a pack when it is first needed; threads that come meanwhile wait.
///
/// Compiling all rules costs as much as a hundred short articles: a run that finds everything done
/// should not pay for it.
final class CompiledOnce<Value: Sendable>: Sendable {
  private let compile: @Sendable () throws(PackError) -> Value
  private let compiled = Mutex<Result<Value, PackError>?>(nil)

  init(_ compile: @escaping @Sendable () throws(PackError) -> Value) { self.compile = compile }

  func value() throws(PackError) -> Value {
    let result = compiled.withLock { compiled in
      if let compiled { return compiled }
      let result = Result { () throws(PackError) in try compile() }
      compiled = result
      return result
    }
    return try result.get()
  }
}
