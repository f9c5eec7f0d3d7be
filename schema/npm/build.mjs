// Builds and packs the packages: build.mjs REPOSITORY OUT VERSION. It says what
// each part costs, in sizes.json too, and fails where scoring costs more than it may.
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const [repository, out, version] = process.argv.slice(2);
const most = { "scoring.wasm": 1_100_000 };
const staging = join(import.meta.dirname, "staging"); // scripts/npm runs this in a folder of its own
const run = (command, args, options) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });

async function prepared(name) {
  const dir = join(staging, name);
  await cp(join(import.meta.dirname, name), dir, { recursive: true });
  await cp(join(repository, "LICENSE"), join(dir, "LICENSE"));
  const file = join(dir, "package.json");
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), version }, null, 2) + "\n");
  return dir;
}

async function schemas() {
  const dir = await prepared("schemas");
  await cp(join(repository, "schema/dist"), dir, { recursive: true, filter: (path) => basename(path) !== "README.md" });
  const { documents } = JSON.parse(await readFile(join(dir, "index.json"), "utf8"));
  const kinds = Object.keys(documents);
  await writeFile(join(dir, "kinds.js"), `export const kinds = ${JSON.stringify(kinds)};\n`);
  await mkdir(join(dir, "validate"));
  await Promise.all(kinds.map(async (kind) => {
    const schema = JSON.parse(await readFile(join(dir, documents[kind].schema), "utf8"));
    const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true, code: { source: true, esm: true } }));
    const made = await build({
      stdin: { contents: standaloneCode(ajv, ajv.compile(schema)), resolveDir: import.meta.dirname },
      bundle: true, write: false, format: "esm", minify: true, logLevel: "error",
    });
    await writeFile(join(dir, "validate", `${kind}.js`), made.outputFiles[0].text);
    const type = documents[kind].type;
    await writeFile(join(dir, "validate", `${kind}.d.ts`), `import type { ${type}, Validator } from "../index.js";\n\ndeclare const validate: Validator<${type}>;\nexport default validate;\n`);
  }));
  return dir;
}

async function engine() {
  const dir = await prepared("engine");
  const root = run("go", ["env", "GOROOT"]).trim();
  await cp(join(root, "lib/wasm/wasm_exec.js"), join(dir, "wasm_exec.js"));
  await cp(join(root, "LICENSE"), join(dir, "LICENSE-Go"));
  for (const name of ["scoring", "documents", "report"]) {
    // Without inlining, the programs are a tenth smaller.
    run("go", ["build", "-trimpath", "-buildvcs=false", "-gcflags=all=-l", "-ldflags=-s -w", "-o", join(dir, `${name}.wasm`), `./mtss/cmd/browser/${name}`],
      { cwd: repository, env: { ...process.env, GOOS: "js", GOARCH: "wasm", CGO_ENABLED: "0" } });
  }
  return dir;
}

const sizes = {};

async function cost(dir) {
  const at = async (path) => {
    const data = await readFile(join(dir, path));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
    const brotli = brotliCompressSync(data, { params }).length;
    sizes[path] = { bytes: data.length, brotli };
    console.log([path.padEnd(28), data.length, gzipSync(data, { level: 9 }).length, brotli].map((n) => String(n).padStart(10)).join(" "));
    if (brotli > (most[path] ?? Infinity)) throw new Error(`${path} has ${brotli} bytes in brotli, at most ${most[path]}`);
  };
  const files = await readdir(dir, { recursive: true });
  for (const path of files.sort().filter((f) => /^(\w+\.wasm|wasm_exec\.js|worker\.js|validate\/(administration|result)\.js)$/.test(f))) await at(path);
}

await mkdir(staging);
await mkdir(out, { recursive: true });
console.log(`${"part".padEnd(28)} ${["bytes", "gzip", "brotli"].map((n) => n.padStart(10)).join(" ")}`);
for (const dir of await Promise.all([schemas(), engine()])) {
  await cost(dir);
  const file = run("npm", ["pack", "--silent", "--pack-destination", out], { cwd: dir }).trim();
  console.log(file, (await readFile(join(out, file))).length);
}
await writeFile(join(out, "sizes.json"), JSON.stringify(sizes, null, 2) + "\n");
