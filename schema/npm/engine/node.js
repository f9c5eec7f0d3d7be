import { readFile } from "node:fs/promises";
import "./wasm_exec.js";
import { calls, engine, run } from "./calls.js";

// In Node the programs run in the thread of the caller.
async function load(name) {
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(await readFile(new URL(name, import.meta.url)), go.importObject);
  return run(go, instance);
}

export function createEngine() {
  const send = engine(load);
  let closed = false;
  return calls((...texts) => (closed ? Promise.reject(new Error("the engine was closed")) : send(...texts)), () => { closed = true; });
}
