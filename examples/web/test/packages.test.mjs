// The packages as a project has them that installed the tarballs.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { createEngine } from "@openmtss/engine";
import { fieldErrors, jsonFormsForm, jsonFormsTexts, kinds, message, rjsfTexts } from "@openmtss/schemas";
import { mtss, out, random, repository } from "./tools.mjs";

const completionFile = join(repository, "examples/quickstart/data/completion.json");
const completion = JSON.parse(readFileSync(completionFile, "utf8"));
const good = {
  kind: "administration", schemaVersion: 1, instrument: { id: "dca", version: "7.7" },
  unit: { id: "d-1", kind: "district" }, date: "2026-01-20", responses: { 1: 2, 2: null },
};

const engine = createEngine();
after(() => engine.close());

test("a completion is taken, and one of nothing is not", async () => {
  const began = performance.now(), used = process.cpuUsage();
  assert.deepEqual(await engine.use(completion), []);
  const { user, system } = process.cpuUsage(used);
  console.log(`loaded, with the first definition: ${Math.round(performance.now() - began)} ms, ${Math.round((user + system) / 1000)} ms of processors`);
  assert.equal((await engine.use({ ...completion, instrument: { id: "x", version: "1" } }))[0].code, "cli.definition");
});

test("an administration is scored, explained and checked", async () => {
  const { result, problems } = await engine.score(good);
  assert.deepEqual([result.total.earned, result.total.unknown, problems], [2, 52, []]);
  assert.equal((await engine.score(good, { missing: "zero" })).result.total.unknown, 0);
  const { sentences, findings } = await engine.explain(good);
  assert.match(sentences.join("\n"), /The total is 2 of 54 points/);
  assert.deepEqual([findings[0].subject, findings[0].code, result.criteria[0].levels[0].relation], [result.criteria[0].id, "rule.notice.finding", "atLeast"]);
  const total = findings.find((f) => f.params?.[0] === "The total");
  assert.equal(message(total, { [total.template]: "{1}: {2}" }), `${total.params[1]}: at least 80%`);
  const bad = { ...good, responses: { 1: 7, x: 1 } };
  assert.equal((await engine.score(bad)).result, null);
  assert.deepEqual((await engine.check("administration", bad)).map((p) => p.path), ["/responses/1", "/responses/x"]);
  assert.equal(fieldErrors(await engine.check("administration", bad)).responses["1"].__errors.length, 1);
});

test("labels reach the messages of validators and the buttons of form generators", async () => {
  const labels = JSON.parse(readFileSync(join(repository, "examples/web/data/labels-es.json"), "utf8"));
  assert.deepEqual(await engine.check("labels", labels), []);
  assert.deepEqual((await engine.check("labels", { ...labels, buttons: { submitt: "x" } })).map((p) => [p.path, p.code]), [["/buttons/submitt", "schema.form.labels"]]);
  const { default: validate } = await import("@openmtss/schemas/validate/administration");
  assert.ok(!validate({ ...good, unit: { id: "x".repeat(201), kind: "district" } }));
  const long = validate.errors.find((e) => e.keyword === "maxLength");
  assert.equal(message(long, labels.messages), "No más de 200 caracteres");
  assert.equal(message(long), "is too long, 200 characters are the most");
  assert.deepEqual(fieldErrors([long], labels.messages).unit.id.__errors, ["No más de 200 caracteres"]);
  assert.equal(message({ name: "required", params: { missingProperty: "date" }, message: "m" }, labels.messages), "Falta “date”");
  assert.equal(message({ keyword: "toString", message: "m" }, labels.messages), "m");
  const { transformErrors, translateString } = rjsfTexts({ ...labels, buttons: { add: "Agregar" } });
  assert.deepEqual([transformErrors([{ name: "format", message: "m" }])[0].message, translateString("Add Item"), translateString("Option %1", ["$&"])], ["No es una fecha", "Agregar", "Option $&"]);
  const { locale, translate, translateError } = jsonFormsTexts({ ...labels, buttons: { remove: "Quitar" } });
  assert.deepEqual([locale, translate("items.removeTooltip", "Delete"), translate("items.other", "Other"), translateError(long)], ["es", "Quitar", "Other", "No más de 200 caracteres"]);
  const missing = { keyword: "required", instancePath: "/unit", params: { missingProperty: "id" }, message: "m" };
  assert.equal(translateError({ ...missing, parentSchema: { properties: { id: { title: "Identificador" } } } }), "Falta “Identificador”", "Ajv with verbose, as JSON Forms has it");
  assert.equal(transformErrors([{ name: "required", params: missing.params, title: "Identificador" }])[0].message, "Falta “Identificador”", "react-jsonschema-form");
});

const without = ({ ...object }, name) => { delete object[name]; return object; };
// What validators say without labels: the kind, the document, and what is at its fields.
const inEnglish = [
  ["nothing wrong", "administration", good, {}],
  ["a date in another form fails pattern and format", "administration", { ...good, date: "2026-2-3" }, { "/date": ["has to be a day of the calendar, as in 2026-01-20"] }],
  ["a day that is none", "administration", { ...good, date: "2026-02-30" }, { "/date": ["has to be a day of the calendar, as in 2026-01-20"] }],
  ["a member that is missing is at its own field", "administration", without(good, "date"), { "/date": ["date is missing"] }],
  ["one too many, with a name that a pointer escapes", "administration", { ...good, unit: { ...good.unit, "a/b~": 1 } }, { "/unit/a~1b~0": ["a/b~ is not known here"] }],
  ["empty fails minLength and pattern", "administration", { ...good, unit: { id: "", kind: "district" } }, { "/unit/id": ["is empty"] }],
  ["a space at an end", "administration", { ...good, unit: { id: "d ", kind: "district" } }, { "/unit/id": ["begins or ends with a space, or has a tab or line break in it"] }],
  ["two causes stay two", "administration", { ...good, unit: { id: `${"x".repeat(200)} `, kind: "district" } },
    { "/unit/id": ["is too long, 200 characters are the most", "begins or ends with a space, or has a tab or line break in it"] }],
  ["a word that is none", "administration", { ...good, unit: { id: "d", kind: "shire" } }, { "/unit/kind": ["is not one of the choices"] }],
  ["neither a text nor a word of the list", "administration", { ...good, unit: { id: "d", kind: 7 } }, { "/unit/kind": ["is not one of the choices"] }],
  ["what may be null has to be a number all the same", "administration", { ...good, responses: { 1: "x" } }, { "/responses/1": ["has to be a whole number"] }],
  ["an empty list", "administration", { ...good, sections: [] }, { "/sections": ["has no entry, it needs one"] }],
  ["another kind", "administration", { ...good, kind: "contact" }, { "/kind": ["has to be administration"] }],
  ["not an object", "administration", [], { "": ["has to be a group of fields"] }],
  ["a clock time", "contact", { kind: "contact", schemaVersion: 1, id: "k", coach: "c", coached: "t", date: "2026-01-20", start: "3 pm" }, { "/start": ["has to be written as in 14:30"] }],
  ["a name that cannot be one", "evidence", { kind: "evidence", schemaVersion: 1, measures: { " x": { kind: "ratio" } }, records: [] },
    { "/measures/ x": ["begins or ends with a space, or has a tab or line break in it"] }],
  ["none of several types", "cases", fact(5), { "/cases/0/facts/a": ["is of another type than it has to be"] }],
  ["what is wrong in the type that it is", "cases", fact({ on: "x", value: "1" }), { "/cases/0/facts/a/on": ["has to be a day of the calendar, as in 2026-01-20"] }],
];

function fact(a) {
  return { kind: "cases", schemaVersion: 1, cases: [{ name: "c", rule: "r", on: "2026-01-20", facts: { a }, expect: { verdict: "met" } }] };
}

// listed is what is at the fields, by their paths.
function listed(at, path = "") {
  const inside = Object.entries(at).filter(([name]) => name !== "__errors").map(([name, v]) => listed(v, `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`));
  return Object.assign(at.__errors ? { [path]: at.__errors } : {}, ...inside);
}

for (const [why, kind, document, want] of inEnglish) {
  test(`without labels: ${why}`, async () => {
    const { default: validate } = await import(`@openmtss/schemas/validate/${kind}`);
    assert.equal(validate(document), Object.keys(want).length === 0);
    assert.deepEqual(listed(fieldErrors(validate.errors ?? [])), want);
  });
}

test("without labels, generators say the same, once a field", () => {
  const date = [{ keyword: "pattern", instancePath: "/date", params: { pattern: "^\\d$" } }, { keyword: "format", instancePath: "/date", params: { format: "date" } }];
  const says = "has to be a day of the calendar, as in 2026-01-20";
  const { translate, translateError } = jsonFormsTexts({ language: "en" });
  assert.deepEqual([translate("date.error.custom", undefined, { errors: date }), translateError(date[1]), translate("date.error.custom")], [says, says, undefined]);
  const missing = { keyword: "required", instancePath: "", params: { missingProperty: "date" } };
  assert.equal(translate("date.error.custom", undefined, { errors: [missing], schema: { title: "Day" } }), "Day is missing", "by the title of the field");
  const { transformErrors } = rjsfTexts({});
  const raw = date.map(({ keyword, params }) => ({ name: keyword, property: ".date", message: `must match ${keyword}`, params, stack: `'Date' must match ${keyword}` }));
  assert.deepEqual(transformErrors(raw).map((e) => [e.message, e.stack]), [[says, `'Date' ${says}`]], "the stack is what is listed above the form");
  const choice = ["const", "const", "oneOf", "type"].map((name) => ({ name, property: ".unit.kind", message: "m", params: name === "type" ? { type: "string" } : {} }));
  assert.deepEqual(transformErrors([...choice, { name: "required", property: "date", message: "m", params: { missingProperty: "date" } }]).map((e) => [e.property, e.message]),
    [[".unit.kind", "is not one of the choices"], ["date", "date is missing"]]);
  assert.deepEqual(transformErrors([{ stack: "no schema" }]).map((e) => e.stack), ["no schema"]);
});

test("each keyword that labels may have is said in English, and labels take each that is", async () => {
  const keywords = readFileSync(join(repository, "schema/strangers.go"), "utf8").match(/keywords = \[\]string\{([^}]*)\}/)[1].match(/\w+/g);
  assert.ok(keywords.length > 20);
  for (const keyword of keywords) assert.notEqual(message({ keyword, params: { limit: 2, pattern: "^#$" }, message: "must be so" }), "must be so", keyword);
  assert.deepEqual(await engine.check("labels", { kind: "labels", schemaVersion: 1, language: "en", messages: Object.fromEntries(keywords.map((k) => [k, "{0}"])) }), []);
});

// The examples of all kinds, each value spoiled in each way, and each member left out.
function* spoiled(value, replace) {
  for (const bad of ["", " x", "2026-02-30", "x".repeat(5000), -7, 1e6, null, [], {}, ["a", "a"]]) yield replace(bad);
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield* spoiled(inner, (bad) => replace(Array.isArray(value) ? value.with(Number(name), bad) : { ...value, [name]: bad }));
    if (!Array.isArray(value)) yield replace(without(value, name));
  }
  if (!Array.isArray(value)) yield replace({ ...value, "no/body": 1 });
}

test("whatever is wrong, no field has a regular expression, or two errors for one cause", async () => {
  let count = 0;
  for (const kind of kinds) {
    const { default: validate } = await import(`@openmtss/schemas/validate/${kind}`);
    const { examples } = JSON.parse(readFileSync(new URL(import.meta.resolve(`@openmtss/schemas/2020-12/${kind}`)), "utf8"));
    for (const document of spoiled(examples[0], (bad) => bad)) {
      if (validate(document)) continue;
      count++;
      const fields = Object.entries(listed(fieldErrors(validate.errors)));
      assert.ok(fields.length > 0, `nothing is said of ${JSON.stringify(document)}`);
      for (const [path, texts] of fields) {
        const said = `${kind}${path}: ${texts.join(" | ")}`;
        assert.doesNotMatch(said, /\^|must |undefined|\{\d|\[object|as it has to be/);
        assert.ok(texts.length < 3 && texts.filter((t) => /has to be|choices|is empty|written|missing/.test(t)).length < 2, said);
      }
    }
  }
  console.log(`${count} spoiled documents`);
  assert.ok(count > 10000);
});

test("what is missing or too much is at the field where the library has it", async () => {
  for (const kind of kinds) {
    const { default: validate } = await import(`@openmtss/schemas/validate/${kind}`);
    const { examples: [example] } = JSON.parse(readFileSync(new URL(import.meta.resolve(`@openmtss/schemas/2020-12/${kind}`)), "utf8"));
    for (const name of ["no/body", ...Object.keys(example)]) {
      const document = name in example ? without(example, name) : { ...example, [name]: 1 };
      if (name === "kind" || validate(document)) continue;
      const fields = Object.keys(listed(fieldErrors(validate.errors))), theirs = (await engine.check(kind, document)).map((p) => p.path);
      assert.deepEqual(fields.filter((path) => !theirs.includes(path)), [], `${kind} without ${name}: ${theirs}`);
    }
  }
});

test("a form for JSON Forms has names that it can follow, and gives back the document's own", () => {
  const names = ["1", "1.1", "a/b", "a~b", "x[0]", "\\", "required", "properties", "constructor", "prototype", "__proto__"];
  const named = /[.[\]/~\\]|^(constructor|prototype|__proto__)$/;
  const item = { type: ["integer", "null"], default: null };
  const schema = {
    type: "object", required: ["responses"], $defs: { Any: { default: { "1.1": 1 }, required: ["1.1"] } },
    properties: { responses: { type: "object", required: names, properties: Object.fromEntries(names.map((name) => [name, item])), additionalProperties: false } },
  };
  const scope = (name) => `#/properties/responses/properties/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const layout = { type: "VerticalLayout", elements: names.map((name) => ({ type: "Control", label: "1.1", scope: scope(name) })) };
  const before = JSON.stringify([schema, layout]);
  const form = jsonFormsForm(schema, layout);
  const { responses } = form.schema.properties;
  const made = Object.keys(responses.properties);
  assert.deepEqual([made.length, made.filter((name) => named.test(name)), responses.required], [names.length, [], made]);
  assert.deepEqual(form.uischema.elements.map((e) => [e.label, e.scope.split("/").slice(4).join("/")]), made.map((name) => ["1.1", name]), "each control is at its member");
  const document = { note: "1.1", responses: Object.fromEntries(names.map((name, i) => [name, i])), list: [{ "1.1": null }], "2.2": ["x.y"] };
  assert.deepEqual(Object.keys(form.data(document).responses), made);
  assert.deepEqual(form.document(form.data(document)), document);
  assert.deepEqual(Object.keys(form.data(document)), ["note", "responses", "list", "2.2"], "a name that the form does not have stays");
  assert.deepEqual(JSON.stringify([schema, layout]), before, "what was given is not changed");
});

test("kinds that scoring does not need are checked by the larger program", async () => {
  assert.deepEqual((await engine.check("units", { kind: "units", schemaVersion: 1, units: [{ id: "d-1", kind: "district", nobody: 1 }] })).map((p) => p.code), ["json.unknown-field"]);
  await assert.rejects(engine.check("nothing", {}), /no kind of document/);
  await assert.rejects(engine.definition("nobody@1"), /no definition of nobody@1/);
});

test("the report is the command's, to the byte, and problems are told by file", async () => {
  const dir = join(repository, "examples/district-year/data");
  const files = readdirSync(dir).map((name) => ({ name, data: readFileSync(join(dir, name)) }));
  const command = (form) => spawnSync(mtss(), ["report", "-format", form, dir], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
  const { page, profiles, problems } = await engine.report(files);
  assert.ok(page === command("html") && profiles.length === 1, "the page differs");
  assert.deepEqual(profiles[0], JSON.parse(command("json")));
  assert.deepEqual(problems.filter((p) => p.file), []);
  const bad = await engine.report([...files, { name: "a/bad.json", data: "{" }, { name: "bad.ndjson", data: '{"kind":"units","schemaVersion":1,"units":[]}\n{"kind":"nobody"}\n' }]);
  assert.deepEqual(bad.problems.filter((p) => p.file).map((p) => [p.file, p.line, p.code]), [["a/bad.json", 1, "json.syntax"], ["bad.ndjson", 2, "json.enum"]]);
  assert.deepEqual((await engine.report([])).problems.map((p) => p.code), ["profile.day", "profile.unit"]);
  const asKnown = await engine.report(files, { known: "2026-01-31" });
  assert.ok(asKnown.page !== page && asKnown.page === spawnSync(mtss(), ["report", "-format", "html", "-known", "2026-01-31", dir], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout, "as known on another day, the page differs");
  const several = await engine.report(files, { on: "2026-06-01", units: [profiles[0].unit, profiles[0].units.at(-1)] });
  assert.ok(several.profiles.length === 2 && several.page !== page && several.profiles[0].on === "2026-06-01");
});

const circular = { ...good };
circular.notes = [circular];
// What is no document, and what the call says that it is given it.
const noDocuments = [
  ["undefined", undefined, "is undefined, want a document or its JSON"],
  ["a function", () => good, "is a function, which is not JSON"],
  ["a symbol", Symbol("a"), "is Symbol(a), which is not JSON"],
  ["not a number", NaN, "is NaN, which is not JSON"],
  ["a big integer", 1n, "is 1n, which is not JSON"],
  ["bytes, which would be an object of numbers", new Uint8Array([123, 125]), "is of type Uint8Array, which is not JSON"],
  ["a buffer, which would be an empty object", new ArrayBuffer(2), "is of type ArrayBuffer, which is not JSON"],
  ["a blob", new Blob(["{}"]), "is of type Blob, which is not JSON"],
  ["what was not awaited", Promise.resolve(good), "is of type Promise, which is not JSON"],
  ["a score that would be one that is not known", { ...good, responses: { 1: NaN } }, "at /responses/1 is NaN, which is not JSON"],
  ["scores that would be none", { ...good, responses: new Map([["1", 2]]) }, "at /responses is of type Map, which is not JSON"],
  ["a big score, of a name that a pointer escapes", { ...good, responses: { "a/b": 2n } }, "at /responses/a~1b is 2n, which is not JSON"],
  ["a member that would be left out", { ...good, date: () => "" }, "at /date is a function, which is not JSON"],
  ["an element that would be null", { ...good, notApplicable: ["1", undefined] }, "at /notApplicable/1 is undefined, which is not JSON"],
  ["a document in itself", circular, /cannot be written as JSON: \S.*$/],
];

test("an argument that is no document is named, and loads nothing", async () => {
  const { calls } = await import(new URL("calls.js", import.meta.resolve("@openmtss/engine")));
  let asked = 0;
  const idle = calls(async () => { asked++; return ["", "null"]; });
  const of = { use: "document", score: "administration", explain: "administration", check: "document" };
  for (const [name, what] of Object.entries(of)) {
    for (const [why, document, says] of noDocuments) {
      const found = await (name === "check" ? idle.check("administration", document) : idle[name](document)).then(() => "taken", (err) => (err instanceof TypeError ? err.message : String(err)));
      const start = `${name}: the ${what} `;
      assert.ok(found.startsWith(start) && (says instanceof RegExp ? says.test(found) : found === start + says), `${why}: ${found}`);
    }
  }
  const says = (call) => call().then(() => "taken", (err) => err.message);
  const table = [
    [() => idle.scoreLines(new Blob([""])), "scoreLines: the text is of type Blob, want text"],
    [() => idle.scoreLines(), "scoreLines: the text is undefined, want text"],
    [() => idle.score(good, { missing: null }), "score: missing is null, want text"],
    [() => idle.check(undefined, good), "check: the kind is undefined, want text"],
    [() => idle.definition({ id: "dca" }), "definition: the name is of type Object, want text"],
    [() => idle.report(), "report: the files are undefined, want a list"],
    [() => idle.report("units.json"), "report: the files are units.json, want a list"],
    [() => idle.report([{ data: "{}" }]), "report: the name of file 1 is undefined, want text"],
    [() => idle.report([null]), "report: the name of file 1 is undefined, want text"],
    [() => idle.report([{ name: "a.json", data: { kind: "units" } }]), "report: the file a.json is of type Object, want text, bytes or a Blob"],
    [() => idle.report([{ name: "a.json" }]), "report: the file a.json is of type Object, want text, bytes or a Blob"],
    [() => idle.report([], { on: new Date(0) }), "report: on is of type Date, want text"],
    [() => idle.report([], { units: [{ id: 1n }] }), "report: the options at /units/0/id is 1n, which is not JSON"],
  ];
  for (const [call, want] of table) assert.equal(await says(call), want);
  assert.equal(asked, 0);
  assert.deepEqual((await engine.score({ ...good, administeredBy: undefined })).problems, [], "a member that is undefined is none");
  assert.equal((await engine.score(Object.assign(Object.create(null), good, { date: { toJSON: () => good.date } }))).result.date, good.date, "as JSON has it");
  assert.deepEqual((await engine.score(null)).problems.map((p) => p.code), ["json.null"]);
});

test("a report takes files as they come", async () => {
  const data = JSON.stringify({ kind: "units", schemaVersion: 1, units: [{ id: "d-1", kind: "district" }] }), bytes = new TextEncoder().encode(` ${data} `);
  const forms = { text: data, bytes, view: bytes.subarray(1, -1), buffer: bytes.buffer, shorts: new Uint16Array(new TextEncoder().encode(data.padEnd(data.length + data.length % 2)).buffer), blob: new Blob([data]) };
  for (const [form, data] of Object.entries(forms)) {
    const { profiles, problems } = await engine.report([{ name: "units.json", data }], { on: "2026-01-20" });
    assert.deepEqual([profiles.map((p) => p.unit.id), problems], [["d-1"], []], form);
  }
  const list = { length: 1, 0: new File([data], "units.json") };
  assert.deepEqual((await engine.report(list, { on: "2026-01-20" })).profiles[0].unit.id, "d-1", "as an input has them");
  assert.deepEqual((await engine.report({ length: 1, 0: new File(["{"], "bad.json") }, { on: "2026-01-20" })).problems[0].file, "bad.json");
});

test("validators of all kinds are compiled, and need nothing", async () => {
  assert.ok(kinds.length > 50);
  for (const kind of kinds) {
    const { default: validate } = await import(`@openmtss/schemas/validate/${kind}`);
    assert.equal(validate({ kind }), false, kind);
    assert.equal(validate({ kind: "nobody" }), false, kind);
  }
  const { default: validate } = await import("@openmtss/schemas/validate/administration");
  assert.ok(validate(good));
  assert.ok(!validate({ ...good, unit: { id: "d-1", kind: "shire" } }) && validate.errors.some((e) => e.instancePath === "/unit/kind"));
});

test("what the index names is in the package", () => {
  const read = (path) => JSON.parse(readFileSync(new URL(import.meta.resolve(`@openmtss/schemas/${path}`)), "utf8"));
  const { documents, forms } = read("index.json");
  assert.deepEqual(Object.keys(documents), kinds);
  for (const kind of kinds) for (const folder of ["2020-12", "draft-07", "dereferenced", "forms"]) assert.ok(read(`${folder}/${kind}`), kind);
  for (const form of [...kinds, ...Object.keys(forms).map((f) => f.replace("@", "-"))]) for (const end of ["", ".ui", ".layout"]) assert.ok(read(`forms/${form}${end}`), form);
  assert.ok(read("2020-12/any").oneOf.length === kinds.length && read("vocabularies.json").lists.length > 20 && read("openapi.json").components);
});

test("what the parts cost is what the pages say", () => {
  const sizes = JSON.parse(readFileSync(new URL("../../packages/sizes.json", import.meta.url), "utf8"));
  const page = "docs/frontend.md", readme = "schema/npm/engine/README.md";
  const parts = ["scoring.wasm", "documents.wasm", "report.wasm"];
  const told = [ // the page, what it says, what that is, in which unit, and how far off it may be
    ...parts.map((part) => [page, `\`${part}\` ([\\d.]+) MB`, sizes[part].brotli, 1e6, 0.05]),
    ...parts.map((part) => [readme, `\`${part}\`.* ([\\d.]+) MB \\|`, sizes[part].brotli, 1e6, 0.05]),
    [page, "Of the ([\\d.]+) MB, Go itself", sizes["scoring.wasm"].brotli, 1e6, 0.05],
    [page, "Of the ([\\d.]+) MB it loads", sizes["report.wasm"].brotli, 1e6, 0.05],
    [page, "validator of administrations (\\d+) kB", sizes["validate/administration.js"].brotli, 1e3, 0.75],
    [page, "of results (\\d+) kB", sizes["validate/result.js"].brotli, 1e3, 0.75],
    [readme, "`wasm_exec.js`.* (\\d+) kB \\|", sizes["wasm_exec.js"].brotli, 1e3, 0.75],
    ...parts.map((part, i) => [readme, `uncompressed they are ${["(\\d+)", "\\d+, (\\d+)", "\\d+, \\d+ and (\\d+)"][i]}\\b`, sizes[part].bytes, 1e6, 0.75]),
  ];
  for (const [file, says, size, unit, off] of told) {
    const found = new RegExp(says).exec(readFileSync(join(repository, file), "utf8"));
    assert.ok(found && Math.abs(found[1] - size / unit) <= off, `${file} says ${found?.[0] ?? `nothing of ${says}`}; it is ${size / unit}`);
  }
});

// Ten thousand administrations of all instruments, a tenth of them bad.
function administrations(definitions, count) {
  const pick = random(20260120);
  const lines = [];
  for (let n = 0; n < count; n++) {
    const d = definitions[pick(definitions.length)];
    const scales = new Map(d.scales.map((s) => [s.id, s.scores]));
    const responses = {}, notApplicable = [];
    for (const item of d.items) {
      const scores = scales.get(item.scale) ?? [0, 1, 2];
      const way = pick(12);
      if (way === 0) continue;
      if (way === 1 && item.notApplicable) notApplicable.push(item.id);
      else responses[item.id] = way < 3 ? null : scores[pick(scores.length)];
    }
    const a = {
      kind: "administration", schemaVersion: 1, instrument: { id: d.id, version: d.version },
      unit: { id: `u-${n}`, kind: d.unitKinds?.[pick(d.unitKinds.length)] ?? "school" },
      date: `2026-0${1 + pick(9)}-${10 + pick(19)}`, responses,
    };
    if (notApplicable.length > 0) a.notApplicable = notApplicable;
    switch (pick(80)) {
      case 0: a.responses.x = 1; break;
      case 1: a.responses[d.items[0].id] = 251; break;
      case 2: a.unit.kind = "shire"; break;
      case 3: a.date = "2026-02-30"; break;
      case 4: a.instrument.version = "0"; break;
      case 5: delete a.unit; break;
      case 6: a.responses[d.items[0].id] = "\ud800é"; break;
      case 7: a.nobody = 1; break;
    }
    lines.push(JSON.stringify(a));
  }
  return lines.join("\n") + "\n";
}

test("10,000 administrations give what the command gives, byte for byte", async () => {
  const names = JSON.parse(readFileSync(new URL(import.meta.resolve("@openmtss/schemas/index.json")), "utf8")).forms;
  const definitions = await Promise.all(["dca@7.7", ...Object.keys(names)].map((name) => engine.definition(name)));
  const lines = administrations(definitions, 10000);
  mkdirSync(out, { recursive: true });
  const file = join(out, "administrations.ndjson");
  writeFileSync(file, lines);
  const command = spawnSync(mtss(), ["score", "-completion", completionFile, file], { encoding: "utf8", maxBuffer: 1 << 30 });
  const began = performance.now();
  const mine = await engine.scoreLines(lines);
  console.log(`10,000 administrations: ${Math.round(performance.now() - began)} ms`);
  assert.ok(command.stdout.split("\n").length > 8000 && command.stderr.split("\n").length > 500);
  assert.ok(mine.lines === command.stdout, "the results differ");
  const problems = command.stderr.trimEnd().split("\n").map((line) => { const { file: _, ...problem } = JSON.parse(line); return JSON.stringify(problem); });
  assert.deepEqual(mine.problems.map((p) => JSON.stringify(p)), problems);
});

test("the types say what is wrong", () => {
  const file = join(out, "use.ts");
  mkdirSync(out, { recursive: true });
  writeFileSync(file, `import { createEngine } from "@openmtss/engine";
import { kinds, type Administration, type AnyDocument, type Kind } from "@openmtss/schemas";
import { jsonFormsForm, jsonFormsTexts, message, rjsfTexts, type Labels } from "@openmtss/schemas";
import type { Contact } from "@openmtss/schemas/types/contact";
import validate from "@openmtss/schemas/validate/administration";
export const a: Administration = ${JSON.stringify(good)};
// @ts-expect-error a kind of unit that is none
export const kind: Administration["unit"]["kind"] = "shire";
// @ts-expect-error a kind of document that is none
void createEngine().check("nothing", {});
// @ts-expect-error not text
void createEngine().score(1);
export const of = async (): Promise<number> => (await createEngine().score(a)).result?.total?.earned ?? 0;
export const one = (value: unknown): Administration | undefined => (validate(value) ? value : undefined);
export const page = async (): Promise<string> => (await createEngine().report([{ name: "units.json", data: "{}" }], { on: "2026-01-20", units: [{ id: "d-1" }] })).page;
export const stage = async (): Promise<string | undefined> => (await createEngine().report([])).profiles[0]?.innovations[0]?.id;
// @ts-expect-error a file is its name and what is in it
void createEngine().report([{ name: "units.json" }]);
export const dropped = async (list: FileList): Promise<number> => (await createEngine().report(list)).problems.length + (await createEngine().report([...list])).problems.length;
void createEngine().report([{ name: "a.json", data: new Blob([]) }, { name: "b.json", data: new ArrayBuffer(1) }] as const);
// @ts-expect-error what a file holds is no document
void createEngine().report([{ name: "units.json", data: { kind: "units" } }]);
// @ts-expect-error a blob is no document
void createEngine().score(new Blob([]));
export const first: Kind | undefined = kinds[0];
export const word = (d: AnyDocument): Kind => d.kind;
export type C = Contact;
const labels: Labels = { kind: "labels", schemaVersion: 1, language: "es", buttons: { add: "Agregar" } };
export const texts: string = rjsfTexts(labels).translateString("Add") + jsonFormsTexts(labels).translate("x") + message({ keyword: "type" }, labels.messages);
export const sent = (data: Administration): Administration => jsonFormsForm({ type: "object" }, { type: "Control" }).document(data);
`);
  const tsc = new URL("../node_modules/typescript/bin/tsc", import.meta.url).pathname;
  for (const resolution of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    const args = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--module", resolution[0], "--moduleResolution", resolution[1], file];
    try {
      execFileSync(process.execPath, [tsc, ...args], { encoding: "utf8", cwd: join(out, "..") });
    } catch (err) {
      assert.fail(`${resolution}: ${err.stdout}`);
    }
  }
});
