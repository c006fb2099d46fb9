#!/usr/bin/env python3
"""Fits the points of a pack's scorecard.tsv to pages whose article is known.

usage: fit_scorecard.py PACK GOLD=PAGES [GOLD=PAGES ...] [--held-out DIR]
       GOLD   {path: {"body"}} as JSON, or NDJSON lines {"path", "body"}
       PAGES  the folder that the paths are relative to
       DIR    write DIR/1.ndjson, DIR/2.ndjson ... (one for each GOLD): the pages cleaned with points that
              were fitted without them, in six folds; score these to know what unseen pages are like

Runs `.build/release/swapwire explain --json --answers`, labels every block by whether its words stand
in the gold body, and fits a logistic regression over the answers: each page weighs the same, a block
by its words. Blocks that a rule of the pack drops are left out, so the points are about the others.
The commonest answer to each question gets no points. Writes PACK/scorecard.tsv.

Needs numpy, scipy and scikit-learn.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

TOKEN = re.compile(r"\w+")
REGULARIZATION = 0.03


def load_gold(path):
    with open(path, encoding="utf-8") as file:
        if not path.endswith(".ndjson"):
            return json.load(file)
        return {page["path"]: page for page in map(json.loads, file) if page.get("body")}


def explain(pack, pages):
    command = [".build/release/swapwire", "explain", pages, "--json", "--answers", "--charset", "utf-8",
               "--pipeline", pack]
    lines = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout.splitlines()
    blocks = defaultdict(list)
    for block in map(json.loads, lines):
        blocks[block["path"]].append(block)
    return blocks


def shingles(tokens):
    return [tuple(tokens[i:i + 4]) for i in range(len(tokens) - 3)]


def label(texts, gold):
    """For each block whether it is the article's."""
    tokens = [TOKEN.findall(text) for text in texts]
    body = TOKEN.findall(gold)
    places = defaultdict(list)
    for place, shingle in enumerate(shingles(body)):
        places[shingle].append(place)
    share = [0.0] * len(texts)
    middle = [None] * len(texts)
    for index, words in enumerate(tokens):
        if len(words) < 6:
            continue
        found = [places[s][0] for s in shingles(words) if s in places]
        share[index] = len(found) / (len(words) - 3)
        if share[index] > 0.3:
            middle[index] = sorted(found)[len(found) // 2]
        else:
            share[index] = 0.0
    drop_copies(tokens, share, middle, places)
    covered = [False] * len(body)
    for index, words in enumerate(tokens):
        if share[index] > 0:
            for shingle in shingles(words):
                for place in places.get(shingle, []):
                    if abs(place - middle[index]) <= len(words) + 20:
                        covered[place:place + 4] = [True] * 4
    label_short(tokens, body, share, middle, covered)
    return [s >= (0.5 if len(words) >= 15 else 0.8) for s, words in zip(share, tokens)]


def drop_copies(tokens, share, middle, places):
    """Of equal blocks those with most of the article around them stay; a text told whole and in parts
    stays in parts."""
    groups = defaultdict(list)
    for index, words in enumerate(tokens):
        if share[index] > 0:
            groups[tuple(words)].append(index)
    for words, copies in groups.items():
        def support(index):
            near = range(max(0, index - 4), min(len(share), index + 5))
            return sum(share[other] for other in near if tuple(tokens[other]) != words)
        keep = sorted(copies, key=lambda index: -support(index))[:max(1, len(places[words[:4]]))]
        for index in copies:
            if index not in keep:
                share[index], middle[index] = 0.0, None
    told = Counter(s for i, words in enumerate(tokens) if share[i] > 0 for s in shingles(words))
    for index in sorted(range(len(tokens)), key=lambda i: -len(tokens[i])):
        if share[index] > 0 and len(tokens[index]) > 80:
            own = shingles(tokens[index])
            if sum(told[s] > max(1, len(places[s])) for s in own) > 0.8 * len(own):
                share[index], middle[index] = 0.0, None
                told.subtract(own)


def label_short(tokens, body, share, middle, covered):
    """Short blocks are the article's where their words stand between those of their neighbors."""
    starts = defaultdict(list)
    for place, word in enumerate(body):
        starts[word].append(place)
    before, last = [], None
    for index in range(len(tokens)):
        before.append(last)
        last = middle[index] if share[index] > 0 else last
    after, last = [None] * len(tokens), None
    for index in reversed(range(len(tokens))):
        after[index] = last
        last = middle[index] if share[index] > 0 else last
    for index, words in enumerate(tokens):
        if not 0 < len(words) < 6 or before[index] is None and after[index] is None:
            continue
        low = -1 if before[index] is None else before[index]
        high = len(body) if after[index] is None else after[index]
        for place in starts.get(words[0], []):
            end = place + len(words)
            if low - 1 <= place <= high + 1 and body[place:end] == words and not any(covered[place:end]):
                share[index] = 1.0
                covered[place:end] = [True] * len(words)
                break


class Sample:
    """Every block of every page as a row of answers, with its label and weight."""

    def __init__(self, pack, sets):
        self.questions, self.ranks, self.pages = {}, {}, []
        rows, labels, weights, owners = [], [], [], []
        for number, (gold_path, folder) in enumerate(sets):
            gold = load_gold(gold_path)
            for path, blocks in explain(pack, folder).items():
                if path not in gold or not any(block["answers"] for block in blocks):
                    continue
                truth = label([block["text"] for block in blocks], gold[path]["body"])
                lengths = [len(TOKEN.findall(block["text"])) for block in blocks]
                total = max(30, sum(n for n, is_article in zip(lengths, truth) if is_article))
                for block, is_article, n in zip(blocks, truth, lengths):
                    for answer in block["answers"]:
                        self.questions.setdefault(answer["question"])
                        self.ranks[answer["question"], answer["answer"]] = answer["rank"]
                    if not block["vetoed"]:
                        rows.append([(a["question"], a["answer"]) for a in block["answers"]])
                        labels.append(is_article)
                        # No block decides a page alone; no block counts for nothing.
                        weights.append(min(n, 0.3 * total) / total * 100 + 0.05)
                        owners.append(len(self.pages))
                self.pages.append((number, path))
        self.labels, self.weights, self.owners = np.array(labels), np.array(weights), np.array(owners)
        self.counts = Counter(answer for row in rows for answer in row)
        self.columns = {answer: place for place, answer in enumerate(self.counts)}
        places = [self.columns[answer] for row in rows for answer in row]
        indices = [index for index, row in enumerate(rows) for _ in row]
        self.matrix = sparse.csr_matrix((np.ones(len(places)), (indices, places)))

    def fit(self, chosen):
        """The lines of a scorecard for the chosen blocks."""
        model = LogisticRegression(C=REGULARIZATION, max_iter=2000)
        model.fit(self.matrix[chosen], self.labels[chosen], sample_weight=self.weights[chosen])
        points = {answer: model.coef_[0][place] for answer, place in self.columns.items()}
        start = model.intercept_[0]
        lines = []
        for question in self.questions:
            own = [answer for answer in self.counts if answer[0] == question]
            zero = points[max(own, key=lambda answer: self.counts[answer])]
            start += zero
            lines.append("")
            lines += [f"{question}\t{answer}\t{points[question, answer] - zero:.2f}"
                      for _, answer in sorted(own, key=self.ranks.get)
                      if abs(points[question, answer] - zero) >= 0.005]
        return ["question\tanswer\tpoints", f"start\tall\t{start:.2f}"] + lines


def write_scorecard(pack, lines):
    with open(f"{pack}/scorecard.tsv", encoding="utf-8") as file:
        head = [line for line in file.read().split("\n") if line.startswith("#")]
    with open(f"{pack}/scorecard.tsv", "w", encoding="utf-8") as file:
        file.write("\n".join(head + lines) + "\n")


def clean_held_out(sample, pack, sets, target, folds=6):
    order = np.random.RandomState(0).permutation(len(sample.pages))
    cleaned = [[] for _ in sets]
    with tempfile.TemporaryDirectory() as scratch:
        for fold in range(folds):
            held = set(order[fold::folds].tolist())
            copy = shutil.copytree(pack, f"{scratch}/pack{fold}")
            write_scorecard(copy, sample.fit(~np.isin(sample.owners, list(held))))
            for number, (_, folder) in enumerate(sets):
                paths = {path for index, (owner, path) in enumerate(sample.pages) if index in held and owner == number}
                subprocess.run([".build/release/swapwire", "run", folder, "--charset", "utf-8", "--to", "clean",
                                "--pipeline", copy, "--out", f"{scratch}/out"], stderr=subprocess.DEVNULL, check=True)
                with open(f"{scratch}/out/clean.ndjson", encoding="utf-8") as file:
                    cleaned[number] += [line for line in file if json.loads(line)["path"] in paths]
    os.makedirs(target, exist_ok=True)
    for number, lines in enumerate(cleaned, 1):
        with open(f"{target}/{number}.ndjson", "w", encoding="utf-8") as file:
            file.writelines(lines)


def main():
    arguments = sys.argv[1:]
    target = None
    if "--held-out" in arguments:
        place = arguments.index("--held-out")
        target = arguments[place + 1]
        del arguments[place:place + 2]
    pack, sets = arguments[0], [argument.split("=") for argument in arguments[1:]]
    sample = Sample(pack, sets)
    print(f"{len(sample.pages)} pages, {len(sample.labels)} blocks")
    if target:
        clean_held_out(sample, pack, sets, target)
    write_scorecard(pack, sample.fit(np.full(len(sample.labels), True)))


if __name__ == "__main__":
    main()
