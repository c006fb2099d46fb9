// What articles say in total, beside what the listed movements add up to.

function sumText(sum) {
  if (!sum) return h("span", { class: "quiet" }, "not comparable");
  const more = sum.withoutNumber ? `, ${number(sum.withoutNumber)} more without a number` : "";
  return [sum.entries || !sum.withoutNumber ? rangeText(sum.low, sum.high) : "no number",
    h("span", { class: "quiet" }, ` in ${counted(sum.entries, "movement")}${more}`)];
}

function makeTotals() {
  const bar = (value, tally, name) => value > 0
    && h("span", { class: "bar " + name, style: `width:${(100 * value) / Math.max(tally.count, tally.sum ? tally.sum.high : 0)}%` });
  return new DataTable(contentOf("totals"), {
    caption: "Totals", name: "totals", empty: data.tallies.length ? "No total matches the filters." : "No article tells a total.",
    columns: [
      { title: "Up to", cellClass: "day", key: (tally) => tally.asOf || "~", cell: (tally) => tally.asOf || h("span", { class: "quiet" }, "not told") },
      { title: "To", key: (tally) => partyName(tally.to), cell: (tally) => [partyName(tally.to), tally.from && h("span", { class: "quiet" }, ` from ${partyName(tally.from)}`)] },
      { title: "Period", cellClass: "day", key: (tally) => tally.period || "~", cell: (tally) => dateText(tally.period) },
      { title: "Told", cellClass: "amount", key: (tally) => tally.count, cell: (tally) => [countText(tally.count, tally.bound, categories[tally.category]), bar(tally.count, tally, "told")] },
      { title: "Sum, computed", cellClass: "amount", key: (tally) => (tally.sum ? tally.sum.high : -1), cell: (tally) => [sumText(tally.sum), tally.sum && bar(tally.sum.high, tally, "sum")] },
      { title: "Told by", cellClass: "text", cell: (tally) => [tally.events.slice(0, 3).map((at, place) => [place > 0 && h("br"), eventLink(at)]),
        tally.events.length > 3 && ` and ${number(tally.events.length - 3)} more`] },
    ],
  });
}
