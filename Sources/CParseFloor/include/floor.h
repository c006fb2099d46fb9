#ifndef SWAPWIRE_FLOOR_H
#define SWAPWIRE_FLOOR_H

/// Builds libxml2's tree of a page and frees it, and nothing else: the cost that all others are
/// compared with. Returns 1 where there was a tree.
int swapwire_parse_floor(const char *html, int length);

#endif
