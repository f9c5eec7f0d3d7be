// Every schema is opened in a form generator, in Chromium, and each "add" of it is
// pressed once, those that come up then among them. What holds itself is pressed
// three levels deep.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { compile, compileModule } from "svelte/compiler";

const svelte = {
  name: "svelte",
  setup(build) {
    // its themes import @sjsf/form without the ending that its exports have
    build.onResolve({ filter: /^@sjsf\/form\/.*extra/ }, ({ path }) =>
      /\.(js|svelte)$/.test(path) ? undefined : { path: new URL(`../node_modules/${path.replace("@sjsf/form", "@sjsf/form/dist").replace("dist/resolvers", "dist/form/resolvers").replace("dist/extra", "dist/form/extra")}.js`, import.meta.url).pathname });
    const made = (how) => async ({ path }) => ({ contents: how(await readFile(path, "utf8"), { filename: path, generate: "client" }).js.code, loader: "js" });
    build.onLoad({ filter: /\.svelte$/ }, made((text, options) => compile(text, { ...options, css: "injected" })));
    build.onLoad({ filter: /\.svelte\.js$/ }, made(compileModule));
  },
};

export async function bundle(file) {
  const made = await build({
    entryPoints: [new URL(`kits/${file}`, import.meta.url).pathname], bundle: true, write: false, format: "iife", minify: true,
    define: { "process.env.NODE_ENV": '"production"' }, conditions: ["svelte", "browser"], plugins: [svelte], logLevel: "error",
  });
  return made.outputFiles[0].text;
}

// serve hands out a page for each kit and schema: /kit/name, and the scripts /kit.js.
async function serve(kits, opened) {
  const server = createServer((request, response) => {
    const [, kit, name] = decodeURIComponent(request.url).split("/");
    if (kit.endsWith(".js")) return response.writeHead(200, { "content-type": "text/javascript", "cache-control": "max-age=3600" }).end(kits[kit.slice(0, -3)]);
    if (!kits[kit] || !opened[name]) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>${name}</title><div id="form"></div>
<script>globalThis.opened=${JSON.stringify(opened[name]).replaceAll("<", "\\u003c")}</script><script src="/${kit}.js"></script>`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// settled runs in the page: it waits until that has drawn and nothing more waits to be
// done, effects of React among it.
const settled = () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)));

// press runs in the page: it presses each add that it has not pressed, and returns
// how many. An add is known by the headings that it stands under.
async function press({ add, words }) {
  const heading = (e) => [...e.children].flatMap((c) => (/-meta$/.test(c.dataset.layout) ? [...c.querySelectorAll("legend, label")] : c)).find((c) => /^(LEGEND|LABEL|H\d|HEADER|P)$/.test(c.tagName))?.textContent.replace(/\d+/g, "").slice(0, 60);
  const place = (button) => {
    const above = [];
    for (let e = button.parentElement; e && e.id !== "form"; e = e.parentElement) {
      const text = heading(e);
      if (text) above.push(text);
    }
    return { above, name: [(button.id || button.ariaLabel || button.textContent).replace(/\d+/g, ""), ...above].join("<") };
  };
  const deep = ({ above, name }) => [...above, ...name.split("_")].some((text, _, all) => all.filter((other) => other === text).length > 3);
  const seen = new Set();
  for (let pressed = 0; ; pressed++) {
    const next = [...document.querySelectorAll(add)].filter((b) => !b.disabled && (!words || new RegExp(words).test(b.textContent.trim()))).map((b) => [b, place(b)]).find(([, p]) => !seen.has(p.name) && !deep(p));
    if (!next) return pressed;
    seen.add(next[1].name);
    next[0].click();
    await globalThis.settled();
  }
}

// worked is how many seconds the pages of a browser have computed, which a busy machine
// does not change.
async function worked(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter((p) => p.type === "renderer").reduce((sum, p) => sum + p.cpuTime, 0);
}

// within fails where a page computes for longer than some seconds.
async function within(promise, seconds, session) {
  const began = await worked(session);
  let timer;
  const late = new Promise((_, fail) => {
    timer = setInterval(async () => {
      const now = await worked(session).catch(() => began); // the browser may be closing
      if (now - began > seconds) fail(new Error(`not done after ${seconds} s`));
    }, 1000);
  });
  await Promise.race([promise, late]).finally(() => clearInterval(timer));
  return Math.round(10 * ((await worked(session)) - began)) / 10;
}
const fields = () => document.querySelectorAll("#form :is(input, select, textarea)").length;

// open opens all that is given in one kit. It returns for each name how many fields
// there were, how many adds were pressed, and what went wrong.
export async function open(kit, { script, add, words, lost }, opened, seconds = 20) {
  const server = await serve({ [kit]: script }, opened);
  const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  let browser = await launch();
  let session = await browser.newBrowserCDPSession();
  const results = {};
  for (const name of Object.keys(opened)) {
    const page = await browser.newPage();
    await page.addInitScript(`globalThis.settled = ${settled}`);
    const result = (results[name] = { fields: 0, pressed: 0, problems: [] });
    page.on("pageerror", (err) => result.problems.push(String(err)));
    page.on("console", (m) => {
      if (m.type() === "error") result.problems.push(m.text());
      if (lost && new RegExp(lost).test(m.text())) result.lost = (result.lost ?? 0) + 1;
    });
    try {
      result.seconds = await within((async () => {
        await page.goto(`${server.base}/${kit}/${encodeURIComponent(name)}`, { timeout: 0 });
        await page.evaluate(settled);
        result.fields = await page.evaluate(fields);
        result.pressed = await page.evaluate(press, { add, words });
        if (lost) result.lost = (result.lost ?? 0) + (await page.getByText(new RegExp(lost)).count());
        result.after = await page.evaluate(fields);
      })(), seconds, session);
      await page.close();
    } catch (err) {
      result.problems.push(String(err.message));
      await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 3000))]);
      browser = await launch();
      session = await browser.newBrowserCDPSession();
    }
    if (process.env.VERBOSE) console.log(kit, name, JSON.stringify(result));
    if (!result.after && result.problems.length === 0) result.problems.push("blank");
  }
  await browser.close();
  server.close();
  return results;
}
