// Opens the form of every document and of every instrument that ships in form
// generators, and compares what they can't do with tools.json, from which the table
// of docs/frontend.md is made. Takes the names of generators, or none for all that
// are in tools.json; -update writes what was found; -only=result,review opens those.
import { readFile, writeFile } from "node:fs/promises";
import { check, done, want } from "./check.mjs";
import { bundle, open } from "./open.mjs";

const dist = new URL("../../../schema/dist/", import.meta.url);
const table = new URL("../tools.json", import.meta.url);
const json = async (url) => JSON.parse(await readFile(url, "utf8"));

// kits are for each generator the page that opens a form in it, the buttons that add, and
// what it says in place of a field that it has none for. JSON Forms has the forms of
// instruments in pages, which test/forms.mjs fills in.
const absent = "No applicable (renderer|cell) found.";
const kits = {
  rjsf: { tool: "react-jsonschema-form", from: "@rjsf/core", page: "rjsf.jsx", add: "button.btn-add" },
  vanilla: { tool: "JSON Forms, vanilla", from: "@jsonforms/vanilla-renderers", page: "vanilla.jsx", add: "button", words: "^(\\+|Add\\b.*)$", lost: absent, paged: true },
  material: { tool: "JSON Forms, material", from: "@jsonforms/material-renderers", page: "material.jsx", add: 'button[aria-label^="Add"]', lost: absent, paged: true },
  sjsf: { tool: "@sjsf/form", from: "@sjsf/form", page: "sjsf.js", add: "button", words: "^(\\+|Add\\b.*)$", lost: "component not found" },
  uniforms: { tool: "Uniforms", from: "uniforms", page: "uniforms.jsx", add: "[role=button]", words: "^\\+$" },
};

async function forms(paged) {
  const { documents, forms } = await json(new URL("index.json", dist));
  const files = Object.entries(documents).map(([kind, { form }]) => [kind, form]).concat(paged ? [] : Object.entries(forms));
  const read = async ([name, { schema, ui, layout }]) => [name, { schema: await json(new URL(schema, dist)), ui: await json(new URL(ui, dist)), layout: await json(new URL(layout, dist)) }];
  return Object.fromEntries(await Promise.all(files.map(read)));
}

// cannot says in one line what went wrong, nothing where all is well.
function cannot({ problems, lost }) {
  if (problems.length) return problems[0].split("\n")[0].slice(0, 100);
  return lost ? "fields left out" : undefined;
}

const args = process.argv.slice(2);
const only = args.find((a) => a.startsWith("-only="))?.slice(6).split(",");
const update = args.includes("-update");
const kept = await json(table).catch(() => []);
const named = args.filter((a) => !a.startsWith("-"));
const { dependencies } = await json(new URL("../package.json", import.meta.url));

for (const kit of named.length ? named : Object.keys(kits).filter((k) => kept.some((row) => row.kit === k))) {
  const { tool, from, page, paged, ...how } = kits[kit];
  const row = { kit, tool, version: dependencies[from], opened: 0, cannot: {} };
  await check(`${tool}: every form opened, each add pressed`, async () => {
    const all = await forms(paged);
    const wanted = Object.fromEntries(Object.entries(all).filter(([name]) => !only || only.includes(name)));
    const results = await open(kit, { ...how, script: await bundle(page) }, wanted);
    let adds = 0;
    for (const [name, result] of Object.entries(results)) {
      row.opened++;
      adds += result.pressed;
      const wrong = cannot(result);
      if (wrong) row.cannot[name] = wrong;
    }
    console.log(`     ${adds} adds pressed`);
    want(adds > 0 || only, "no add was found: the page of the generator has changed");
    if (update) return;
    const before = kept.find((r) => r.kit === kit);
    const pick = (r) => JSON.stringify(only ? Object.entries(r.cannot).filter(([name]) => only.includes(name)) : [r.version, r.opened, r.cannot]);
    want(before && pick(before) === pick(row), `tools.json has ${before && pick(before)}\nseen now   ${pick(row)}`);
  });
  if (update && !only) {
    const at = kept.findIndex((r) => r.kit === kit);
    if (at < 0) kept.push(row);
    else kept[at] = row;
    await writeFile(table, JSON.stringify(kept, null, 2) + "\n");
  }
}
done();
