#ifndef SWAPWIRE_CDEFLATE_SHIM_H
#define SWAPWIRE_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
