import { createHash } from "node:crypto";
import { defineConfig } from "vite";

// The report is a page of its own in a frame, whose styles stand in it.
const policy = (report) => `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'${report ? " 'unsafe-inline'" : ""}; img-src data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'`;

// offline adds a service worker that keeps the files of this build on the device,
// and a policy that lets the page load nothing from elsewhere.
const offline = () => ({
  name: "offline",
  apply: "build",
  transformIndexHtml: (_, { path }) => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy(path.endsWith("report.html")) }, injectTo: "head-prepend" }],
  generateBundle(_, bundle) {
    // The form asks for no document that needs the larger programs; the page of
    // the report asks for its own.
    const files = Object.keys(bundle).filter((name) => !/(documents|report)[^/]*\.wasm$|\.html$/.test(name));
    const report = Object.keys(bundle).find((name) => /report[^/]*\.wasm$/.test(name));
    const digest = createHash("sha256").update(JSON.stringify([files, report])).digest("hex").slice(0, 12);
    const source = `const cacheName = "mtss-form-${digest}";
const files = ${JSON.stringify(["./", "./report.html", ...files])};
addEventListener("install", (event) => event.waitUntil(caches.open(cacheName).then((c) => c.addAll(files)).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((n) => n.startsWith("mtss-form-") && n !== cacheName).map((n) => caches.delete(n))))
  .then(() => clients.claim())));
addEventListener("message", (event) => event.waitUntil(caches.open(cacheName)
  .then(async (c) => { if (!(await c.match(${JSON.stringify(report)}))) await c.add(${JSON.stringify(report)}); })
  .then(() => event.source.postMessage("ready"))));
addEventListener("fetch", (event) => event.respondWith(caches.open(cacheName)
  .then((c) => c.match(event.request, { ignoreSearch: event.request.mode === "navigate" })).then((kept) => kept ?? fetch(event.request))));
`;
    this.emitFile({ type: "asset", fileName: "sw.js", source });
  },
});

export default defineConfig({
  base: "./",
  build: { rollupOptions: { input: ["index.html", "report.html"] }, modulePreload: { polyfill: false }, assetsInlineLimit: 0, target: "es2022" },
  worker: { format: "es" },
  optimizeDeps: { exclude: ["@openmtss/engine"] },
  plugins: [offline()],
});
