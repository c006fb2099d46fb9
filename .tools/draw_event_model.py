"""Draws what an event holds, from the published schema, as SVG on standard output.

    swapwire schema events | .tools/draw_event_model.py > Sources/Records/Records.docc/Resources/event-model.svg
"""

import html
import json
import sys

schema = json.load(sys.stdin)
ROW, HEAD, WIDTH, GAP = 22, 30, 250, 26


def kind(rule):
    if "$ref" in rule:
        name = rule["$ref"].rsplit("/", 1)[1]
        rule = schema["$defs"][name]
        if name in ("party", "count"):
            return {"party": "party code", "count": "number"}[name] + (" or null" if "null" in rule["type"] else "")
    if "enum" in rule:
        values = [value for value in rule["enum"] if value is not None]
        return f"one of {len(values)}" + (" or null" if None in rule["enum"] else "")
    if rule.get("type") == "array":
        item = rule["items"]
        return "list" if item.get("type") == "object" else "list of texts"
    names = {"string": "text", "integer": "number", "object": "", "null": "null"}
    types = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    return " or ".join(names[name] for name in types)


def members(rule):
    return [(name, kind(value)) for name, value in rule["properties"].items()]


class Box:
    def __init__(self, title, rows, x, y):
        self.title, self.rows, self.x, self.y = title, rows, x, y
        self.height = HEAD + ROW * len(rows) + 8

    def row(self, name):
        place = [row[0] for row in self.rows].index(name)
        return self.y + HEAD + ROW * place + ROW / 2 + 2

    def svg(self):
        parts = [f'<rect x="{self.x}" y="{self.y}" width="{WIDTH}" height="{self.height}" rx="6" class="box"/>',
                 f'<text x="{self.x + 12}" y="{self.y + 20}" class="title">{html.escape(self.title)}</text>']
        for place, (name, told) in enumerate(self.rows):
            y = self.y + HEAD + ROW * place + ROW / 2 + 6
            parts.append(f'<text x="{self.x + 12}" y="{y}">{html.escape(name)}</text>')
            parts.append(f'<text x="{self.x + WIDTH - 12}" y="{y}" class="kind" text-anchor="end">{html.escape(told)}</text>')
        return "\n".join(parts)


event = Box("event", members(schema), 20, 20)
parts, y = [], 20
for name in ["article", "transfers", "including", "sources", "evidence"]:
    rule = schema["properties"][name]
    box = Box({"article": "article", "transfers": "transfer", "including": "counted part", "sources": "source",
               "evidence": "piece of evidence"}[name], members(rule.get("items", rule)), 400, y)
    parts.append((name, box))
    y += box.height + GAP
height = max(y, event.height + 40)
event.y = (height - event.height) // 2

lines = []
for name, box in parts:
    start, end = event.row(name), box.y + 15
    lines.append(f'<path d="M{event.x + WIDTH} {start} C{event.x + WIDTH + 60} {start} {box.x - 60} {end} {box.x} {end}" class="line"/>')
print(f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 670 {height}" width="670" height="{height}" role="img"
  aria-label="What an event holds: its own members, and lists of transfers, counted parts, sources and evidence">
<style>
  svg {{ color-scheme: light dark; font: 14px system-ui, sans-serif; background: light-dark(#fff, #14181d); }}
  text {{ fill: light-dark(#1b1f24, #e3e7ec); }}
  .title {{ font-weight: 600; }}
  .kind {{ fill: light-dark(#57606a, #a3adb8); font-size: 12px; }}
  .box {{ fill: light-dark(#f3f5f7, #1d232a); stroke: light-dark(#8c959f, #57606a); }}
  .line {{ fill: none; stroke: light-dark(#1f6fb2, #62aef0); stroke-width: 1.5; }}
</style>""")
print("\n".join(lines + [box.svg() for box in [event] + [box for _, box in parts]]))
print("</svg>")
