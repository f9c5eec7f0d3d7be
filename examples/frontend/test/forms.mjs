// A person fills in a form in a browser: a wrong value is refused, and what a
// good form sends is scored by the command.
import { createServer } from "node:http";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { check, want } from "./check.mjs";

const here = new URL("../", import.meta.url);
const root = new URL("../../../", import.meta.url);
const out = new URL("out/", here);
const completion = "examples/quickstart/data/completion.json";
const mtss = (...args) => execFileSync("go", ["run", "./mtss/cmd/mtss", ...args], { cwd: root.pathname, encoding: "utf8" });

const instruments = [
  { ref: "ecboq@2.0", file: "ecboq-2.0", unit: "program", more: [] },
  // JSON Forms reads a dot in a member's name as a path, so its items cannot be filled in there.
  { ref: "tfi@3.0", file: "tfi-3.0", unit: "school", more: [], only: "rjsf" },
  { ref: "dca@7.7", file: "dca-7.7", unit: "district", more: ["-completion", completion] },
];

// kits say where each library puts the fields.
const kits = {
  rjsf: {
    unit: "#root_unit_id", kind: "#root_unit_kind", date: "#root_date", item: (id) => `[id="root_responses_${id}"]`,
    refused: ".text-danger", pick: (page, at, label) => page.selectOption(at, { label }),
    label: (ui, word) => ui["ui:enumNames"].find((name) => name.toLowerCase() === word), // what the ui file calls a word
  },
  jsonforms: {
    unit: '[id="#/properties/unit/properties/id-input"]', kind: '[id="#/properties/unit/properties/kind-input"]', date: '[id="#/properties/date-input"]',
    item: (id) => `[id="#/properties/responses/properties/${id}-input"]`, refused: ".validation_error",
    pick: (page, at, label) => page.selectOption(at, { label }), label: (_, word) => word,
  },
};

// serve hands out one page for each kit and form, and keeps what was sent.
async function serve(forms, scripts) {
  const got = { last: null };
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      let body = "";
      for await (const part of request) body += part;
      got.last = body;
      response.end();
      return;
    }
    const [kit, file] = request.url.slice(1).split("/");
    if (!forms[file]) return response.writeHead(404).end();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${file}</title><main id="form"></main>
<script>globalThis.form=${JSON.stringify(forms[file])}</script><script>${scripts[kit]}</script>`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { got, base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function bundle(kit) {
  const made = await build({
    entryPoints: [new URL(`test/${kit}.jsx`, here).pathname], bundle: true, write: false, format: "iife", minify: true,
    define: { "process.env.NODE_ENV": '"production"' }, logLevel: "error",
  });
  return made.outputFiles[0].text.replaceAll("</script", "<\\/script");
}

async function fill(page, kit, form, instrument, got, name) {
  const items = form.ui.responses["ui:order"];
  for (const item of items) want((await page.locator(kit.item(item)).count()) === 1, `item ${item} has no field`);
  await page.fill(kit.unit, "x".repeat(201)); // one character more than an id may have
  await kit.pick(page, kit.kind, kit.label(form.ui.unit.kind, instrument.unit));
  await page.fill(kit.date, "2026-01-20");
  let points = 0;
  for (const [i, item] of items.entries()) {
    if (i === 0) continue; // left open
    points += i % 3;
    await kit.pick(page, kit.item(item), String(i % 3));
  }
  const submit = page.getByRole("button", { name: "Submit" });
  got.last = null;
  if (await submit.isEnabled()) await submit.click();
  await page.locator(kit.refused, { hasText: "200" }).first().waitFor({ timeout: 20000 });
  want(got.last === null, "a wrong value was sent");

  await page.fill(kit.unit, "unit-1");
  await Promise.all([page.waitForResponse((r) => r.url().endsWith("/submit"), { timeout: 20000 }), submit.press("Enter", { timeout: 20000 })]); // a click may miss it, as messages that go away move it
  const data = JSON.parse(got.last);
  want(data.unit.id === "unit-1" && data.date === "2026-01-20" && !(items[0] in data.responses), got.last);
  const file = new URL(`${name}.json`, out).pathname;
  await writeFile(file, got.last);
  const result = JSON.parse(mtss("score", "-definition", instrument.ref, ...instrument.more, file));
  const open = Math.max(...form.schema.properties.responses.properties[items[0]].enum);
  want(result.points.earned === points && result.points.unknown === open, `${points} points were filled in, ${open} are unknown: ${JSON.stringify(result.points)}`);
}

export async function forms() {
  await mkdir(out, { recursive: true });
  const made = {}, scripts = {};
  await check("forms of ecboq@2.0, tfi@3.0 and a completed DCA, made by the command", async () => {
    for (const { ref, file, more } of instruments) {
      mtss("schema", "form", "-o", out.pathname, ...more, ref);
      const read = async (kind) => JSON.parse(await readFile(new URL(`${file}.${kind}.json`, out), "utf8"));
      made[file] = { schema: await read("schema"), ui: await read("ui") };
    }
  });
  await check("bundles", async () => {
    for (const kit of Object.keys(kits)) scripts[kit] = await bundle(kit);
  });
  const server = await serve(made, scripts);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for (const [name, kit] of Object.entries(kits)) {
    for (const instrument of instruments) {
      if (instrument.only && instrument.only !== name) continue;
      await check(`${name}: ${instrument.ref} filled in, refused, sent and scored`, async () => {
        const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
        const problems = [];
        page.on("pageerror", (err) => problems.push(String(err)));
        await page.goto(`${server.base}/${name}/${instrument.file}`);
        await page.locator(kit.unit).waitFor({ timeout: 20000 });
        try {
          await fill(page, kit, made[instrument.file], instrument, server.got, `${name}-${instrument.file}`);
        } finally {
          await page.evaluate(() => scrollTo(0, 0));
          await page.screenshot({ path: new URL(`${name}-${instrument.file}.png`, out).pathname });
        }
        want(problems.length === 0, problems.join("\n"));
        await page.close();
      });
    }
  }
  await browser.close();
  server.close();
}
