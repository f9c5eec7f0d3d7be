// A server of the built form that keeps account of what is asked of it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

/** Serves what is in a folder; a form built otherwise is in another one. */
export async function serve(folder = new URL("../dist", import.meta.url).pathname) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    asked.push(`${request.method} ${request.url}`);
    try {
      const data = await readFile(folder + (pathname === "/" ? "/index.html" : pathname));
      response.writeHead(200, { "content-type": types[extname(pathname) || ".html"] }).end(data);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((closed) => { server.closeAllConnections(); server.close(closed); });
  return { url: `http://127.0.0.1:${server.address().port}/`, asked, close };
}
