// Events: one row for what one article says.

let eventTable = null;

const articleOf = (event) => data.articles[event.article];

const titleOf = (article) => article.title || article.path;

function eventLink(at) {
  const article = articleOf(data.events[at]);
  return h("a", { href: "#" + data.events[at].anchor, dir: "auto" }, titleOf(article), article.published && ` (${article.published})`);
}

/** The web address of an article; only those of the web become links. */
const isWebAddress = (url) => url && /^https?:\/\//i.test(url);

function makeEvents() {
  eventTable = new DataTable(contentOf("events"), {
    caption: "Events", name: "events", empty: "No event matches the filters.", id: (event) => event.anchor,
    columns: [
      { title: "Date", cellClass: "day", cell: (event) => dateText(event.date), key: (event) => sortDate(event.date) },
      { title: "Type", key: (event) => event.type, cell: (event) => kindText[event.type] },
      { title: "Status", key: (event) => event.status || "", cell: (event) => event.status },
      { title: "How many", cellClass: "people", key: (event) => Math.max(...event.transfers.map((transfer) => transfer.count || 0), 0),
        cell: (event) => event.transfers.length ? event.transfers.map((transfer, at) => [at > 0 && h("br"), transferText(transfer)])
          : [event.place, event.mediators.length > 0 && h("span", { class: "quiet" }, ` through ${event.mediators.map(partyName).join(", ")}`)] },
      { title: "On whose word", key: (event) => sourceNames(event).join(), cell: (event) => sourceNames(event).join(", ") },
      { title: "Article", cellClass: "text", key: (event) => titleOf(articleOf(event)), cell: (event) =>
        [h("bdi", { dir: "auto" }, shortened(titleOf(articleOf(event)))), articleOf(event).published && h("span", { class: "quiet" }, ` ${articleOf(event).published}`)] },
    ],
    detail: (event) => [passages(event), slotTable(event),
      h("p", {}, h("button", { type: "button", onclick: () => openArticle(event.article) }, "Read the whole article"), " ",
        h("code", {}, event.id), " ", h("code", { class: "quiet" }, articleOf(event).path))],
  });
}

const shortened = (text) => (text.length > 140 ? text.slice(0, 139) + "…" : text);

/** Shows the event or movement that the address names. */
function followAddress() {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const event = data.events.find((event) => event.anchor === anchor);
  if (!event) return;
  byId("article").close();
  if (!eventTable.reveal(event)) {
    clearFilters();
    show();
    eventTable.reveal(event);
  }
}
