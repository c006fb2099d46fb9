// Puts the page together, and again whenever a filter changes.

let ledgerTable = null;
let totalsTable = null;

let drawnEntries = [];

function show() {
  const events = data.events.filter(matches);
  const shown = new Set(events);
  const isShown = (at) => shown.has(data.events[at]);
  const entries = data.ledger.filter((entry) => entry.events.some(isShown));
  drawnEntries = entries;
  drawTimeline(entries);
  totalsTable.show(data.tallies.filter((tally) => tally.events.some(isShown)));
  ledgerTable.show(entries);
  eventTable.show(events);
  fill(byId("found"), events.length === data.events.length
    ? `All ${counted(events.length, "event")}; ${counted(data.ledger.length, "movement")}.`
    : `${counted(events.length, "event")} of ${number(data.events.length)}, ${counted(entries.length, "movement")} of ${number(data.ledger.length)}: ${filterText()}.`);
}

function drawHeader() {
  const articles = new Set(data.events.map((event) => event.article)).size;
  fill(byId("made"), `${counted(data.events.length, "event")} in ${counted(articles, "article")} of ${number(data.articles.length)} that were read; `
    + (data.failures.length ? `${counted(data.failures.length, "file")} could not be read.` : "every file could be read."));
}

/** What the run was made with, member by member. */
function drawAbout() {
  const rows = [];
  const walk = (value, name) => {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      for (const [key, member] of Object.entries(value)) walk(member, name ? `${name}.${key}` : key);
    } else rows.push(h("tr", {}, h("th", { scope: "row" }, name), h("td", { class: "text" }, h("code", {}, Array.isArray(value) ? value.join(", ") : String(value)))));
  };
  walk(data.run || {}, "");
  fill(contentOf("about"), rows.length ? scrolling("Made with", h("table", {}, h("tbody", {}, rows))) : "The folder has no run.json.");
}

/** Copies of one article have events of one id. */
function nameAnchors() {
  const copies = new Map();
  for (const event of data.events) {
    const copy = (copies.get(event.id) || 0) + 1;
    copies.set(event.id, copy);
    event.anchor = copy > 1 ? `${event.id}.${copy}` : event.id;
  }
}

nameAnchors();
makeFilters(show);
drawHeader();
totalsTable = makeTotals();
ledgerTable = makeLedger();
makeEvents();
makeArticles();
makeFailures();
drawAbout();
show();
/** Charts are as wide as the page; their height, which they change themselves, is nothing to follow. */
let drawnWidth = contentOf("timeline").clientWidth;
new ResizeObserver(() => {
  const width = contentOf("timeline").clientWidth;
  if (width === drawnWidth) return;
  drawnWidth = width;
  drawTimeline(drawnEntries);
}).observe(byId("timeline"));
window.addEventListener("hashchange", followAddress);
followAddress();
