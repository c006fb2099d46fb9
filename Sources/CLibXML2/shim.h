#ifndef SWAPWIRE_CLIBXML2_SHIM_H
#define SWAPWIRE_CLIBXML2_SHIM_H

// Debian's libxml2 is built with ICU and its headers pull the system's ICU in, which clashes with
// the one inside Foundation ('UErrorCode' has different definitions). We never call it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

// A global variable of C, which Swift does not let threads read.
static inline const char *swapwire_libxml2_version(void) { return xmlParserVersion; }

#endif
