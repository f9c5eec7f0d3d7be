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
  { ref: "ecboq@2.0", file: "ecboq-2.0", unit: "Program", more: [] },
  { ref: "tfi@3.0", file: "tfi-3.0", unit: "School", more: [] }, // its items have dots in their names
  { ref: "dca@7.7", file: "dca-7.7", unit: "District", more: ["-completion", completion] },
  { ref: "examples/frontend/test/data/signs.json", file: "signs-1", unit: "School", more: [] }, // its items have brackets, slashes and the like
  { ref: "dca@7.7", file: "es/dca-7.7", unit: "Distrito", more: ["-completion", completion], labels: "examples/web/data/labels-es.json" },
];
const day = "2026-01-20"; // the host's

// kits are the libraries: how a page of a form is opened, where its fields are, how a
// choice is made, and whether it tells what is wrong while one fills in. A score is chosen
// by what it says.
const select = (page, at, label) => page.selectOption(at, { label });
const jsonForms = {
  script: "jsonforms", live: true, unit: '[id="#/properties/unit/properties/id-input"]',
  score: (page, id, says) => page.getByRole("group", { name: new RegExp(`^${id.replace(/[^\p{L}\d]/gu, "\\$&")}( |$)`) }).getByRole("radio", { name: says, exact: true }),
};
const kits = {
  rjsf: {
    script: "rjsf", unit: "#root_unit_id", kind: "#root_unit_kind", refused: ".text-danger", choose: select,
    date: (page, text) => page.fill("#root_date", text),
    score: (page, id, says) => page.locator(`[id^=${JSON.stringify(`root_responses_${id}-`)}]`).and(page.getByRole("radio", { name: says, exact: true })),
    page: async () => {}, // all are on one
  },
  vanilla: {
    ...jsonForms, kind: '[id="#/properties/unit/properties/kind-input"]', refused: ".validation_error", choose: select,
    date: (page, text) => page.fill('[id="#/properties/date-input"]', text),
    page: (page, label) => page.locator(".categorization-master").getByText(label, { exact: true }).click(),
  },
  material: {
    ...jsonForms, kind: '[id="#/properties/unit/properties/kind"]', refused: ".Mui-error",
    choose: async (page, at, label) => { await page.click(at); await page.getByRole("option", { name: label, exact: true }).click(); },
    date: async (page, text) => { await page.getByRole("spinbutton").first().click(); await page.keyboard.type(text.replaceAll("-", "")); await page.keyboard.press("Tab"); },
    page: (page, label) => page.getByRole("tab", { name: label, exact: true }).click(),
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
    const [, kit, file] = /^\/(\w+)\/(.*)$/.exec(request.url) ?? [];
    if (!forms[file]) return response.writeHead(404).end();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${file}</title><style>.hidden{display:none}</style><main id="form"></main>
<script>globalThis.form=${JSON.stringify({ ...forms[file], kit })}</script><script>${scripts[kits[kit].script]}</script>`);
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

async function fill(page, kit, { schema, layout, labels }, instrument, got, name) {
  const { unit, responses } = schema.properties;
  const kinds = unit.properties.kind.oneOf.map((k) => k.title);
  want(instrument.ref === "ecboq@2.0" ? kinds.length === 7 : kinds.length < 7, `kinds of unit: ${kinds}`);
  want(!(await page.locator("#root_instrument").isVisible()), "the identity is in sight");
  let points = 0, first;
  for (const category of layout.elements.slice(1, -1)) {
    await kit.page(page, category.label);
    for (const { scope } of category.elements) {
      const id = scope.split("/").at(-1).replaceAll("~1", "/").replaceAll("~0", "~"), choices = responses.properties[id].oneOf;
      want(await kit.score(page, id, choices.at(-1).title).isChecked(), `item ${id} is not "${choices.at(-1).title}" at first`);
      if (first === undefined) { first = id; continue; } // left open
      const choice = choices[Number(id.replace(/\D/g, "")) % 3];
      await kit.score(page, id, choice.title).check();
      points += choice.const;
    }
  }
  await kit.page(page, layout.elements[0].label);
  const submit = page.getByRole("button", { name: labels.buttons?.submit ?? "Submit", exact: true });
  const refused = async (says) => {
    got.last = null;
    if (!kit.live) await submit.click();
    await page.locator(kit.refused, { hasText: says }).first().waitFor({ timeout: 20000 });
    if (kit.live) await page.getByRole("button", { name: labels.buttons?.submit ?? "Submit", exact: true, disabled: true }).waitFor({ timeout: 20000 });
    want(got.last === null, "a wrong value was sent");
    want(!/must |\^/.test(await page.innerText("body")), `what a validator says is shown: ${await page.innerText("body")}`);
  };
  const { title } = schema.properties.date, missing = labels.messages?.required ?? "{0} is missing";
  await refused(missing.replace("{0}", title));
  await page.fill(kit.unit, "x".repeat(201)); // one character more than an id may have
  await kit.choose(page, kit.kind, instrument.unit);
  await kit.date(page, day);
  await refused(labels.messages?.maxLength?.replace("{0}", "200") ?? "is too long, 200 characters are the most");
  await page.fill(kit.unit, "unit-1");
  await kit.date(page, "2026-01-21"); // tomorrow
  await refused(labels.messages?.formatMaximum?.replace("{0}", day) ?? `has to be ${day} or earlier`);
  await kit.date(page, day);
  await page.getByRole("button", { name: labels.buttons?.submit ?? "Submit", exact: true, disabled: false }).waitFor({ timeout: 20000 });
  await Promise.all([page.waitForResponse((r) => r.url().endsWith("/submit"), { timeout: 20000 }), submit.press("Enter", { timeout: 20000 })]); // a click may miss it, as messages that go away move it
  const data = JSON.parse(got.last);
  want(data.unit.id === "unit-1" && data.date === day && data.responses[first] === null, got.last);
  const file = new URL(`${name}.json`, out).pathname;
  await writeFile(file, got.last);
  const result = JSON.parse(mtss("score", "-definition", instrument.ref, ...instrument.more, file));
  const open = Math.max(...responses.properties[first].oneOf.map((c) => c.const));
  want(result.points.earned === points && result.points.unknown === open, `${points} points were filled in, ${open} are unknown: ${JSON.stringify(result.points)}`);
}

export async function forms() {
  await mkdir(out, { recursive: true });
  const made = {}, scripts = {};
  await check("forms of ecboq@2.0, tfi@3.0, an instrument with signs in its ids, and a completed DCA, in two languages, made by the command", async () => {
    const json = async (url) => JSON.parse(await readFile(url, "utf8"));
    for (const { ref, file, more, labels } of instruments) {
      const dir = new URL(`${file}/../`, out).pathname;
      mtss("schema", "form", "-o", dir, "-until", day, ...more, ...(labels ? ["-labels", labels] : []), ref);
      const read = (kind) => json(new URL(`${file}.${kind}.json`, out));
      made[file] = { schema: await read("schema"), ui: await read("ui"), layout: await read("layout"), labels: labels ? await json(new URL(labels, root)) : { language: "en" } };
    }
  });
  await check("bundles", async () => {
    for (const { script } of Object.values(kits)) scripts[script] ??= await bundle(script);
  });
  const server = await serve(made, scripts);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for (const [name, kit] of Object.entries(kits)) {
    for (const instrument of instruments) {
      await check(`${name}: ${instrument.file} filled in, refused, sent and scored`, async () => {
        const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
        const problems = [];
        page.on("pageerror", (err) => problems.push(String(err)));
        await page.goto(`${server.base}/${name}/${instrument.file}`);
        await page.locator(kit.unit).waitFor({ timeout: 20000 });
        try {
          await fill(page, kit, made[instrument.file], instrument, server.got, `${name}-${instrument.file.replace("/", "-")}`);
        } finally {
          await page.evaluate(() => scrollTo(0, 0));
          await page.screenshot({ path: new URL(`${name}-${instrument.file.replace("/", "-")}.png`, out).pathname });
        }
        want(problems.length === 0, problems.join("\n"));
        await page.close();
      });
    }
  }
  await browser.close();
  server.close();
}
