import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PageServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Serves an HTML document under a path of its own; returns its address. */
  add(html: string, type?: string): string;
  close(): Promise<void>;
}

/** Serves the files of a folder, and documents handed to it, on this machine only. */
export async function servePages(folder: string): Promise<PageServer> {
  const pages = new Map<string, { body: string; type: string }>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const page = pages.get(path);
    if (page) {
      response.writeHead(200, { 'content-type': page.type }).end(page.body);
      return;
    }
    try {
      const body = await readFile(join(folder, normalize(path)));
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    add(html, type = TYPES['.html']) {
      const path = `/added/${pages.size}`;
      pages.set(path, { body: html, type });
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
