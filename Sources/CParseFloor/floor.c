#include "floor.h"

#include <libxml/HTMLparser.h>

int swapwire_parse_floor(const char *html, int length) {
  const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_NONET;
  htmlDocPtr document = htmlReadMemory(html, length, NULL, "utf-8", options);
  if (document == NULL) return 0;
  xmlFreeDoc(document);
  return 1;
}
