internal import CSQLite
internal import Disk

/// A database file that is being written; the only code that speaks to SQLite.
///
/// It is made under a temporary name, so nothing is journaled: a half-written one is never seen.
@safe final class SQLiteDatabase {
  private let handle: OpaquePointer

  /// Makes a file that must not be there.
  init(_ path: DiskPath) throws(ExportError) {
    var opened: OpaquePointer?
    let result = unsafe sqlite3_open_v2(
      path.terminated, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE,
      nil)
    guard result == SQLITE_OK, let opened = unsafe opened else {
      unsafe sqlite3_close(opened)
      throw ExportError("\(path.display): \(unsafe String(cString: sqlite3_errstr(result)))")
    }
    unsafe handle = opened
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
  }

  deinit { unsafe sqlite3_close(handle) }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(ExportError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw problem }
  }

  /// Compiles an `INSERT` that is run many times.
  func statement(_ sql: String) throws(ExportError) -> SQLiteStatement {
    var compiled: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &compiled, nil) == SQLITE_OK,
      let compiled = unsafe compiled
    else { throw problem }
    return unsafe SQLiteStatement(compiled)
  }

  /// The key of the row that was inserted last.
  var lastRow: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  private var problem: ExportError {
    ExportError("sqlite: \(unsafe String(cString: sqlite3_errmsg(handle)))")
  }
}

/// A compiled statement; must not outlive its database.
@safe final class SQLiteStatement {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Runs the statement with these values in the order of its question marks.
  func run(_ values: [SQLiteValue]) throws(ExportError) {
    for (offset, value) in values.enumerated() {
      let place = Int32(offset + 1)
      switch value {
      case .null: unsafe sqlite3_bind_null(handle, place)
      case .integer(let number): unsafe sqlite3_bind_int64(handle, place, Int64(number))
      case .text(let text):
        let bytes = text.utf8.map { CChar(bitPattern: $0) }
        unsafe swapwire_bind_text(handle, place, bytes, Int32(bytes.count))
      }
    }
    defer { unsafe sqlite3_reset(handle) }
    guard unsafe sqlite3_step(handle) == SQLITE_DONE else {
      let database = unsafe sqlite3_db_handle(handle)
      throw ExportError("sqlite: \(unsafe String(cString: sqlite3_errmsg(database)))")
    }
  }
}

/// What a cell holds.
enum SQLiteValue {
  case null
  case integer(Int)
  case text(String)

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
}

extension DiskPath {
  fileprivate var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
