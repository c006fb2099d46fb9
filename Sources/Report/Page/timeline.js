// People over time: up for one side, down for the other; each movement of the ledger once.

const dayNumber = (day) => Date.parse(day + "T00:00:00Z") / 864e5;
const isoDay = (dayNumber) => new Date(dayNumber * 864e5).toISOString().slice(0, 10);

/** How wide a bar is: a day, a month or a year, so that at most some 240 stand side by side. */
function binning(first, last) {
  const days = dayNumber(last) - dayNumber(first) + 1;
  const unit = days <= 100 ? "day" : days <= 7300 ? "month" : "year";
  const length = { day: 10, month: 7, year: 4 }[unit];
  const name = (day) => day.slice(0, length);
  const begin = (name) => (name + "-01-01").slice(0, 10);
  const next = (name) => {
    const date = new Date(begin(name) + "T00:00:00Z");
    if (unit === "day") date.setUTCDate(date.getUTCDate() + 1);
    else if (unit === "month") date.setUTCMonth(date.getUTCMonth() + 1);
    else date.setUTCFullYear(date.getUTCFullYear() + 1);
    return date.toISOString().slice(0, length);
  };
  const told = (name) => {
    const [year, month, day] = name.split("-");
    return [day && Number(day), month && months[month - 1], year].filter(Boolean).join(" ");
  };
  return { unit, name, begin, next, told, end: (name) => isoDay(dayNumber(begin(next(name))) - 1) };
}

/** Round steps of an axis: 1, 2 or 5 times a power of ten. */
function axisStep(most) {
  const rough = Math.max(most, 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((factor) => factor * power >= rough);
  return Math.max(1, factor * power);
}

/**
 * The two sides of a chart: the filtered party and all others in its movements; else the party that gets most of all and
 * the one that most movements share with it, whatever is filtered, so that no filter turns the chart over.
 */
function sides(isOfChart) {
  if (filters.party) return [filters.party, null];
  const all = data.ledger.filter((entry) => isOfChart(entry) && counts(entry));
  const got = new Map();
  for (const entry of all) for (const flow of entry.flows) if (flow.to) got.set(flow.to, (got.get(flow.to) || 0) + flow.high);
  const most = (map) => [...map.keys()].sort((a, b) => map.get(b) - map.get(a) || (a < b ? -1 : 1))[0];
  const up = most(got);
  const shared = new Map();
  for (const entry of all) {
    if (entry.parties.includes(up)) for (const party of entry.parties) if (party !== up) shared.set(party, (shared.get(party) || 0) + 1);
  }
  return [up, most(shared)];
}

function drawTimeline(entries) {
  const charts = [
    chart(entries, (entry) => entry.kind !== "remains", "People"),
    chart(entries, (entry) => entry.kind === "remains", "Bodies"),
  ].filter(Boolean);
  fill(contentOf("timeline"), charts.length ? charts : h("p", { class: "note" }, "Nothing with a number and a date was carried out among what is shown."));
}

/** Movements that were carried out, not those that lie within a longer one that tells a number itself. */
const counts = (entry) => entry.state === "done" && entry.days !== null && entry.flows.length > 0
  && !(entry.within !== null && data.ledger[entry.within].flows.length > 0);

function chart(entries, isOfChart, what) {
  const all = entries.filter((entry) => isOfChart(entry) && counts(entry));
  const [up, down] = sides(isOfChart);
  // Without a party of its own the lower side is whoever else is in the movement.
  const isDown = (party) => (down === null ? party !== up : party === down);
  const isOurs = (entry) => down === null ? entry.parties.includes(up)
    : entry.parties.every((party) => party === up || party === down) || entry.parties.includes(up) && entry.parties.includes(down);
  const drawn = all.filter((entry) => isOurs(entry) && entry.flows.some((flow) => flow.to === up || isDown(flow.to)));
  const downName = down === null ? "other parties" : partyName(down);
  if (!drawn.length) return null;
  const first = drawn.map((entry) => entry.days[0]).sort()[0];
  const last = drawn.map((entry) => entry.days[0]).sort().pop();
  const { unit, name, begin, next, end, told } = binning(first, last);
  const bins = [];
  for (let bin = name(first); bin <= name(last); bin = next(bin)) bins.push({ name: bin, entries: 0, up: [0, 0], down: [0, 0] });
  const places = new Map(bins.map((bin, at) => [bin.name, at]));
  for (const entry of drawn) {
    const bin = bins[places.get(name(entry.days[0]))];
    bin.entries += 1;
    for (const flow of entry.flows) {
      const side = flow.to === up ? bin.up : isDown(flow.to) ? bin.down : null;
      if (side) { side[0] += flow.low; side[1] += flow.high; }
    }
  }

  const width = Math.max(contentOf("timeline").clientWidth, 280), left = 56, right = 8, top = 26, bottom = 40, half = 120;
  const mostUp = Math.max(...bins.map((bin) => bin.up[1])), mostDown = Math.max(...bins.map((bin) => bin.down[1]));
  const step = axisStep(Math.max(mostUp, mostDown));
  // A side that is small beside the other gets no more room than it needs.
  const reach = (most) => (most === 0 ? 0 : most < step ? Math.max(most, step / 4) : Math.ceil(most / step) * step);
  const scale = half / Math.max(reach(mostUp), reach(mostDown));
  const zero = top + reach(mostUp) * scale, height = zero + reach(mostDown) * scale + bottom;
  const slot = (width - left - right) / bins.length, bar = Math.min(Math.max(slot * 0.7, 1.5), 36);
  const x = (at) => left + at * slot;

  const grid = [];
  for (let at = -Math.floor(reach(mostDown) / step); at <= reach(mostUp) / step; at++) {
    const y = zero - at * step * scale;
    grid.push(s("line", { x1: left, x2: width - right, y1: y, y2: y, class: at === 0 ? "axis" : "grid" }),
      s("text", { x: left - 8, y: y + 4, "text-anchor": "end" }, number(Math.abs(at * step))));
  }
  const ticks = [];
  let free = 0;
  bins.forEach((bin, at) => {
    const isYear = unit !== "day" && bin.name.slice(5) === "01" || unit === "year" || at === 0;
    const text = unit === "day" ? told(bin.name) : unit === "year" ? bin.name : isYear ? `${told(bin.name)}` : told(bin.name).slice(0, 3);
    const needed = text.length * 7 + 14;
    if (isYear && unit === "month") ticks.push(s("line", { x1: x(at), x2: x(at), y1: top, y2: height - bottom + 4, class: "grid" }));
    const isDue = unit !== "month" || isYear || slot >= 12 && Number(bin.name.slice(5)) % 3 === 1;
    const nextYear = unit === "month" ? bins.findIndex((other, place) => place > at && other.name.endsWith("-01")) : -1;
    const fits = isYear || nextYear < 0 || x(nextYear) - x(at) > needed;
    if (isDue && x(at) >= free && fits && x(at) + needed < width + 20) {
      ticks.push(s("text", { x: x(at), y: height - bottom + 18 }, text));
      free = x(at) + needed;
    }
  });

  const column = (at, [low, high], isUp) => {
    const side = isUp ? "up" : "down";
    const box = (from, to, more) => s("rect", {
      x: x(at) + (slot - bar) / 2, width: bar, y: isUp ? zero - to * scale : zero + from * scale,
      height: Math.max((to - from) * scale, to > from ? 1 : 0), class: side + more,
    });
    return [box(0, low, ""), high > low && box(low, high, " spread")];
  };
  const bars = bins.map((bin, at) => {
    if (!bin.entries) return null;
    const text = `${told(bin.name)}: ${rangeText(...bin.up)} to ${partyName(up)}`
      + (down !== undefined ? `, ${rangeText(...bin.down)} to ${downName}` : "") + `; ${counted(bin.entries, "movement")}`;
    const choose = () => { setDays(begin(bin.name), end(bin.name)); show(); byId("ledger").scrollIntoView(); byId("ledger-title").focus({ preventScroll: true }); };
    return s("g", {
      class: "bin", role: "button", tabindex: "0", "aria-label": text, onclick: choose,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(); } },
    }, s("title", {}, text), s("rect", { class: "hit", x: x(at), y: top, width: slot, height: height - top - bottom }),
      column(at, bin.up, true), column(at, bin.down, false));
  });

  const rest = all.length - drawn.length;
  const svg = s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${what} by ${unit}` }, grid, ticks, bars,
    s("text", { x: left, y: 14, class: "label-up" }, `↑ ${what} to ${partyName(up)}, by ${unit}`),
    down !== undefined && s("text", { x: left, y: height - 4, class: "label-down" }, `↓ ${what} to ${downName}`));
  return h("figure", {}, svg, h("figcaption", {},
    h("span", { class: "computed" }, "computed"), ` ${what} handed over in ${counted(drawn.length, "movement")} of the ledger that `
      + `${drawn.length === 1 ? "has" : "have"} a date and a number. A pale end is where articles differ. `
      + (rest > 0 ? `${counted(rest, "movement")} between other parties ${rest === 1 ? "is" : "are"} not drawn. ` : ""),
    h("span", { class: "hint" }, rest > 0 && "Choose a party above to see its own. ", "A bar chooses its days.")));
}
