#ifndef SWAPWIRE_CZLIB_SHIM_H
#define SWAPWIRE_CZLIB_SHIM_H

#include <zlib.h>

// inflateInit2 is a macro, which Swift cannot see. 15 + 16: a 32 KiB window and a gzip header.
static inline int swapwire_inflate_init_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
