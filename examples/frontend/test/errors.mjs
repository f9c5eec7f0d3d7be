// A problem line of the command stands at its field, in the form's language.
import { spawnSync } from "node:child_process";
import { fieldErrors } from "../../../schema/npm/schemas/errors.js";
import { check, want } from "./check.mjs";

const repository = new URL("../../..", import.meta.url).pathname;

export const shown = () =>
  check("problem lines: at their fields, translated", () => {
    const input = JSON.stringify({
      kind: "administration", schemaVersion: 1, instrument: { id: "ecboq", version: "2.0" },
      unit: { id: "p", kind: "program" }, date: "2026-01-01", responses: { 1: 7, "x/y": 1, constructor: 1 },
    }).replace('"x/y"', '"__proto__":1,"x/y"');
    const { stderr } = spawnSync("go", ["run", "./mtss/cmd/mtss", "score"], { cwd: repository, input, encoding: "utf8" });
    const lines = stderr.split("\n").filter((l) => l.startsWith("{")).map((l) => JSON.parse(l));
    const at = fieldErrors(lines, { "item {0} of {1} is scored {2}, want {3}": "{0}: {2}?" });
    want(at.responses["1"].__errors[0] === '"1": 7?', `at item 1: ${JSON.stringify(at)}`);
    want(Object.hasOwn(at.responses, "__proto__") && ({}).__errors === undefined && Object.__errors === undefined, "a name reached a prototype");
    want(at.responses["x/y"].__errors[0].includes("no item"), `at item x/y: ${JSON.stringify(at)}`);
  });
