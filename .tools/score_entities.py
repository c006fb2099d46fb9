#!/usr/bin/env python3
"""score_entities.py GOLD EXTRACT PARTIES.tsv [--errors] [--min person=0.85,...]

Scores the people, organizations and places of each article as sets of canonical names.

GOLD     lines {"path", "language", "entities": [{"kind", "name"}]}; only English ones count
EXTRACT  extract.ndjson of a run over the same folder
PARTIES  the pack's table of parties, which tells the name of a code and whether it is a state

A state that is named is a place, an armed group or body is an organization. A capital that stands for
its government is the place it names; an adjective ("Turkish") names nothing. Names in LEFT_OUT,
which nearly every article has, are not counted.
"""
import argparse, csv, json, sys, unicodedata

LEFT_OUT = {"Ukraine", "Russia", "Kyiv", "Moscow", "Kremlin"}
BODIES = {"VAT": "Holy See"}


def folded(name):
    """Without accents, letter case and a bracketed or comma-separated disambiguator."""
    name = name.split(" (")[0]
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("-", " ").strip()


def entities(record, parties):
    spans = {}
    for m in record["mentions"]:
        if m["kind"] in ("person", "organization", "place") and m["value"]:
            spans.setdefault((m["start"], m["end"]), set()).add((m["kind"], m["value"]))
    for m in record["mentions"]:
        if m["kind"] != "party" or m["rule"] == "gazetteer-adjective" or (m["start"], m["end"]) in spans:
            continue
        code = m["value"]
        name = BODIES.get(code) or parties.get(code, code)
        kind = "place" if code.isupper() and code not in BODIES else "organization"
        spans.setdefault((m["start"], m["end"]), set()).add((kind, name))
    return {e for found in spans.values() for e in found if e[1] not in LEFT_OUT}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold"), ap.add_argument("extract"), ap.add_argument("parties")
    ap.add_argument("--errors", action="store_true", help="list what is missed and spurious")
    ap.add_argument("--min", default="", help="kind=F1,...: exit 1 where a kind falls below")
    opt = ap.parse_args()
    with open(opt.parties, encoding="utf-8") as f:
        rows = csv.DictReader((l for l in f if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        parties = {r["code"]: r["name"] for r in rows}
    found = {}
    with open(opt.extract, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            found[r["path"]] = entities(r, parties)
    counts = {k: [0, 0, 0] for k in ("person", "organization", "place")}
    errors = {}
    with open(opt.gold, encoding="utf-8") as f:
        for line in f:
            g = json.loads(line)
            if g["language"] != "en":
                continue
            want = {(e["kind"], folded(e["name"])): e["name"] for e in g["entities"] if e["name"] not in LEFT_OUT}
            got = {(k, folded(n)): n for k, n in found.get(g["path"], ())}
            for kind, c in counts.items():
                a = {k for k in want if k[0] == kind}
                b = {k for k in got if k[0] == kind}
                c[0] += len(a & b)
                c[1] += len(a)
                c[2] += len(b)
                for k in sorted(a - b):
                    errors.setdefault(("missed", kind), []).append((want[k], g["path"]))
                for k in sorted(b - a):
                    errors.setdefault(("spurious", kind), []).append((got[k], g["path"]))
    floors = dict(p.split("=") for p in opt.min.split(",") if p)
    failed = False
    for kind, (hit, gold, pred) in counts.items():
        p, r = (hit / pred if pred else 0), (hit / gold if gold else 0)
        f1 = 2 * p * r / (p + r) if p + r else 0
        print(f"{kind:13} P {p:.3f} R {r:.3f} F1 {f1:.3f}  ({gold} gold, {pred} found)")
        failed |= f1 < float(floors.get(kind, 0))
    if opt.errors:
        for (what, kind), names in sorted(errors.items()):
            print(f"{what} {kind}:")
            for name, path in names:
                print(f"  {name}  [{path.split('/')[-1][:30]}]")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
