#ifndef SWAPWIRE_CXXHASH_SHIM_H
#define SWAPWIRE_CXXHASH_SHIM_H

#include <xxhash.h>

#endif
