#ifndef SWAPWIRE_CCRYPTO_SHIM_H
#define SWAPWIRE_CCRYPTO_SHIM_H

#include <openssl/sha.h>

#endif
