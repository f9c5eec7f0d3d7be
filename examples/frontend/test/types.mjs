// Every schema goes through the validators and type makers that frontends use,
// and what they make compiles.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { compileFromFile } from "json-schema-to-typescript";
import { InputData, JSONSchemaInput, quicktype, FetchingJSONSchemaStore } from "quicktype-core";
import { z } from "zod";
import { check, want } from "./check.mjs";

const dist = new URL("../../../schema/dist/", import.meta.url);
const out = new URL("../out/", import.meta.url);
const read = async (path) => JSON.parse(await readFile(new URL(path, dist), "utf8"));
const names = (await readdir(new URL("2020-12", dist))).map((file) => file.replace(".schema.json", "")).filter((name) => name !== "any");

const good = {
  kind: "administration", schemaVersion: 1, instrument: { id: "dca", version: "7.7" },
  unit: { id: "d-1", kind: "district" }, date: "2026-01-20", responses: { 1: 2, 2: null },
};
const bad = [
  ["a score that is text", { ...good, responses: { 1: "2" } }],
  ["a member that is not known", { ...good, score: 1 }],
  ["no unit", { ...good, unit: undefined }],
  ["a kind of unit that is none", { ...good, unit: { id: "d-1", kind: "shire" } }],
];
const sent = (value) => JSON.parse(JSON.stringify(value));

export async function types() {
  await rm(out, { recursive: true, force: true });
  for (const dir of ["json2ts", "quicktype"]) await mkdir(new URL(dir, out), { recursive: true });
  await check(`ajv, 2020-12, strict: ${names.length} schemas`, async () => {
    for (const name of names) {
      const ajv = addFormats(new Ajv2020({ strict: true }));
      const validate = ajv.compile(await read(`2020-12/${name}.schema.json`));
      if (name !== "administration") continue;
      want(validate(good), `a good administration: ${ajv.errorsText(validate.errors)}`);
      for (const [what, value] of bad) want(!validate(sent(value)), what);
    }
  });
  await check("ajv, draft-07, as it comes", async () => {
    for (const name of names) {
      const validate = addFormats(new Ajv({ strict: true })).compile(await read(`draft-07/${name}.schema.json`));
      if (name === "administration") want(validate(good) && bad.every(([, value]) => !validate(sent(value))), name);
    }
  });
  await check("ajv, 2020-12 and draft-07: the forms, in one instance each", async () => {
    // they name no draft, for validators of either
    for (const Version of [Ajv, Ajv2020]) {
      const ajv = addFormats(new Version({ strict: true }));
      for (const file of (await readdir(new URL("forms", dist))).filter((f) => f.endsWith(".schema.json"))) ajv.compile(await read(`forms/${file}`));
    }
  });
  await check("ajv: a document of any kind, all variants in one instance", async () => {
    const ajv = addFormats(new Ajv2020({ strict: true }));
    for (const name of names) {
      ajv.addSchema(await read(`2020-12/${name}.schema.json`));
      ajv.addSchema(await read(`dereferenced/${name}.schema.json`));
    }
    const validate = ajv.compile(await read("2020-12/any.schema.json"));
    want(validate(good) && validate({ kind: "observations", schemaVersion: 1, observations: [], $schema: "x" }), ajv.errorsText(validate.errors));
    want(!validate({ ...good, kind: "nothing" }), "a kind that is none");
  });
  await check("zod: the dereferenced schemas", async () => {
    for (const name of names) {
      const schema = z.fromJSONSchema(await read(`dereferenced/${name}.schema.json`));
      if (name !== "administration") continue;
      want(schema.safeParse(good).success, "a good administration");
      for (const [what, value] of bad) want(!schema.safeParse(sent(value)).success, what);
    }
  });
  await check("json-schema-to-typescript: types of all", async () => {
    for (const name of names) {
      const made = await compileFromFile(new URL(`2020-12/${name}.schema.json`, dist).pathname, { cwd: dist.pathname });
      await writeFile(new URL(`json2ts/${name}.ts`, out), made);
    }
  });
  await check("quicktype: types of all", async () => {
    for (const name of names) {
      const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
      await input.addSource({ name: name[0].toUpperCase() + name.slice(1), schema: JSON.stringify(await read(`2020-12/${name}.schema.json`)) });
      const data = new InputData();
      data.addInput(input);
      const made = await quicktype({ inputData: data, lang: "typescript", rendererOptions: { "just-types": true } });
      await writeFile(new URL(`quicktype/${name}.ts`, out), made.lines.join("\n"));
    }
  });
  await check("tsc: all of these types, and those that ship", () => {
    const tsc = new URL("../node_modules/typescript/bin/tsc", import.meta.url).pathname;
    const files = ["json2ts", "quicktype"].flatMap((dir) => names.map((name) => new URL(`${dir}/${name}.ts`, out).pathname));
    files.push(...names.map((name) => new URL(`types/${name}.d.ts`, dist).pathname), new URL("use.ts", import.meta.url).pathname);
    try {
      execFileSync(process.execPath, [tsc, "--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", ...files], { encoding: "utf8" });
    } catch (err) {
      throw new Error(err.stdout.slice(0, 1500));
    }
  });
}
