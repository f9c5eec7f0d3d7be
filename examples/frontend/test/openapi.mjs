// What else reads the documents without a browser: makers of types in five languages,
// the tools of OpenAPI, and the language server that editors ask.
import { execFileSync, spawn } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";
import { check, want } from "./check.mjs";

const dist = new URL("../../../schema/dist/", import.meta.url);
const out = new URL("../out/", import.meta.url);
const bin = (name) => new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
const openapi = new URL("openapi.json", dist).pathname;
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

// run returns what a tool prints, and fails with it.
function run(name, ...args) {
  try {
    return execFileSync(bin(name), args, { encoding: "utf8", env, cwd: out.pathname, stdio: ["ignore", "pipe", "pipe"] });
  } catch (err) {
    throw new Error(`${name}: ${err.stdout}${err.stderr}`.slice(0, 1500));
  }
}

const tsc = (...files) => run("tsc", "--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", ...files);

export async function openapis() {
  await mkdir(out, { recursive: true });
  await check("Redocly: the OpenAPI document, no error and no warning", () => {
    const { totals } = JSON.parse(run("redocly", "lint", "--format=json", openapi));
    want(totals.errors === 0 && totals.warnings === 0, JSON.stringify(totals));
  });
  await check("Spectral: the OpenAPI document, no error", async () => {
    await writeFile(new URL("spectral.yaml", out), 'extends: ["spectral:oas"]\n');
    run("spectral", "lint", "--fail-severity=error", "-r", "spectral.yaml", openapi);
  });
  await check("openapi-typescript: its types compile", () => {
    run("openapi-typescript", openapi, "-o", "openapi-typescript.ts");
    tsc("openapi-typescript.ts");
  });
  await check("hey-api: its types compile", () => {
    run("openapi-ts", "-i", openapi, "-o", "hey-api", "-p", "@hey-api/typescript");
    tsc("hey-api/index.ts");
  });
  const names = (await readdir(new URL("2020-12", dist))).map((file) => file.replace(".schema.json", "")).filter((name) => name !== "any");
  for (const lang of ["python", "csharp", "swift", "kotlin"]) {
    await check(`quicktype: ${lang} of ${names.length} schemas`, async () => {
      await mkdir(new URL(lang, out), { recursive: true });
      for (const name of names) {
        const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
        await input.addSource({ name: name[0].toUpperCase() + name.slice(1), schema: await readFile(new URL(`2020-12/${name}.schema.json`, dist), "utf8") });
        const data = new InputData();
        data.addInput(input);
        const { lines } = await quicktype({ inputData: data, lang });
        want(lines.length > 10, `${name}: ${lines.length} lines`);
        await writeFile(new URL(`${lang}/${name}.txt`, out), lines.join("\n"));
      }
    });
  }
  await check("yaml-language-server: what is wrong, what a member means, and what may come next", editor);
}

// editor opens a document as an editor does, over the protocol of language servers.
async function editor() {
  const server = spawn(process.execPath, [bin("yaml-language-server"), "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map();
  let last = 0, buffer = Buffer.alloc(0), diagnosed;
  const write = (message) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const ask = (method, params) => new Promise((resolve) => {
    waiting.set(++last, resolve);
    write({ id: last, method, params });
  });
  const diagnostics = new Promise((resolve) => { diagnosed = resolve; });
  server.stdout.on("data", (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const head = buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString("latin1", 0, head))[1]);
      if (buffer.length < head + 4 + length) return;
      const message = JSON.parse(buffer.toString("utf8", head + 4, head + 4 + length));
      buffer = buffer.subarray(head + 4 + length);
      if (message.method && message.id !== undefined) write({ id: message.id, result: message.method === "workspace/configuration" ? message.params.items.map(() => null) : null });
      else if (message.method === "textDocument/publishDiagnostics") diagnosed(message.params.diagnostics);
      else if (message.id !== undefined) waiting.get(message.id)?.(message.result);
    }
  });
  const late = setTimeout(() => server.kill(), 60000);
  try {
    await ask("initialize", { processId: process.pid, rootUri: null, capabilities: { textDocument: { completion: { completionItem: {} } } } });
    write({ method: "initialized", params: {} });
    write({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } } } });
    const uri = new URL("administration.yaml", out).href;
    const text = `# yaml-language-server: $schema=${new URL("2020-12/administration.schema.json", dist).href}
kind: administration
schemaVersion: 1
instrument: {id: ecboq, version: "2.0"}
unit: {id: p-1, kind: shire}
date: 2026-01-20
responses: {"1": 1}
`;
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    write({ method: "textDocument/didOpen", params: { textDocument } });
    const found = await Promise.race([diagnostics, new Promise((_, fail) => setTimeout(() => fail(new Error("no diagnostics")), 30000))]);
    want(found.length === 1 && found[0].range.start.line === 4 && /program/.test(found[0].message), `diagnostics: ${JSON.stringify(found)}`);
    const hover = await ask("textDocument/hover", { textDocument: { uri }, position: { line: 5, character: 1 } });
    want(/day/i.test(JSON.stringify(hover?.contents ?? "")), `hover: ${JSON.stringify(hover)}`);
    const completion = await ask("textDocument/completion", { textDocument: { uri }, position: { line: 7, character: 0 } });
    const items = (completion.items ?? completion).map((item) => item.label);
    want(items.includes("recorded") || items.includes("notApplicable"), `completion: ${items}`);
  } finally {
    clearTimeout(late);
    server.kill();
  }
}
