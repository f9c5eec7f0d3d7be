import "./wasm_exec.js";
import { engine, run } from "./calls.js";

const urls = {
  "scoring.wasm": new URL("./scoring.wasm", import.meta.url),
  "documents.wasm": new URL("./documents.wasm", import.meta.url),
  "report.wasm": new URL("./report.wasm", import.meta.url),
};

async function load(name) {
  const go = new Go();
  const response = await fetch(urls[name]);
  if (!response.ok) throw new Error(`${name}: the server answers ${response.status}`);
  // A server that does not know .wasm calls it something else, which streaming refuses.
  const made = response.headers.get("content-type") === "application/wasm"
    ? await WebAssembly.instantiateStreaming(response, go.importObject)
    : await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
  return run(go, made.instance);
}

const call = engine(load);

self.onmessage = async ({ data: { id, texts } }) => {
  try {
    self.postMessage({ id, answer: await call(...texts) });
  } catch (err) {
    self.postMessage({ id, error: String(err?.message ?? err) });
  }
};
