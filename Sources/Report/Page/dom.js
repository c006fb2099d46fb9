// Elements out of data. Texts of articles only ever become text nodes.

const SVG = "http://www.w3.org/2000/svg";

function element(namespace, name, attributes, children) {
  const node = namespace ? document.createElementNS(namespace, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  append(node, children);
  return node;
}

const h = (name, attributes, ...children) => element(null, name, attributes, children);
const s = (name, attributes, ...children) => element(SVG, name, attributes, children);

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : visible(String(child)));
  }
}

function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

/** A wide table that scrolls by itself, by keyboard too. */
const scrolling = (label, table) => h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Table: ${label}` }, table);

const byId = (id) => document.getElementById(id);
const contentOf = (id) => byId(id).querySelector(".content");

/** Characters that turn the direction of what stands around them, or control a terminal, are shown as such. */
const visible = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

const number = (value) => value.toLocaleString("en-US");
const counted = (value, noun) => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
