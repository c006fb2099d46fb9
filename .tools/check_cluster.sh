#!/usr/bin/env bash
# Runs the fixtures through GNU parallel and through Spark's local cluster and compares with a run on one
# machine: the same events and failures, in another order.
#
#   .tools/check_cluster.sh PROGRAM [PYTHON_WITH_PYSPARK]
set -euo pipefail
program=$(realpath "$1")
python=${2:-}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

find "$root/fixtures/articles" -name '*.html' -o -name '*.html.gz' -o -name '*.txt' | LC_ALL=C sort > paths
"$program" run --paths-from paths --out local --keep fetch --log-level error

same() {
  for name in events failures; do
    LC_ALL=C sort "local/$name.ndjson" > expected
    LC_ALL=C sort "$1-$name" | cmp - expected || { echo "$1: $name differ"; exit 1; }
  done
  echo "$1: $(wc -l < local/events.ndjson) events, $(wc -l < local/failures.ndjson) failures, as on one machine"
}

# What pipelines/spark/events.py does with failures, for lines on standard input.
split() {
  grep -v '^{"failure"' > "$1-events" || true
}

if command -v parallel > /dev/null; then
  parallel --pipe -N 5 -j 2 -k "$program" stage fetch --to normalize --paths-from - < paths > lines
  split parallel < lines
  grep '^{"failure"' lines | sed -E 's/^\{"failure":(.*),"path":"([^"\\]|\\.)*"\}$/\1/' > parallel-failures
  same parallel
else
  echo "parallel: not installed, skipped"
fi

if [ -n "$python" ] && command -v java > /dev/null; then
  export PYSPARK_PYTHON="$python"
  submit() {
    "$(dirname "$python")/spark-submit" --master 'local-cluster[2,1,1024]' --executor-memory 768m \
      --files "$program" "$root/pipelines/spark/events.py" "$@" > spark.log 2>&1 || { tail -40 spark.log; exit 1; }
    cat "${*: -1}"/events/part-* > "$job-events"
    cat "${*: -1}"/failures/part-* > "$job-failures"
    same "$job"
  }
  job=spark-paths
  submit --program "./$(basename "$program")" --warc paths --partitions 3 out-paths
  # Records carry the failures of fetch no further, so those are left out of the comparison.
  job=spark-records
  : > local/failures.ndjson
  submit --program "./$(basename "$program")" --records local/fetch.ndjson --partitions 3 out-records
else
  echo "spark: no Java or no pyspark, skipped"
fi
