#ifndef SWAPWIRE_CSQLITE_SHIM_H
#define SWAPWIRE_CSQLITE_SHIM_H

#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast in a macro, which Swift does not import: SQLite copies the text at once. */
static inline int swapwire_bind_text(sqlite3_stmt *statement, int place, const char *text, int length) {
  return sqlite3_bind_text(statement, place, text, length, SQLITE_TRANSIENT);
}

#endif
