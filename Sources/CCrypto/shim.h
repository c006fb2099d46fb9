#ifndef SWAPWIRE_CCRYPTO_SHIM_H
#define SWAPWIRE_CCRYPTO_SHIM_H

// The functions that take bytes piece by piece are deprecated for EVP, which would allocate.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
