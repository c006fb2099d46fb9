// A table that is sorted by its headings, shown a page at a time, with rows that open.

const pageSize = 50;

class DataTable {
  /**
   * columns: {title, cell(row), key(row) for sorting, isNumber, cellClass}; detail(row) gives the nodes of an opened row;
   * id(row) its anchor.
   */
  constructor(container, { caption, name, columns, detail, id, empty }) {
    Object.assign(this, { columns, detail, id, empty, rows: [], page: 0, opened: new Set(), isPrinting: false });
    this.sorting = { column: columns.findIndex((column) => column.key), isDescending: false };
    this.headings = columns.map((column, at) =>
      h("th", { scope: "col", class: column.isNumber && "number" },
        column.key ? h("button", { type: "button", onclick: () => this.sort(at) }, column.title) : column.title));
    this.body = h("tbody");
    this.pager = h("div", { class: "pager" });
    const opener = detail && h("th", { scope: "col", class: "opener" }, h("span", { class: "quiet" }, "Open"));
    fill(container, scrolling(caption,
      h("table", { class: `rows ${name}-table` }, h("thead", {}, h("tr", {}, opener, this.headings)), this.body)), this.pager);
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
  }

  show(rows) {
    this.rows = rows;
    this.page = 0;
    this.order();
  }

  sort(column) {
    const isSame = this.sorting.column === column;
    this.sorting = { column, isDescending: isSame ? !this.sorting.isDescending : !!this.columns[column].isNumber };
    this.page = 0;
    this.order();
  }

  order() {
    const { column, isDescending } = this.sorting;
    const keys = new Map(this.rows.map((row, at) => [row, { key: this.columns[column].key(row), at }]));
    this.rows = [...this.rows].sort((left, right) => {
      const a = keys.get(left), b = keys.get(right);
      const difference = typeof a.key === "number" ? a.key - b.key : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
      return (isDescending ? -difference : difference) || a.at - b.at;
    });
    this.headings.forEach((heading, at) => {
      if (at === column) heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      else heading.removeAttribute("aria-sort");
    });
    this.render();
  }

  print(isPrinting) {
    this.isPrinting = isPrinting;
    this.render();
  }

  render() {
    const pages = Math.max(1, Math.ceil(this.rows.length / pageSize));
    this.page = Math.min(this.page, pages - 1);
    const from = this.isPrinting ? 0 : this.page * pageSize;
    const shown = this.isPrinting ? this.rows : this.rows.slice(from, from + pageSize);
    fill(this.body, shown.map((row) => this.line(row)));
    if (!this.rows.length) fill(this.body, h("tr", {}, h("td", { colspan: "99", class: "quiet" }, this.empty)));
    const turn = (by, text) => h("button", {
      type: "button", disabled: this.page + by < 0 || this.page + by >= pages,
      onclick: () => { this.page += by; this.render(); this.body.closest("section").scrollIntoView(); },
    }, text);
    fill(this.pager, pages > 1 && [turn(-1, "Back"), turn(1, "Next"),
      `${number(from + 1)}–${number(from + shown.length)} of ${number(this.rows.length)}`]);
  }

  line(row) {
    const cells = this.columns.map((column) =>
      h("td", { "data-title": column.title, class: [column.isNumber && "number", column.cellClass].filter(Boolean).join(" ") || null }, column.cell(row)));
    const line = h("tr", { id: this.id ? this.id(row) : null });
    if (!this.detail) {
      append(line, cells);
      return line;
    }
    const isOpen = this.opened.has(row);
    const toggle = h("button", {
      type: "button", class: "toggle", "aria-expanded": String(isOpen),
      "aria-label": `Details of ${cells.map((cell) => cell.textContent).filter(Boolean).slice(0, 3).join(", ")}`,
      onclick: () => {
        if (!this.opened.delete(row)) this.opened.add(row);
        const fresh = this.line(row);
        line.nextSibling?.classList.contains("detail") && line.nextSibling.remove();
        line.replaceWith(...fresh);
        fresh[0].querySelector(".toggle").focus();
      },
    }, isOpen ? "▾" : "▸");
    append(line, [h("td", { class: "opener" }, toggle), cells]);
    if (!isOpen) return [line];
    return [line, h("tr", { class: "detail" }, h("td", { colspan: String(this.columns.length + 1) }, this.detail(row)))];
  }

  /** Turns to a row, opens it and moves there; false where the rows shown do not hold it. */
  reveal(row) {
    const place = this.rows.indexOf(row);
    if (place < 0) return false;
    this.page = Math.floor(place / pageSize);
    this.opened.add(row);
    this.render();
    const line = this.body.querySelectorAll("tr:not(.detail)")[place - this.page * pageSize];
    line.scrollIntoView({ block: "start" });
    line.querySelector(".toggle").focus({ preventScroll: true });
    return true;
  }
}
