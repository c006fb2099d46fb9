// What the report is of. Positions in these lists are what the lists say of each other.

const data = JSON.parse(byId("data").textContent);

const partyName = (code) => (code === null ? "not told" : data.parties[code] || code);

/** What sorts an EDTF date; dates without a year come last. */
const sortDate = (date) => (date === null ? "~~" : date.startsWith("X") ? "~" + date : date.replace(/^\.\.\//, ""));

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An EDTF date for people. */
function dateText(date) {
  if (date === null) return h("span", { class: "quiet" }, "not told");
  const [from, to] = date.split("/");
  if (to === "..") return `since ${from}`;
  if (from === "..") return `until ${to}`;
  if (to) return `${from} to ${to}`;
  const [year, month, day] = date.split("-");
  return year === "XXXX" ? [day && Number(day), months[month - 1], "of a year not told"].filter(Boolean).join(" ") : date;
}

const bounds = { exact: "", about: "about ", at_least: "at least ", at_most: "at most " };

const countText = (count, bound, noun) => (count === null ? `${noun}, number not told,` : `${bounds[bound] || ""}${number(count)} ${noun}`);

const categories = { military: "soldiers", civilian: "civilians", child: "children", wounded: "wounded", remains: "bodies", people: "people" };

const kindText = { exchange: "exchange", release: "release", remains: "bodies", talks: "talks", tally: "total", held: "held" };

const rangeText = (low, high) => (low === high ? number(low) : `${number(low)}–${number(high)}`);

function transferText(transfer) {
  const ends = [transfer.from && `from ${partyName(transfer.from)}`, transfer.to && `to ${partyName(transfer.to)}`];
  return [countText(transfer.count, transfer.bound, categories[transfer.category]), ...ends].filter(Boolean).join(" ").replace(/,$/, "");
}

function partText(part) {
  const who = countText(part.count, part.bound, part.label || categories[part.category]);
  return [who, part.to && `to ${partyName(part.to)}`].filter(Boolean).join(" ").replace(/,$/, "");
}

const sourceText = (source) => [source.name, source.role, source.organization, source.channel].filter(Boolean).join(", ");

/** The lines of texts stay unread until an article is opened. */
let textLines = null;

/** The pieces of an article's text that the report holds: code point of the first character, and the text. */
function textOf(article) {
  if (article.text === null) return [];
  textLines ||= byId("texts").textContent.split("\n");
  return JSON.parse(textLines[article.text]);
}

/** Code points before a place, as a place in the string, which counts what lies above U+FFFF twice. */
function placeIn(text, codePoints) {
  if (!/[\ud800-\udbff]/.test(text)) return codePoints;
  let place = 0;
  for (let left = codePoints; left > 0 && place < text.length; left--) {
    place += text.codePointAt(place) > 0xffff ? 2 : 1;
  }
  return place;
}
