"""Looks at a report in headless Chromium as a reader would, and at a hostile and a large one.

    .tools/check_report.py PROGRAM [--screenshots FOLDER]

Needs playwright and axe-playwright-python (PyPI) and Debian's chromium. Asserts counts, filters, sorting,
expansion, the article view, addresses of events, printing, accessibility (axe: WCAG 2 A and AA), no console
output, no network request; prints what it checked.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

program = os.path.realpath(sys.argv[1])
shots = sys.argv[3] if len(sys.argv) > 3 and sys.argv[2] == "--screenshots" else None
root = os.path.realpath(os.path.join(os.path.dirname(__file__), ".."))
work = tempfile.mkdtemp()
page_of_rows = 50


def check(name, found, expected=True):
    if found != expected:
        raise SystemExit(f"{name}: {found!r} instead of {expected!r}")
    print(f"  {name}: {found}")


def make(name, articles, *options):
    out = os.path.join(work, name)
    subprocess.run([program, "run", articles, "--out", out, "--log-level", "error"], check=True)
    page = os.path.join(work, name + ".html")
    subprocess.run([program, "report", out, "-o", page, *options], check=True, stderr=subprocess.DEVNULL)
    return page, [json.loads(line) for line in open(os.path.join(out, "events.ndjson"), encoding="utf-8")]


class Visit:
    """A page opened from disk; whatever it prints or asks the network for is a failure."""

    def __init__(self, browser, path, width=1280, height=900, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.page = context.new_page()
        self.complaints = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: request.url.startswith("file:") or self.complaints.append(request.url))
        began = time.monotonic()
        self.page.goto("file://" + path)
        self.page.wait_for_selector("#events tbody tr")
        self.seconds = time.monotonic() - began

    def count(self, selector):
        return self.page.locator(selector).count()

    def text(self, selector):
        return self.page.locator(selector).first.inner_text()

    def fits(self):
        """Whether nothing makes the page wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    def shot(self, name):
        if shots:
            os.makedirs(shots, exist_ok=True)
            self.page.screenshot(path=os.path.join(shots, name + ".png"))

    def end(self):
        check("console output, dialogs and network requests", self.complaints, [])
        self.page.context.close()


def fixtures(browser):
    path, events = make("fixtures", os.path.join(root, "fixtures", "articles"))
    print("fixtures")
    visit = Visit(browser, path)
    page = visit.page
    rows = "#events tbody tr:not(.detail)"
    shown = min(len(events), page_of_rows)
    check("events", visit.count(rows), shown)
    check("status line", visit.text("#found").startswith(f"All {len(events)} events"))
    check("failures", visit.count("#failures tbody tr"), 3)
    check("articles", visit.count("#articles tbody tr"), 20)
    visit.shot("desktop")

    page.select_option("#filter-type", "talks")
    talks = [event for event in events if event["type"] == "talks"]
    check("events of one type", visit.count(rows), len(talks))
    check("a place stands alone", [text for text in page.locator(rows + " td.people").all_inner_texts() if text.endswith("0")], [])
    page.select_option("#filter-type", "")
    page.select_option("#filter-party", "hamas")
    hamas = [e for e in events if any("hamas" in (t["from"], t["to"]) for t in e["transfers"])]
    check("events of one party", visit.count(rows), len(hamas))
    page.click("#show-all")
    page.fill("#filter-words", "easter")
    check("words leave fewer", 0 < visit.count(rows) < shown)
    page.fill("#filter-words", "no such words")
    check("nothing found is told", visit.text("#events tbody"), "No event matches the filters.")
    page.click("#show-all")
    page.fill("#filter-from", "2025-05-23")
    page.fill("#filter-to", "2025-05-25")
    dates = page.locator("#events tbody td:nth-child(2)").all_inner_texts()
    check("days", all("2025-05-23" <= day <= "2025-05-25" or len(day) != 10 for day in dates) and len(dates) > 2)
    page.click("#show-all")
    check("all again", visit.count(rows), shown)

    page.click("#events th:has-text('How many') button")
    page.click("#events th:has-text('How many') button")
    check("sorted by number", "9,000" in visit.text(rows))
    check("and says so", page.locator("#events th[aria-sort=descending]").inner_text().strip(), "How many")

    page.locator("#events .toggle").first.press("Enter")
    check("opened by keyboard", page.locator("#events .toggle").first.get_attribute("aria-expanded"), "true")
    event = max(events, key=lambda event: max((t["count"] or 0 for t in event["transfers"]), default=0))
    marks = page.locator("#events blockquote mark").all_inner_texts()
    check("the words of its evidence are marked", all(any(item["text"] in mark for mark in marks) for item in event["evidence"]))
    rules = " ".join(page.locator("#events .detail code").all_inner_texts())
    check("its rules are named", all(item["rule"] in rules for item in event["evidence"]))
    visit.shot("event")
    page.click("text=Read the whole article")
    check("the article opens", page.locator("dialog[open] h2").inner_text(), event["article"]["title"])
    check("with its marks", visit.count("dialog mark") >= len({(e["start"], e["end"]) for e in event["evidence"]}) - 2)
    visit.shot("article")
    page.keyboard.press("Escape")

    bins = visit.count("#timeline g.bin")
    page.locator("#timeline g.bin").last.focus()
    page.keyboard.press("Enter")
    check("a bar chooses its days", bins > 5 and visit.count(rows) < shown)
    page.goto("file://" + path + "#" + events[7]["id"])
    page.reload()
    check("an address opens its event", events[7]["id"] in visit.text("#events .detail"))

    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]})
    check("accessibility violations", [(v["id"], v["nodes"][0]["html"][:120]) for v in results.response["violations"]], [])
    pdf = page.pdf()
    check("printed pages", pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") > 2 or len(pdf) > 50_000)
    visit.end()

    for name, width, scheme in [("phone", 390, "light"), ("phone-dark", 390, "dark"), ("desktop-dark", 1280, "dark")]:
        visit = Visit(browser, path, width, 844, scheme)
        check(f"{name} fits", visit.fits())
        visit.page.locator("#events .toggle").first.click()
        check(f"{name} fits with an open event", visit.fits())
        results = Axe().run(visit.page, options={"runOnly": ["wcag2a", "wcag2aa"]})
        check(f"{name} violations", [(v["id"], v["nodes"][0]["html"][:120]) for v in results.response["violations"]], [])
        visit.shot(name)
        visit.end()


def hostile(browser):
    folder = os.path.join(work, "hostile-articles")
    os.makedirs(folder)
    sentence = "Ukraine brought home 307 soldiers on Saturday, Zelensky said."
    articles = {
        "script.txt": ("<script>alert(1)</script><img src=x onerror=alert(2)>",
                       sentence + " </script><script>alert(3)</script> <!-- <script> --> ]]> {{data}}"),
        "bidi.txt": ("\u202egnitseretni\u202c \u2066title", "\u202e\u2067 " + sentence + " \u202d\u2029 شكرا"),
        "url.txt": ("A link", sentence),
        "long.txt": ("W" * 5000, sentence + "\n\n" + "x" * 200_000 + "\n\n" + "много слов \U0001f600 " * 40_000),
        "</script>.txt": ("A name", sentence),
    }
    for name, (title, body) in articles.items():
        name = name.replace("/", "\u2215")
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(body)
        with open(os.path.join(folder, name[:-4] + ".meta.json"), "w", encoding="utf-8") as file:
            json.dump({"url": "javascript:alert(4)", "title": title, "published": "2025-05-25", "language": "en"}, file)
    path, events = make("hostile", folder, "--texts", "all")
    print("hostile articles")
    visit = Visit(browser, path)
    check("events", visit.count("#events tbody tr"), len(events))
    check("nothing of it is markup", visit.page.evaluate("document.querySelectorAll('main script, img, main a[href^=javascript]').length"), 0)
    for number in range(len(events)):
        visit.page.locator("#events .toggle").nth(number).click()
    check("the page is no wider", visit.fits())
    visit.shot("hostile")
    for number in range(visit.count("#articles button.link")):
        visit.page.locator("#articles button.link").nth(number).click()
        check("an article fits", visit.page.evaluate("(d => d.scrollWidth <= d.clientWidth)(document.querySelector('dialog'))"))
        check("no link that is a script", visit.count("dialog a"), 0)
        visit.page.keyboard.press("Escape")
    visit.end()


def large(browser):
    folder = os.path.join(work, "large-articles")
    os.makedirs(folder)
    source = os.path.join(root, "fixtures", "articles")
    names = [name for name in sorted(os.listdir(source)) if name.startswith(("en-", "other-"))]
    for copy in range(210):
        for name in names:
            os.link(os.path.join(source, name), os.path.join(folder, f"{copy:03}-{name}"))
    path, events = make("large", folder)
    print(f"{len(events)} events, {os.path.getsize(path) >> 20} MB")
    check("more than 10,000 events", len(events) > 10_000)
    visit = Visit(browser, path)
    print(f"  shown after {visit.seconds:.2f} s")
    check("a page of rows", visit.count("#events tbody tr"), page_of_rows)
    slowest = visit.page.evaluate("""async () => {
      let slowest = 0, last = performance.now();
      for (let frame = 0; frame < 60; frame++) {
        window.scrollBy(0, 120);
        await new Promise(requestAnimationFrame);
        slowest = Math.max(slowest, performance.now() - last);
        last = performance.now();
      }
      return slowest;
    }""")
    print(f"  slowest of 60 frames while scrolling: {slowest:.0f} ms")
    began = time.monotonic()
    visit.page.fill("#filter-words", "easter")
    visit.page.wait_for_function("document.querySelector('#found').textContent.includes(' of ')")
    print(f"  filtered by words after {time.monotonic() - began:.2f} s")
    visit.end()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    print("Chromium", browser.version)
    fixtures(browser)
    hostile(browser)
    large(browser)
    browser.close()
