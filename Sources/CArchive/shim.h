#ifndef SWAPWIRE_CARCHIVE_SHIM_H
#define SWAPWIRE_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

// libarchive gives names in the encoding of the thread's locale. The program sets none, and in C's every name with
// other letters than those of ASCII would be lost.
static inline int swapwire_archive_next_header(
    struct archive *archive, struct archive_entry **entry, locale_t locale) {
  locale_t before = uselocale(locale);
  int status = archive_read_next_header(archive, entry);
  uselocale(before);
  return status;
}

#endif
