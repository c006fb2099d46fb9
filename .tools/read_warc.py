"""Reads all response records of a WARC file with FastWARC and prints bytes and CPU seconds.

    python read_warc.py FILE
"""

import sys
import time

from fastwarc.warc import ArchiveIterator, WarcRecordType

begin = time.process_time()
records = size = 0
with open(sys.argv[1], "rb") as stream:
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        size += len(record.reader.read())
        records += 1
print(records, size, time.process_time() - begin)
