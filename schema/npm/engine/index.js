import { calls } from "./calls.js";

export function createEngine({ worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" }) } = {}) {
  const waiting = new Map();
  let last = 0, dead;
  const end = (why) => {
    dead ??= new Error(why);
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  worker.onmessage = ({ data: { id, answer, error } }) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(answer);
    else caller?.reject(new Error(error));
  };
  worker.onerror = (event) => end(event.message ? `the engine stopped: ${event.message}` : "the engine's worker could not be loaded");
  const send = (...texts) => new Promise((resolve, reject) => {
    if (dead) return reject(dead);
    waiting.set(++last, { resolve, reject });
    worker.postMessage({ id: last, texts });
  });
  return calls(send, () => {
    worker.terminate();
    end("the engine was closed");
  });
}
