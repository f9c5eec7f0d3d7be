import { createEngine } from "@openmtss/engine";
import type { Definition } from "@openmtss/schemas";
import { h } from "./dom";
import { Drafts, digest } from "./draft";
import { Form } from "./form";
import * as host from "./host";
import { words } from "./words";

const root = document.getElementById("form")!;

async function start(): Promise<void> {
  const engine = createEngine();
  for (const completion of host.completions) {
    const problems = await engine.use(completion);
    if (problems.length > 0) throw new Error(problems[0]!.message);
  }
  const name = new URLSearchParams(location.search).get("instrument") ?? host.instrument;
  const definition: Definition = await engine.definition(name);
  // Another list of items, or other scores, is another form.
  const version = digest(JSON.stringify([definition.items.map((i) => [i.id, i.scale, i.notApplicable]), definition.scales]));
  new Form(root, engine, definition, new Drafts(name, version)).show();
}

start().catch((err: unknown) => {
  root.replaceChildren(h("main", { class: "wrap" }, h("h1", {}, words("en")("problem")), h("p", { role: "alert" }, String(err instanceof Error ? err.message : err))));
});

// A page opened from a file, or by a server without TLS, works without this too.
if (import.meta.env.PROD && "serviceWorker" in navigator) navigator.serviceWorker.register("./sw.js").catch(() => {});
