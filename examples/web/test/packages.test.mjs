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
  const total = findings.find((f) => f.params?.[0] === "total");
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
  assert.equal(message(long), long.message);
  assert.deepEqual(fieldErrors([long], labels.messages).unit.id.__errors, ["No más de 200 caracteres"]);
  assert.equal(message({ name: "required", params: { missingProperty: "date" }, message: "m" }, labels.messages), "Falta “date”");
  assert.equal(message({ keyword: "toString", message: "m" }, labels.messages), "m");
  const { transformErrors, translateString } = rjsfTexts({ ...labels, buttons: { add: "Agregar" } });
  assert.deepEqual([transformErrors([{ name: "format", message: "m" }])[0].message, translateString("Add Item"), translateString("Option %1", ["$&"])], ["No es una fecha", "Agregar", "Option $&"]);
  const { locale, translate, translateError } = jsonFormsTexts({ ...labels, buttons: { remove: "Quitar" } });
  assert.deepEqual([locale, translate("items.removeTooltip", "Delete"), translate("items.other", "Other"), translateError(long)], ["es", "Quitar", "Other", "No más de 200 caracteres"]);
});

test("a form for JSON Forms has names that it can follow, and gives back the document's own", () => {
  const names = ["1", "1.1", "a/b", "a~b", "x[0]", "\\", "required", "properties"];
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
  assert.deepEqual([made.length, made.filter((name) => /[.[\]/~\\]/.test(name)), responses.required], [names.length, [], made]);
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
export const first: Kind | undefined = kinds[0];
export const word = (d: AnyDocument): Kind => d.kind;
export type C = Contact;
const labels: Labels = { kind: "labels", schemaVersion: 1, language: "es", buttons: { add: "Agregar" } };
export const texts: string = rjsfTexts(labels).translateString("Add") + jsonFormsTexts(labels).translate("x") + message({ keyword: "type" }, labels.messages);
export const sent = (data: Administration): Administration => jsonFormsForm({ type: "object" }, { type: "Control" }).document(data);
`);
  const tsc = new URL("../node_modules/typescript/bin/tsc", import.meta.url).pathname;
  for (const resolution of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    const args = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom", "--module", resolution[0], "--moduleResolution", resolution[1], file];
    try {
      execFileSync(process.execPath, [tsc, ...args], { encoding: "utf8", cwd: join(out, "..") });
    } catch (err) {
      assert.fail(`${resolution}: ${err.stdout}`);
    }
  }
});
