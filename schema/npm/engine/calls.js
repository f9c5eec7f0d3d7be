// The calls of the engine over a way to send them: a name and texts go out, a
// text and a list of problems come back.
const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);
const shown = (value) => (typeof value === "object" && value !== null ? `of type ${tag(value)}` : typeof value === "bigint" ? `${value}n` : typeof value === "function" ? "a function" : String(value));

// text is a document as JSON. What JSON would leave out or write as something else is
// refused: a score of NaN would be one that is not known, and a Map would be empty.
function text(what, document) {
  if (typeof document === "string") return document;
  if (document === undefined) throw new TypeError(`${what} is undefined, want a document or its JSON`);
  const paths = new Map();
  const written = function (name, value) {
    const path = paths.has(this) ? `${paths.get(this)}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` : "";
    const plain = typeof value === "object" ? value === null || ["Object", "Array"].includes(tag(value))
      : typeof value === "number" ? Number.isFinite(value) : typeof value === "undefined" ? !Array.isArray(this) : ["string", "boolean"].includes(typeof value);
    if (!plain) throw new TypeError(`${what}${path && ` at ${path}`} is ${shown(value)}, which is not JSON`);
    if (typeof value === "object") paths.set(value, path);
    return value;
  };
  try {
    return JSON.stringify(document, written);
  } catch (err) {
    throw err.message.startsWith(what) ? err : new TypeError(`${what} cannot be written as JSON: ${err.message.split("\n")[0]}`);
  }
}

// word is a text that is no document.
function word(what, value) {
  if (typeof value !== "string") throw new TypeError(`${what} is ${shown(value)}, want text`);
  return value;
}

// contents are what is in a file, as text or bytes.
async function contents(what, data) {
  if (typeof data === "string") return data;
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (tag(data) === "ArrayBuffer") return new Uint8Array(data);
  if (typeof data?.arrayBuffer === "function") return new Uint8Array(await data.arrayBuffer());
  throw new TypeError(`${what} is ${shown(data)}, want text, bytes or a Blob`);
}

export function calls(send, close) {
  const call = async (...texts) => {
    const [out, problems] = await send(...texts);
    return { out, problems: JSON.parse(problems) ?? [] };
  };
  return {
    use: async (document) => (await call("use", text("use: the document", document))).problems,
    async definition(name) {
      const { out, problems } = await call("definition", word("definition: the name", name));
      if (problems.length > 0) throw new Error(problems[0].message);
      return JSON.parse(out);
    },
    async score(administration, { missing = "" } = {}) {
      const { out, problems } = await call("score", text("score: the administration", administration), word("score: missing", missing));
      return { result: out ? JSON.parse(out) : null, problems };
    },
    async scoreLines(lines, { missing = "" } = {}) {
      const { out, problems } = await call("score", word("scoreLines: the text", lines), word("scoreLines: missing", missing));
      return { lines: out, problems };
    },
    async explain(administration, { missing = "" } = {}) {
      const { out, problems } = await call("score", text("explain: the administration", administration), word("explain: missing", missing), "sentences");
      const said = out.split("\n").slice(0, -1).map((line) => JSON.parse(line));
      return { sentences: said.flatMap((s) => s.sentences), findings: said.flatMap((s) => s.findings), problems };
    },
    async check(kind, document) {
      const { out, problems } = await call("check", word("check: the kind", kind), text("check: the document", document));
      if (out === "unknown") throw new Error(`there is no kind of document ${JSON.stringify(kind)}`);
      return problems;
    },
    async report(files, { units = [], on = "", known = "" } = {}) {
      if (typeof files !== "object" || typeof files?.length !== "number") throw new TypeError(`report: the files are ${shown(files)}, want a list`);
      const all = Array.from(files, (f, i) => ({ name: word(`report: the name of file ${i + 1}`, f?.webkitRelativePath || f?.name), data: f.data ?? f }));
      const request = text("report: the options", { units, on: word("report: on", on), known: word("report: known", known), files: all.map((f) => f.name) });
      const { out, problems } = await call("report", request, ...await Promise.all(all.map((f) => contents(`report: the file ${f.name}`, f.data))));
      return { ...JSON.parse(out), problems };
    },
    close,
  };
}

// engine answers calls by the program for scores, by the one for all documents
// where the first does not know a kind, and by the one for reports. Each is loaded
// when it is first asked. Load returns a program's function.
export function engine(load) {
  const loaded = {};
  const ask = async (name, texts) => {
    loaded[name] ??= load(name);
    loaded[name].catch(() => { delete loaded[name]; }); // a network may come back
    return (await loaded[name])(...texts);
  };
  return async (...texts) => {
    if (texts[0] === "report") return ask("report.wasm", texts);
    const answer = await ask("scoring.wasm", texts);
    return texts[0] === "check" && answer[0] === "unknown" ? ask("documents.wasm", texts) : answer;
  };
}

// run starts a program and returns its function.
export function run(go, instance) {
  go.run(instance);
  const call = globalThis.mtssCall;
  delete globalThis.mtssCall;
  return call;
}
