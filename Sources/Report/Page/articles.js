// Articles, and what could not be read.

function makeArticles() {
  const numbers = new Map();
  for (const event of data.events) numbers.set(event.article, (numbers.get(event.article) || 0) + 1);
  const table = new DataTable(contentOf("articles"), {
    caption: "Articles", name: "articles", empty: "No articles.",
    columns: [
      { title: "Published", cellClass: "day", key: (at) => data.articles[at].published || "~", cell: (at) => data.articles[at].published || h("span", { class: "quiet" }, "not told") },
      { title: "Title", cellClass: "text", key: (at) => titleOf(data.articles[at]), cell: (at) => data.articles[at].text === null
        ? h("bdi", { dir: "auto" }, shortened(titleOf(data.articles[at])))
        : h("button", { type: "button", class: "link", dir: "auto", onclick: () => openArticle(at) }, shortened(titleOf(data.articles[at]))) },
      { title: "File", cellClass: "text", key: (at) => data.articles[at].path, cell: (at) => h("code", {}, data.articles[at].path) },
      { title: "Language", key: (at) => data.articles[at].language || "", cell: (at) => data.articles[at].language },
      { title: "Events", isNumber: true, key: (at) => numbers.get(at) || 0, cell: (at) => number(numbers.get(at) || 0) },
    ],
  });
  table.show(data.articles.map((_, at) => at));
}

/** A text in paragraphs, each with the blank line behind it; what is longer than any is cut, as browsers take minutes for it. */
const blocks = (text) => text.split(/(?<=\n\n)/).flatMap((paragraph) => paragraph.match(/[^]{1,5000}(?:\s+|$)|[^]{1,5000}/gu) || []);

function openArticle(at) {
  const article = data.articles[at];
  const evidence = data.events.filter((event) => event.article === at).flatMap((event) => event.evidence);
  const dialog = byId("article");
  const pieces = textOf(article);
  const paragraphs = pieces.map((piece, place) => {
    let start = piece.start;
    return [place > 0 && h("p", { class: "quiet" }, "…"), blocks(piece.text).map((text) => {
      const node = h("p", { dir: "auto" }, marked(text, start, evidence.filter((item) => item.end > start && item.start < start + text.length)));
      start += [...text].length;
      return node;
    })];
  });
  fill(dialog, h("header", {}, h("h2", { id: "article-title", dir: "auto" }, shortened(titleOf(article))),
    h("button", { type: "button", onclick: () => dialog.close() }, "Close")),
  h("p", { class: "note" }, [article.published, article.path].filter(Boolean).join(" · "), isWebAddress(article.url) && [" · ",
    h("a", { href: article.url, rel: "noreferrer noopener" }, article.url)]),
  h("div", { class: "body" }, pieces.length ? paragraphs : "The report was made without this text."));
  dialog.showModal();
  dialog.scrollTop = 0;
}

function makeFailures() {
  const table = new DataTable(contentOf("failures"), {
    caption: "Failures", name: "failures", empty: "Every file could be read.",
    columns: [
      { title: "File", cellClass: "text", key: (failure) => failure.path, cell: (failure) => h("code", {}, failure.path) },
      { title: "Stage", key: (failure) => failure.stage, cell: (failure) => failure.stage },
      { title: "Code", key: (failure) => failure.code, cell: (failure) => failure.code },
      { title: "What happened, what to do", cellClass: "text", cell: (failure) => failure.message },
    ],
  });
  table.show(data.failures);
}
