// A superintendent opens a report: at three widths, by day and by night, on paper, and
// without a mouse.
import { mkdir, readFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { check, want } from "./check.mjs";

const here = new URL("../", import.meta.url);
const root = new URL("../../../", import.meta.url);
const out = new URL("out/", here);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// look opens the page as somebody does, and keeps a picture of it, and returns how
// many milliseconds that took.
async function look(browser, file, width, colorScheme, name = "report") {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce", bypassCSP: true });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (err) => said.push(String(err)));
  page.on("request", (request) => request.url() !== file.href && said.push(`asks for ${request.url()}`));
  await page.goto(file.href);
  const { duration } = await page.evaluate(() => performance.getEntriesByType("navigation")[0].toJSON());
  await page.screenshot({ path: new URL(`${name}-${width}-${colorScheme}.png`, out).pathname, fullPage: true });
  want(said.length === 0, `the page says ${said.join("; ")}`);
  want(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is wider than the screen");
  want((await page.evaluate(over)).length === 0, `words run over others: ${(await page.evaluate(over)).join("; ")}`);
  await page.evaluate(await readFile(axe, "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  want(violations.length === 0, violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`).join("\n"));
  await page.close();
  return Math.round(duration);
}

// keys opens what is put away, by keys alone.
async function keys(browser, file) {
  const page = await browser.newPage();
  await page.goto(file.href);
  await page.keyboard.press("Tab");
  want(await page.evaluate(() => document.activeElement.matches("a.skip")), "the first stop is not the link to the report");
  await page.focus("details > summary");
  await page.keyboard.press("Enter");
  want((await page.locator("details[open]").count()) === 1, "Enter does not open details");
  await page.close();
}

// over says where the name of a row and its figure take the same place.
function over() {
  const box = (e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return range.getBoundingClientRect();
  };
  const apart = (a, b) => a.width === 0 || b.width === 0 || a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
  const rows = [...document.querySelectorAll("tbody tr, .rows li > div, .cmp")];
  return rows.flatMap((row) => {
    const parts = [...row.querySelectorAll("th, b, .n, .fig, .mu, .v")].filter((e) => !e.closest(".vh"));
    return parts.flatMap((a, i) => parts.slice(i + 1).filter((b) => !a.contains(b) && !b.contains(a) && !apart(box(a), box(b))).map((b) => `${a.textContent} / ${b.textContent}`));
  }).slice(0, 5);
}

// torn says what runs off the paper, or over what stands beside it.
function torn() {
  const said = document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the paper"] : [];
  for (const e of document.querySelectorAll("main *")) {
    if (e.closest("svg, .vh") || e.clientWidth <= 1 || e.scrollWidth <= e.clientWidth + 1) continue;
    said.push(`${e.tagName} ${e.className}: ${e.textContent.slice(0, 60)}`);
  }
  const rows = [...document.querySelectorAll(".compare tbody tr")].filter((row) => row.getClientRects().length === 0);
  return rows.length > 0 ? [...said, `${rows.length} units are left out`] : said;
}

// paper prints the page, in the colors of the day however it is on the screen.
async function paper(browser, file, pages, name = "report") {
  const page = await browser.newPage({ colorScheme: "dark", viewport: { width: 720, height: 960 } });
  await page.goto(file.href);
  await page.emulateMedia({ media: "print" });
  const off = await page.evaluate(torn);
  want(off.length === 0, `on paper, ${off.join("; ")}`);
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true, path: new URL(`${name}.pdf`, out).pathname });
  const got = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  want(got === pages, `it prints on ${got} pages, want ${pages}`);
  await page.close();
}

// The other pages that people get, and on how many sheets they print. Two is what a
// superintendent takes along. Of lists of schools, the first of each kind are printed; with
// those of each verdict, and with names of many lines, they take a third.
const others = {
  "one-innovation": 2,
  "ten-innovations": 2,
  "no-dca": 2,
  "nothing-known": 1,
  "nothing-at-all": 1,
  "30-schools": 3,
  "200-schools": 2,
  "200-schools-ten-innovations": 3,
  "odd-names": 3,
  "right-to-left": 3,
  "side-by-side": 1,
};

export async function report() {
  await mkdir(out, { recursive: true });
  const file = new URL("report.html", out);
  execFileSync("go", ["run", "./mtss/cmd/mtss", "report", "-o", file.pathname, "examples/district-year/data"], { cwd: root.pathname });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for (const width of [390, 820, 1280]) {
    for (const scheme of ["light", "dark"]) {
      await check(`the report at ${width} pixels, ${scheme}`, () => look(browser, file, width, scheme));
    }
  }
  await check("the report by keys alone", () => keys(browser, file));
  await check("the report on paper", () => paper(browser, file, 2));
  execFileSync("go", ["test", "-count=1", "-run=^TestCases$", "./mtss/profile/page"], { cwd: root.pathname, env: { ...process.env, PAGES: out.pathname } });
  for (const [name, pages] of Object.entries(others)) {
    const other = new URL(`${name}.html`, out);
    await check(`the report of ${name}`, async () => {
      const ms = [await look(browser, other, 390, "dark", name), await look(browser, other, 820, "dark", name), await look(browser, other, 1280, "light", name)];
      await paper(browser, other, pages, name);
      console.log(`     opened in ${ms.join(", ")} ms`);
    });
  }
  await browser.close();
}
