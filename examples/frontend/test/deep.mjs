// A document that is deeper than its form shows keeps all of it when a field is edited.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";
import { check, want } from "./check.mjs";
import { bundle } from "./open.mjs";

const dist = new URL("../../../schema/dist/", import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(`forms/ruleSet.${name}.json`, dist), "utf8"));

// nested is a rule of so many levels.
function nested(levels) {
  const here = { measure: `measure.${levels}`, is: "yes" };
  return levels === 1 ? here : { all: [here, { not: { any: [nested(levels - 1), { measure: "other", is: "no" }] } }] };
}

export const deep = () =>
  check("rjsf: a rule set of 13 levels keeps them all when fields are edited", async () => {
    const rule = { id: "deep", title: "before", source: { title: "Policy" }, require: nested(5) };
    const data = { kind: "ruleSet", schemaVersion: 1, id: "district", rules: [rule] };
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.setContent('<!doctype html><title>deep</title><div id="form"></div>');
      await page.evaluate((opened) => { globalThis.opened = opened; }, { schema: await json("schema"), ui: await json("ui"), data });
      await page.addScriptTag({ content: await bundle("rjsf.jsx") });
      await page.fill("#root_rules_0_title", "after");
      await page.fill("#root_rules_0_require_all_0_measure", "another");
      const got = await page.evaluate(() => globalThis.edited);
      rule.title = "after";
      rule.require.all[0].measure = "another";
      want(isDeepStrictEqual(got, data), `kept ${JSON.stringify(got)}`);
    } finally {
      await browser.close();
    }
  });
