// The ledger: one row a movement.

const flowText = (entry) => entry.flows.length
  ? entry.flows.map((flow, at) => [at > 0 && " · ",
    h("span", { class: "flow" }, `${bounds[flow.bound]}${rangeText(flow.low, flow.high)} → ${partyName(flow.to)}`)])
  : h("span", { class: "quiet" }, entry.parties.length ? `${entry.parties.map(partyName).join(", ")}; no number told` : "no number told");

function makeLedger() {
  return new DataTable(contentOf("ledger"), {
    caption: "Ledger of movements", name: "ledger", empty: "No movement matches the filters.",
    columns: [
      { title: "Date", cellClass: "day", cell: (entry) => dateText(entry.date), key: (entry) => sortDate(entry.days ? entry.days[0] : entry.date) },
      { title: "What", key: (entry) => entry.kind + entry.state, cell: (entry) => [kindText[entry.kind],
        entry.state !== "done" && h("span", { class: "state" }, ` ${entry.statuses.join(" or ")}`),
        entry.within !== null && h("span", { class: "quiet" }, " part of ", dateText(data.ledger[entry.within].date))] },
      { title: "How many", key: (entry) => Math.max(...entry.flows.map((flow) => flow.high), 0), cell: flowText },
      { title: "Articles", isNumber: true, key: (entry) => entry.articles, cell: (entry) => number(entry.articles) },
    ],
    detail: (entry) => [h("p", {}, entry.articles > 1 ? "Put together from" : "Told by"),
      h("ul", {}, entry.events.map((at) => h("li", {}, eventLink(at), h("span", { class: "quiet" }, ` ${data.events[at].transfers.map(transferText).join("; ")}`))))],
  });
}
