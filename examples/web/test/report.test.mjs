// A superintendent drops a folder of documents on the page of the report.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { mtss, out, repository } from "./tools.mjs";

const axe = readFileSync(new URL(import.meta.resolve("axe-core")), "utf8");
const year = join(repository, "examples/district-year/data");
const files = readdirSync(year).map((name) => join(year, name));
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

async function opened(options = {}, url = site.url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (err) => problems.push(String(err)));
  page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
  await page.goto(`${url}report.html`);
  await page.locator("#files").waitFor({ state: "attached" });
  return { page, context, end: async () => { assert.deepEqual(problems, []); await context.close(); } };
}

const made = (page) => page.locator("#state", { hasText: /Made from|Hecho a partir/ }).waitFor({ timeout: 60000 });
const report = (page) => page.frameLocator("iframe");

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"], iframes: false }));
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")}`);
}

test("draws the command's report of chosen files, and saves it", async () => {
  const { page, end } = await opened({ acceptDownloads: true });
  await page.setInputFiles("#files", files);
  await made(page);
  await report(page).locator("h1").waitFor();
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return readFileSync(await download.path(), "utf8");
  };
  const command = (form) => spawnSync(mtss(), ["report", "-format", form, year], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
  assert.ok(await save("Save the report") === command("html"), "the page differs");
  assert.deepEqual(JSON.parse(await save("Save it as data")), JSON.parse(command("json")));
  await page.waitForFunction(() => document.querySelector("iframe").offsetHeight > 1500);
  const hidden = await page.evaluate(() => { const d = document.querySelector("iframe").contentDocument.documentElement; return d.scrollHeight - d.clientHeight; });
  assert.ok(hidden <= 0, `${hidden} pixels of the report are cut off`);
  const before = await report(page).locator("body").textContent();
  await page.fill("#on", "2025-12-01");
  await page.waitForFunction((was) => { const d = document.querySelector("iframe")?.contentDocument?.body; return d && d.textContent && d.textContent !== was; }, before);
  await page.fill("#known", "2025-11-01");
  await made(page);
  await report(page).locator("h1").waitFor();
  const asKnown = spawnSync(mtss(), ["report", "-format", "html", "-on", "2025-12-01", "-known", "2025-11-01", year], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
  assert.ok(await save("Save the report") === asKnown, "as known on another day, the page differs");
  const choices = await page.locator("#unit option").evaluateAll((all) => all.map((o) => o.value));
  await page.selectOption("#unit", choices.find((v) => v.startsWith("school/")));
  await made(page);
  await report(page).locator("h1").waitFor();
  await page.locator("summary", { hasText: "Files (" }).click();
  await page.getByRole("button", { name: "Remove all files" }).click();
  assert.equal(await page.locator("iframe").count(), 0);
  await end();
});

test("lists problems by file, and reports on the rest", async () => {
  const { page, end } = await opened();
  const dir = mkdtempSync(join(tmpdir(), "report-"));
  writeFileSync(join(dir, "half.json"), '{"kind":"teams"');
  writeFileSync(join(dir, "lines.ndjson"), '{"kind":"units","schemaVersion":1,"units":[]}\n{"kind":"nobody"}\n');
  writeFileSync(join(dir, "bytes.json"), Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]));
  writeFileSync(join(dir, "letter.docx"), "PK");
  await page.setInputFiles("#files", [...files, ...readdirSync(dir).map((name) => join(dir, name))]);
  await made(page);
  const groups = await page.locator("#sum div").evaluateAll((all) => all.map((g) => [g.querySelector("h3").textContent, [...g.querySelectorAll("li")].map((l) => l.textContent)]));
  assert.deepEqual(groups.map(([file]) => file).filter((f) => f !== "All files together"), ["bytes.json", "half.json", "lines.ndjson"]);
  assert.match(groups.find(([file]) => file === "lines.ndjson")[1][0], /^line 2 \/kind: .*nobody/);
  await report(page).locator("h1").waitFor();
  await page.locator("summary", { hasText: "Files (" }).click();
  await page.getByText("letter.docx not read").waitFor();
  await end();
});

test("takes a folder that is dropped", async () => {
  const { page, end } = await opened();
  const texts = files.map((file) => [file.slice(year.length + 1), readFileSync(file, "utf8")]);
  const transfer = await page.evaluateHandle((all) => {
    const d = new DataTransfer();
    for (const [name, text] of all) d.items.add(new File([text], name));
    return d;
  }, texts);
  await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
  await made(page);
  await report(page).locator("h1").waitFor();
  await page.evaluate(() => { // a folder of a folder with more entries than come at a time, and a hidden one
    const file = (fullPath, text) => ({ isFile: true, fullPath, file: (good) => good(new File([text], fullPath)) });
    const folder = (fullPath, ...parts) => ({ isFile: false, fullPath, createReader: () => ({ readEntries: (good) => good(parts.shift() ?? []) }) });
    const inner = folder("/d/a", [file("/d/a/1.json", "{")], [file("/d/a/2.json", "{"), file("/d/a/.DS_Store", "")]);
    const event = new Event("drop", { bubbles: true, cancelable: true });
    event.dataTransfer = { files: [], items: [{ webkitGetAsEntry: () => folder("/d", [inner]) }] };
    document.getElementById("drop").dispatchEvent(event);
  });
  await page.locator("#sum h3", { hasText: "d/a/2.json" }).waitFor();
  assert.deepEqual(await page.locator("#sum h3").allTextContents(), ["d/a/1.json", "d/a/2.json"]);
  await end();
});

test("asks which unit is meant, and says what is wrong with all files together", async () => {
  const { page, end } = await opened();
  const dir = mkdtempSync(join(tmpdir(), "report-"));
  writeFileSync(join(dir, "u.json"), JSON.stringify({ kind: "units", schemaVersion: 1, units: [{ id: "d-1", kind: "district" }, { id: "d-2", kind: "district" }] }));
  await page.setInputFiles("#files", join(dir, "u.json"));
  await page.locator("#sum", { hasText: "All files together" }).waitFor({ timeout: 60000 });
  await page.fill("#on", "2026-02-01");
  await page.locator("#sum", { hasText: "several at the top" }).waitFor();
  await page.selectOption("#unit", "district/d-2");
  await report(page).locator("h1").waitFor();
  assert.equal(await page.locator("#sum").count(), 0);
  await end();
});

test("works without a network, and sends nothing", async () => {
  const local = await serve();
  const elsewhere = [];
  const { page, context } = await opened({}, local.url);
  page.on("request", (r) => { if (!/^(blob:|data:|about:)/.test(r.url()) && !r.url().startsWith(local.url)) elsewhere.push(r.url()); });
  await page.getByText("Ready to be used without a network").waitFor({ timeout: 60000 });
  await local.close();
  await page.reload();
  await page.setInputFiles("#files", files);
  await made(page);
  await report(page).locator("h1").waitFor();
  assert.deepEqual(elsewhere, []);
  assert.ok(local.asked.every((a) => a.startsWith("GET ") && !a.includes("?")), local.asked.join(", "));
  await context.close();
});

test("has no violation of axe, and fits, on phones and desks, light and dark, in both languages", async () => {
  const bad = join(mkdtempSync(join(tmpdir(), "report-")), "half.json");
  writeFileSync(bad, '{"kind":"teams"');
  for (const [width, height] of [[390, 844], [820, 1100], [1280, 900]]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, end } = await opened({ viewport: { width, height }, colorScheme });
      for (const language of ["en", "es"]) {
        await page.locator(`#lang-${language}`).click();
        const at = `${width} ${colorScheme} ${language}`;
        for (const state of ["empty", "drawn"]) {
          if (state === "drawn") {
            await page.setInputFiles("#files", [...files, bad]);
            await made(page);
            await report(page).locator("h1").waitFor();
            await page.waitForFunction(() => document.querySelector("iframe").offsetHeight > 1500);
            const alone = await page.context().newPage(); // scripts, and so axe, do not run in the frame
            await alone.setContent(await page.locator("iframe").getAttribute("srcdoc"));
            assert.deepEqual(await violations(alone), [], `${at} report`);
            await alone.close();
          }
          assert.deepEqual(await violations(page), [], `${at} ${state}`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${at} is wider than the window`);
          if (language === "en" || colorScheme === "light") await page.screenshot({ path: join(out, `report-${state}-${width}-${colorScheme}-${language}.png`), fullPage: true });
        }
        const small = await page.evaluate(() => [...document.querySelectorAll(".btn, select, input:not([hidden]), .lang button, summary")]
          .filter((e) => e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML.slice(0, 80)));
        assert.deepEqual(small, [], `${at}: too small to touch`);
        await page.evaluate(() => document.querySelector("details").open = true);
        await page.locator("#choices .btn").click();
      }
      await end();
    }
  }
});
