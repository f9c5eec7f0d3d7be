// The calls of the engine over a way to send them: a name and texts go out, a
// text and a list of problems come back.
const text = (document) => (typeof document === "string" ? document : JSON.stringify(document));

export function calls(send, close) {
  const call = async (...texts) => {
    const [out, problems] = await send(...texts);
    return { out, problems: JSON.parse(problems) ?? [] };
  };
  return {
    use: async (document) => (await call("use", text(document))).problems,
    async definition(name) {
      const { out, problems } = await call("definition", name);
      if (problems.length > 0) throw new Error(problems[0].message);
      return JSON.parse(out);
    },
    async score(administration, { missing = "" } = {}) {
      const { out, problems } = await call("score", text(administration), missing);
      return { result: out ? JSON.parse(out) : null, problems };
    },
    async scoreLines(lines, { missing = "" } = {}) {
      const { out, problems } = await call("score", lines, missing);
      return { lines: out, problems };
    },
    async explain(administration, { missing = "" } = {}) {
      const { out, problems } = await call("score", text(administration), missing, "sentences");
      const said = out.split("\n").slice(0, -1).map((line) => JSON.parse(line));
      return { sentences: said.flatMap((s) => s.sentences), findings: said.flatMap((s) => s.findings), problems };
    },
    async check(kind, document) {
      const { out, problems } = await call("check", kind, text(document));
      if (out === "unknown") throw new Error(`there is no kind of document ${JSON.stringify(kind)}`);
      return problems;
    },
    async report(files, { units = [], on = "", known = "" } = {}) {
      const request = JSON.stringify({ units, on, known, files: files.map((f) => f.name) });
      const { out, problems } = await call("report", request, ...files.map((f) => f.data));
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
