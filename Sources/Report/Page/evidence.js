// Words of articles with the slots that they filled.

/** A text with its marks: each piece of evidence with the names of its slots; overlapping ones are joined. */
function marked(text, start, evidence) {
  const marks = [];
  const own = evidence
    .map((item) => ({
      from: placeIn(text, item.start - start), to: placeIn(text, item.end - start), slots: item.slots, rule: item.rule,
    }))
    .filter((mark) => mark.from >= 0 && mark.to <= text.length && mark.from < mark.to)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const mark of own) {
    const last = marks[marks.length - 1];
    if (last && mark.from < last.to) {
      last.to = Math.max(last.to, mark.to);
      for (const slot of mark.slots) last.slots.add(slot);
      last.rules.add(mark.rule);
    } else {
      marks.push({ from: mark.from, to: mark.to, slots: new Set(mark.slots), rules: new Set([mark.rule]) });
    }
  }
  const nodes = [];
  let place = 0;
  for (const mark of marks) {
    nodes.push(text.slice(place, mark.from));
    const slots = [...mark.slots].join(", ");
    nodes.push(h("mark", { title: `${slots}: ${[...mark.rules].join(", ")}` }, text.slice(mark.from, mark.to), h("small", {}, slots)));
    place = mark.to;
  }
  nodes.push(text.slice(place));
  return nodes;
}

const context = 500;

/** The paragraphs with an event's evidence, cut where they are long. */
function passages(event) {
  const found = [];
  for (const piece of textOf(data.articles[event.article])) {
    const { start, text } = piece;
    for (const item of event.evidence) {
      const from = placeIn(text, item.start - start), to = placeIn(text, item.end - start);
      if (item.start < start || to > text.length) continue;
      const last = found[found.length - 1];
      if (last && last.piece === piece && from >= last.from && to <= last.to) continue;
      const before = text.lastIndexOf("\n\n", from);
      const after = text.indexOf("\n\n", to);
      const paragraph = { from: before < 0 ? 0 : before + 2, to: after < 0 ? text.length : after };
      const passage = { piece, from: Math.max(paragraph.from, from - context), to: Math.min(paragraph.to, to + context) };
      if (/[\udc00-\udfff]/.test(text[passage.from] || "")) passage.from -= 1;
      if (/[\udc00-\udfff]/.test(text[passage.to] || "")) passage.to += 1;
      passage.isCutBefore = passage.from > paragraph.from;
      passage.isCutAfter = passage.to < paragraph.to;
      found.push(passage);
    }
  }
  return found.map(({ piece, from, to, isCutBefore, isCutAfter }) => {
    const start = piece.start + [...piece.text.slice(0, from)].length;
    return h("blockquote", { dir: "auto" }, isCutBefore && "…", marked(piece.text.slice(from, to), start, event.evidence), isCutAfter && "…");
  });
}

/** What filled each slot: its value, the words, the rule, the code points. */
function slotTable(event) {
  const values = {
    type: [kindText[event.type]], status: [event.status], date: [event.date], transfers: event.transfers.map(transferText),
    including: event.including.map(partText), ordinal: [event.ordinal && `number ${event.ordinal} of the war`], place: [event.place],
    mediators: event.mediators.map(partyName), sources: event.sources.map(sourceText),
  };
  const names = [...new Set([...Object.keys(values), ...event.evidence.flatMap((item) => item.slots)])];
  const rows = [];
  for (const name of names) {
    const told = (values[name] || []).filter(Boolean);
    const evidence = event.evidence.filter((item) => item.slots.includes(name));
    if (!told.length && !evidence.length) continue;
    rows.push(h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, told.join("; ") || h("span", { class: "quiet" }, "not used")),
      h("td", { class: "text" }, evidence.map((item, at) => [at > 0 && h("br"), h("bdi", {}, `“${item.text}”`), " ",
        h("code", { class: "quiet", title: `code points ${item.start} to ${item.end}` }, item.rule)]))));
  }
  return scrolling(`Slots of ${event.anchor}`, h("table", {}, h("caption", { class: "note" }, "What filled each slot"),
    h("thead", {}, h("tr", {}, ["Slot", "Value", "Words and rule"].map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows)));
}
