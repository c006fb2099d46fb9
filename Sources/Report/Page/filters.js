// What is shown: one set of filters for the timeline, the ledger and the events.

const filters = { words: "", party: "", type: "", status: "", source: "", from: "", to: "" };

const sorted = (values) => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

const sourceNames = (event) => event.sources.map((source) => source.name || source.organization).filter(Boolean);

const partiesOf = (event) => event.transfers.flatMap((transfer) => [transfer.from, transfer.to]).filter(Boolean);

/** Lower-case text of an event that words are looked for in; made once. */
function searchText(event) {
  event.search ||= [data.articles[event.article].title, data.articles[event.article].path, event.id, event.place, event.date,
    ...event.sources.map(sourceText), ...event.including.map((part) => part.label), ...partiesOf(event).map(partyName),
    ...event.evidence.map((item) => item.text)].filter(Boolean).join("\n").toLowerCase();
  return event.search;
}

/** Whether an event's date, which may be a month or a period, touches the days asked for. */
function isInDays(event) {
  if (!filters.from && !filters.to) return true;
  if (event.days === null) return false;
  return (!filters.from || event.days[1] >= filters.from) && (!filters.to || event.days[0] <= filters.to);
}

function matches(event) {
  return (!filters.party || partiesOf(event).includes(filters.party))
    && (!filters.type || event.type === filters.type)
    && (!filters.status || (event.status || "none") === filters.status)
    && (!filters.source || sourceNames(event).includes(filters.source))
    && isInDays(event)
    && filters.words.toLowerCase().split(/\s+/).every((word) => searchText(event).includes(word));
}

function makeFilters(changed) {
  const form = byId("filters");
  const field = (name, title, input) => {
    input.id = `filter-${name}`;
    input.name = name;
    input.addEventListener("input", () => { filters[name] = input.value; changed(); });
    return h("div", {}, h("label", { for: input.id }, title), input);
  };
  const choice = (name, title, values, told) =>
    field(name, title, h("select", {}, h("option", { value: "" }, "all"), values.map((value) => h("option", { value }, told(value)))));
  const frequency = new Map();
  for (const code of data.events.flatMap(partiesOf)) frequency.set(code, (frequency.get(code) || 0) + 1);
  const parties = [...frequency.keys()].sort((a, b) => frequency.get(b) - frequency.get(a) || (a < b ? -1 : 1));
  const kinds = Object.keys(kindText).filter((kind) => data.events.some((event) => event.type === kind));
  const statuses = sorted(data.events.map((event) => event.status || "none"));
  fill(form,
    field("words", "Words", h("input", { type: "search", autocomplete: "off" })),
    choice("party", "Party", parties, partyName),
    choice("type", "Type", kinds, (kind) => kindText[kind]),
    choice("status", "Status", statuses, (status) => (status === "none" ? "without status" : status)),
    choice("source", "On whose word", sorted(data.events.flatMap(sourceNames)), (name) => visible(name)),
    field("from", "From day", h("input", { type: "date" })),
    field("to", "To day", h("input", { type: "date" })),
    h("div", {}, h("button", { type: "button", id: "show-all", onclick: () => { clearFilters(); changed(); } }, "Show all")));
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** The filters in force, in words. */
function filterText() {
  const told = { words: `words “${filters.words}”`, party: partyName(filters.party), type: kindText[filters.type], status: filters.status,
    source: `on the word of ${filters.source}`, from: `from ${filters.from}`, to: `until ${filters.to}` };
  return Object.keys(filters).filter((name) => filters[name]).map((name) => told[name]).join(", ");
}

function clearFilters() {
  byId("filters").reset();
  for (const name in filters) filters[name] = "";
}

function setDays(from, to) {
  Object.assign(filters, { from, to });
  byId("filter-from").value = from;
  byId("filter-to").value = to;
}
