"""Runs swapwire's stages on a Spark cluster.

    spark-submit --files swapwire events.py --warc paths.txt out      # a list of WARC paths or other inputs
    spark-submit --files swapwire events.py --records dump out        # lines of fetch.ndjson

The executable lands in the working directory of every executor; a partition is a process of it that
reads lines and writes lines. OUT/events and OUT/failures hold the lines that a run on one machine puts
into events.ndjson and failures.ndjson, in another order. Paths must be readable on every worker.
"""

import argparse
import json
import os

from pyspark import StorageLevel
from pyspark.sql import SparkSession


def is_failure(line):
    """Failures travel through pipes as {"failure": {...}, "path": ...}."""
    return line.startswith('{"failure"')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--warc", metavar="LIST", help="a file with a path of an input in each line")
    source.add_argument("--records", metavar="PATH", help="fetch.ndjson, or a folder of its parts")
    parser.add_argument("--partitions", type=int, default=0, help="by default one a path, or Spark's choice")
    parser.add_argument("--program", default="./swapwire", help="the executable, as workers see it")
    parser.add_argument("output", help="a folder that is not there yet")
    arguments = parser.parse_args()

    context = SparkSession.builder.appName("swapwire").config("spark.ui.enabled", "false").getOrCreate().sparkContext
    if arguments.warc:
        with open(arguments.warc, encoding="utf-8") as lines:
            paths = [line.strip() for line in lines if line.strip()]
        parts = context.parallelize(paths, arguments.partitions or max(1, len(paths)))
        command = f"{arguments.program} stage fetch --to normalize --paths-from -"
    else:
        parts = context.textFile(arguments.records, arguments.partitions or None)
        command = f"{arguments.program} stage clean --to normalize"

    # Without checkCode a process that dies takes its records with it and the job still succeeds.
    lines = parts.pipe(command, checkCode=True).persist(StorageLevel.DISK_ONLY)
    lines.filter(lambda line: not is_failure(line)).saveAsTextFile(os.path.join(arguments.output, "events"))
    (lines.filter(is_failure)
        .map(lambda line: json.dumps(json.loads(line)["failure"], ensure_ascii=False, separators=(",", ":")))
        .saveAsTextFile(os.path.join(arguments.output, "failures")))


if __name__ == "__main__":
    main()
