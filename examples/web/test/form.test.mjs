// A person fills the form in, in Chromium.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { mtss, out, repository } from "./tools.mjs";

const axe = readFileSync(new URL(import.meta.resolve("axe-core")), "utf8");
const day = "2026-02-12T10:00:00";
let site, browser;

before(async () => {
  mkdirSync(out, { recursive: true });
  site = await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-background-networking"] });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function opened(context, path = "", url = site.url) {
  const page = await context.newPage();
  page.problems = [];
  page.on("pageerror", (err) => page.problems.push(String(err)));
  page.on("console", (m) => m.type() === "error" && page.problems.push(m.text()));
  await page.clock.setFixedTime(new Date(day));
  await page.goto(url + path);
  await page.locator("#date").waitFor({ state: "attached", timeout: 60000 });
  return page;
}

async function fresh(options = {}, path = "") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await opened(context, path);
  return { context, page, end: async () => { assert.deepEqual(page.problems, []); await context.close(); } };
}

const go = (page, hash) => page.evaluate((to) => { location.hash = to; }, hash);
const score = (page, item, value) => page.locator(`input[name="r/${item}"][value="${value}"]`).check();
const begin = async (page) => { await page.fill("#date", "2026-02-10"); await page.selectOption("#unit", "district/d-0017"); };

async function save(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Finish and save a file" }).click()]);
  return { name: download.suggestedFilename(), document: JSON.parse(readFileSync(await download.path(), "utf8")) };
}

async function violations(page) {
  await page.evaluate(axe); // as a script of the page, its policy would forbid it
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")}`);
}

test("fills in by keyboard, shows the score with what is open, and saves what the command scores", async () => {
  const { page, end } = await fresh({ acceptDownloads: true });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await begin(page);
  await page.getByRole("button", { name: "Continue" }).first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "h-leadership");
  await page.keyboard.press("Tab"); // to the first item
  for (const key of ["2", "2", "1", "2", "2", "2", "2", "0"]) {
    await page.keyboard.press(key);
    await page.keyboard.press("Tab");
  }
  await page.locator("#ans", { hasText: "8 of 27 answered" }).waitFor();
  await page.locator("#subs li").first().getByText("13 of 16").waitFor();
  assert.match(await page.locator("#subs li").first().textContent(), /Met/);
  await page.locator("#whole", { hasText: "13 to 51 of 54" }).waitFor();
  assert.match(await page.locator("#whole").textContent(), /31 more points needed, of 38 still open/);
  assert.equal(await page.locator("#whole .maybe").getAttribute("width"), `${(100 * 38) / 54}%`);
  await score(page, 1, "2");
  await page.locator('input[name="r/1"]:checked').press("n");
  await page.locator("#ans", { hasText: "7 of 27 answered" }).waitFor();
  await page.locator('input[name="r/1"]:checked').press("2");
  await go(page, "check");
  await page.locator(".working summary").click();
  await page.getByText("All of these are wanted").first().waitFor();
  const first = await save(page);
  assert.equal(first.name, "dca-7.7-d-0017-2026-02-10.json");
  assert.deepEqual([first.document.unit, first.document.responses[1], first.document.responses[27], Object.keys(first.document.responses).length], [{ id: "d-0017", kind: "district" }, 2, null, 27]);
  assert.equal((await save(page)).document.id, first.document.id, "the same again is the same record");
  await go(page, "competency");
  await score(page, 9, "1");
  await go(page, "check");
  const third = (await save(page)).document;
  assert.ok(third.id !== first.document.id && third.supersedes === first.document.id, "what changed corrects the first");
  const file = join(out, "saved.json");
  writeFileSync(file, JSON.stringify(first.document));
  const result = JSON.parse(execFileSync(mtss(), ["score", "-completion", join(repository, "examples/quickstart/data/completion.json"), file], { encoding: "utf8" }));
  assert.deepEqual([result.total.earned, result.total.unknown], [13, 38]);
  await end();
});

test("corrects what was saved of the same session, and nothing else", async () => {
  const { page, end } = await fresh({ acceptDownloads: true });
  let answer = "dismiss";
  const asked = [];
  page.on("dialog", (dialog) => { asked.push(dialog.message()); return dialog[answer](); });
  const filed = async (date, unit, value) => {
    await go(page, "about");
    await page.fill("#date", date);
    await page.selectOption("#unit", unit);
    await go(page, "leadership");
    await score(page, 1, value);
    await go(page, "check");
    return (await save(page)).document;
  };
  const all = [await filed("2026-02-10", "district/d-0017", "2")];
  assert.match(await page.locator("#done").textContent(), /^Saved as \S+ Hand the file in/);
  all.push(await filed("2026-02-10", "district/d-0018", "1"));
  await page.reload(); // what was saved is known afterwards
  await page.locator("#ans", { hasText: "1 of 27" }).waitFor();
  all.push(await filed("2026-02-10", "district/d-0017", "0"));
  assert.match(await page.locator("#done").textContent(), /hand in both/);
  all.push(await filed("2026-02-11", "district/d-0017", "1"));
  answer = "accept";
  all.push(await filed("2026-02-12", "district/d-0017", "1"));
  assert.deepEqual(all.map((d) => all.findIndex((other) => other.id === d.supersedes)), [-1, -1, 0, -1, 3]);
  assert.equal(new Set(all.map((d) => d.id)).size, all.length);
  assert.deepEqual(asked.map((text) => text.match(/Feb \d+/g)), [["Feb 10", "Feb 11"], ["Feb 11", "Feb 12"]]);
  const file = join(out, "sessions.ndjson");
  writeFileSync(file, all.map((d) => JSON.stringify(d) + "\n").join(""));
  const results = execFileSync(mtss(), ["score", "-completion", join(repository, "examples/quickstart/data/completion.json"), file], { encoding: "utf8" });
  assert.equal(results.trim().split("\n").length, 3, "those in force");
  await end();
});

test("tells what is wrong, and puts the focus on the first of it", async () => {
  const { page, end } = await fresh({ viewport: { width: 390, height: 844 } });
  await go(page, "check");
  await page.getByRole("button", { name: "Finish and save a file" }).click();
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.getAttribute("aria-invalid")]), ["date", "true"]);
  assert.deepEqual(await page.locator(".summary li").allTextContents(), ["Enter the date of the session", "Choose who was assessed"]);
  await page.fill("#date", "2026-02-13");
  await page.locator("#date").blur();
  assert.match(await page.locator("#date-e").textContent(), /today or earlier/);
  await page.fill("#date", "2025-12-20");
  await page.locator("#date").blur();
  assert.match(await page.locator("#date-w").textContent(), /winter/);
  await page.fill("#trained", "2026-01-01");
  await page.locator("#trained").blur();
  assert.deepEqual(await page.locator(".summary li").allTextContents(), ["Choose who was assessed", "Enter the role of the person who led the session", "The date of training must be on or before the date of the session"]);
  await page.locator(".summary a").nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "role");
  assert.deepEqual(await page.locator("#unit option").allTextContents(), ["Choose one", "Larch Hollow School District", "Sumac Falls School District"], "only the kinds that the instrument is for");
  await end();
});

test("has the host's buttons, and an item's own text for a score", async () => {
  const { page, end } = await fresh();
  await page.locator("#lang-es").click();
  await go(page, "competency");
  const says = (item) => page.locator(`#i-${item} .opt`, { has: page.locator('input[value="2"]') }).locator(".lbl").textContent();
  assert.deepEqual([await says(26), await says(27)], ["Establecido", "Establecido, y se usa"]);
  await go(page, "check");
  await page.getByRole("button", { name: "Terminar y guardar un archivo" }).waitFor();
  await end();
});

test("loses nothing when the page reloads, nor between two tabs", async () => {
  const { context, page, end } = await fresh();
  await begin(page);
  await go(page, "competency");
  await score(page, 9, "2");
  await page.reload();
  await page.locator("#ans", { hasText: "1 of 27" }).waitFor();
  assert.deepEqual(await page.evaluate(() => [document.getElementById("date").value, document.getElementById("unit").value, location.hash]), ["2026-02-10", "district/d-0017", "#competency"]);
  assert.ok(await page.locator('input[name="r/9"][value="2"]').isChecked());
  const other = await opened(context, "#competency");
  await score(other, 10, "1");
  await page.locator("#ans", { hasText: "2 of 27" }).waitFor();
  await score(page, 11, "0");
  await other.locator("#ans", { hasText: "3 of 27" }).waitFor();
  await go(page, "about");
  await page.locator("#role").pressSequentially("coach"); // still in the field
  await page.waitForFunction(() => localStorage.getItem(Object.keys(localStorage).find((key) => key.includes(":dca@")))?.includes("coach"));
  await page.reload();
  await page.locator("#ans", { hasText: "3 of 27" }).waitFor();
  assert.deepEqual([await page.inputValue("#role"), await other.inputValue("#role")], ["coach", "coach"]);
  await other.locator("#lang-es").click();
  assert.ok(await other.locator('input[name="r/11"][value="0"]').isChecked());
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Start over" }).click();
  await other.locator("#ans", { hasText: "0 de 27" }).waitFor();
  assert.equal(await other.inputValue("#date"), "", "both tabs start over");
  assert.deepEqual(other.problems, []);
  await end();
});

test("works on a server without TLS, and with an address that names nothing", async () => {
  const plain = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--host-resolver-rules=MAP form.test 127.0.0.1"] });
  try {
    const page = await plain.newPage({ acceptDownloads: true });
    const problems = [];
    page.on("pageerror", (err) => problems.push(String(err)));
    await page.goto(`${site.url.replace("127.0.0.1", "form.test")}#%zz`);
    await page.locator("#p-about.cur").waitFor({ timeout: 60000 });
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await page.fill("#date", "2026-01-20");
    await page.selectOption("#unit", "district/d-0017");
    await go(page, "check");
    assert.match((await save(page)).document.id, /^[0-9a-f]{32}$/);
    assert.deepEqual(problems, []);
  } finally {
    await plain.close();
  }
});

test("keeps the answers to another version, and takes over what fits", async () => {
  const { page, end } = await fresh();
  await begin(page);
  await go(page, "leadership");
  await score(page, 1, "2");
  await page.evaluate(() => {
    const fields = { "r/1": "0", "r/2": "1", "r/3": "7", "r/99": "2", date: "2026-02-10" };
    localStorage.setItem("mtss-form:dca@7.6:00000000", JSON.stringify({ saved: "2025-09-01T10:00:00Z", fields }));
    localStorage.setItem("mtss-form:dca@7.5:11111111", "{not JSON");
  });
  await page.reload();
  await page.getByText("another version of this form").waitFor();
  await page.getByRole("button", { name: "Take over what fits" }).click();
  await page.getByText("2 of 5 answers were taken over").waitFor();
  assert.deepEqual(await page.evaluate(() => ["1", "2", "3"].map((i) => document.querySelector(`input[name="r/${i}"]:checked`).value)), ["2", "1", ""]);
  assert.ok(await page.evaluate(() => localStorage.getItem("mtss-form:dca@7.6:00000000")), "the others are still kept");
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Delete them" }).click();
  assert.equal(await page.evaluate(() => localStorage.getItem("mtss-form:dca@7.6:00000000")), null);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator("#ans", { hasText: "0 of 27" }).waitFor();
  assert.equal(await page.inputValue("#date"), "");
  await end();
});

test("works in a browser that keeps nothing", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => { for (const name of ["getItem", "setItem", "removeItem"]) Storage.prototype[name] = () => { throw new Error("no storage"); }; });
  const page = await opened(context);
  await begin(page);
  await go(page, "leadership");
  await score(page, 1, "2");
  await page.locator("#ans", { hasText: "1 of 27" }).waitFor();
  await page.getByText("This browser keeps nothing").waitFor();
  await page.locator("#lang-es").click();
  assert.equal(await page.inputValue("#date"), "2026-02-10");
  assert.deepEqual(page.problems, []);
  await context.close();
});

test("works without a network, and sends nothing", async () => {
  const local = await serve();
  const context = await browser.newContext();
  const page = await context.newPage();
  const elsewhere = [];
  page.on("request", (r) => { if (!/^(blob:|data:)/.test(r.url()) && !r.url().startsWith(local.url)) elsewhere.push(r.url()); });
  await page.goto(local.url);
  await page.getByText("Ready to be used without a network").waitFor({ timeout: 60000 });
  const asked = local.asked.length;
  await page.fill("#date", "2026-01-20");
  await page.selectOption("#unit", "district/d-0017");
  await go(page, "leadership");
  await score(page, 1, "2");
  await page.locator("#whole", { hasText: "2 to 54 of 54" }).waitFor();
  assert.deepEqual(local.asked.slice(asked).filter((a) => !a.endsWith("/sw.js")), [], "filling in asks for nothing");
  await local.close();
  await page.reload();
  await page.locator("#whole", { hasText: "2 to 54 of 54" }).waitFor({ timeout: 60000 });
  await score(page, 2, "1");
  await page.locator("#whole", { hasText: "3 to 53 of 54" }).waitFor();
  assert.deepEqual(elsewhere, []);
  assert.ok(local.asked.every((a) => a.startsWith("GET ") && !a.includes("?")), local.asked.join(", "));
  await context.close();
});

test("has no violation of axe, and fits, on phones and desks, light and dark, in both languages", async () => {
  for (const [width, height] of [[390, 844], [820, 1100], [1280, 900]]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, end } = await fresh({ viewport: { width, height }, colorScheme });
      await begin(page);
      for (const language of ["en", "es"]) {
        await page.locator(`#lang-${language}`).click();
        for (const id of ["about", "leadership", "competency", "check"]) {
          await go(page, id);
          await page.locator(`#p-${id}.cur`).waitFor();
          if (id === "leadership") for (const [item, value] of [[1, 2], [2, 1], [3, 0]]) await score(page, item, value);
          await page.locator("#whole .bar").waitFor();
          const at = `${width} ${colorScheme} ${language} ${id}`;
          assert.deepEqual(await violations(page), [], at);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${at} is wider than the window`);
          if (language === "en" || colorScheme === "light") await page.screenshot({ path: join(out, `${id}-${width}-${colorScheme}-${language}.png`) });
        }
      }
      await go(page, "about");
      await page.fill("#date", "");
      await page.locator("#p-about button").click();
      await page.getByRole("alert").waitFor();
      assert.deepEqual(await violations(page), [], `${width} ${colorScheme} with an error`);
      const small = await page.evaluate(() => [...document.querySelectorAll(".cur .opt, .cur .btn, .cur select, .cur input:not([type=radio]), .lang button, .steps a")]
        .filter((e) => e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML.slice(0, 80)));
      assert.deepEqual(small, [], "too small to touch");
      await end();
    }
  }
});

test("is made of any definition that ships, and fits", async () => {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    for (const [name, text] of [["tfi@3.0", "Item 1.1"], ["ecboq@2.0", "Item 1"], ["boqfcc@2", "Item"]]) {
      const { page, end } = await fresh({ viewport: { width, height } }, `?instrument=${name}`);
      await page.locator(".item").first().waitFor({ state: "attached" });
      assert.ok((await page.locator("fieldset.item legend").first().textContent()).startsWith(text), name);
      const hash = await page.locator(".steps a").nth(1).getAttribute("href");
      await go(page, hash.slice(1));
      await page.locator(".cur .opt input").nth(1).check();
      await page.locator("#whole .bar, #subs .bar").first().waitFor();
      assert.deepEqual(await violations(page), [], name);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than ${width}`);
      const shape = await page.evaluate(() => [...document.querySelector(".cur .opts").children].map((e) => { const { top, height } = e.getBoundingClientRect(); return [top, height]; }));
      assert.ok(shape.every(([, height]) => height >= 43.5 && height < 60), `${name} at ${width}: a choice is too small to touch, or in several lines: ${JSON.stringify(shape)}`);
      assert.ok(new Set(shape.slice(0, -1).map(([top]) => top)).size === 1, `${name} at ${width}: scores that are numbers are not in a row`);
      await end();
    }
  }
});

// The form of a host's own instrument, built as the host would.
function built(host) {
  const here = new URL("..", import.meta.url).pathname, copy = join(out, "own");
  for (const name of ["data", "src", "index.html", "report.html", "package.json", "tsconfig.json", "vite.config.js"]) cpSync(join(here, name), join(copy, name), { recursive: true });
  symlinkSync(join(here, "node_modules"), join(copy, "node_modules"));
  const file = join(copy, "src/host.ts");
  writeFileSync(file, host(readFileSync(file, "utf8")));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: copy, encoding: "utf8" });
  return join(copy, "dist");
}

test("ids that mean something in an address, in HTML or in JavaScript are filled in like others", async () => {
  const definition = JSON.parse(readFileSync(join(repository, "examples/frontend/test/data/signs.json"), "utf8"));
  const [first, second] = definition.subscales;
  Object.assign(first, { id: "check" });
  Object.assign(second, { id: "i-1/2 %41" });
  definition.items.push({ id: "met", scale: "0-2" }, { id: "__proto__", scale: "0-2" });
  definition.subscales.push({ id: "others", label: "third part", items: ["met", "__proto__"] });
  const ids = definition.items.map((item) => item.id);
  const own = await serve(built((text) => {
    const change = (from, to) => { assert.ok(text.includes(from), from); text = text.replace(from, () => to); };
    change('"dca@7.7"', '"signs@1"');
    change("[completion as Completion]", `[completion as Completion, ${JSON.stringify(definition)} as never]`);
    change("{ en: english, es: spanish }", "{ en: { kind: 'labels', items: { '1/2': 'Said' }, groups: {}, scores: { 0: 'None' } }, es: spanish }");
    return text;
  }));
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    const page = await opened(context, "", own.url);
    await page.fill("#date", "2026-02-10");
    await page.selectOption("#unit", "school/s-0201");
    const pages = [];
    for (let n = 0; n < 4; n++) { // about, and the subscales
      const before = await page.locator(".page.cur h2").textContent();
      await page.locator(".page.cur").getByRole("button").click();
      await page.locator(".page.cur h2", { hasNotText: before }).waitFor();
      pages.push(await page.locator(".page.cur h2").textContent());
      assert.equal(await page.locator(".steps [aria-current]").count(), 1, pages.at(-1));
    }
    assert.deepEqual(pages, ["First part", "Second part", "Third part", "Check and finish"]);
    assert.equal(await page.locator("#open a").count(), ids.length);
    for (const [n, id] of ids.entries()) { // by its link
      await go(page, "about");
      await go(page, "check");
      await page.locator("#open a").first().click();
      const field = page.locator(".page.cur fieldset", { has: page.locator("input:focus") });
      await field.waitFor();
      assert.deepEqual(await field.locator("legend span").allTextContents(), [`Item ${id}`, n === 0 ? "Said" : ""]);
      await page.keyboard.press(String(n % 3));
    }
    await page.locator("#ans", { hasText: `${ids.length} of ${ids.length}` }).waitFor();
    const total = ids.reduce((sum, _, n) => sum + (n % 3), 0);
    await page.locator("#whole", { hasText: `${total} of ${2 * ids.length}` }).waitFor();
    assert.deepEqual(await violations(page), []);
    await go(page, "check");
    const { document } = await save(page);
    assert.deepEqual(Object.entries(document.responses), Object.entries(Object.fromEntries(ids.map((id, n) => [id, n % 3]))));
    assert.deepEqual(page.problems, []);
    await context.close();
  } finally {
    await own.close();
  }
});
