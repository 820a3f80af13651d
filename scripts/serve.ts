import { isUtf8 } from 'node:buffer';
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
  '.htm': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface PageServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Serves a document, HTML by default, under a path of its own; returns its address. */
  add(body: string, type?: string, headers?: Record<string, string>): string;
  close(): Promise<void>;
}

/** Serves the files of a folder, and documents handed to it, on this machine only. */
export async function servePages(folder: string): Promise<PageServer> {
  const pages = new Map<string, { body: string; headers: Record<string, string> }>();
  const server = createServer(async (request, response) => {
    let path: string;
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (path === '/favicon.ico') {
      // A missing icon would stand in the page's console as an error.
      response.writeHead(204).end();
      return;
    }
    const page = pages.get(path);
    if (page) {
      response.writeHead(200, page.headers).end(page.body);
      return;
    }
    try {
      const body = await readFile(join(folder, normalize(path)));
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      // What is said here counts more than what the page says of itself.
      response.writeHead(200, { 'content-type': isUtf8(body) ? type : type.split(';')[0] }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    add(body, type = TYPES['.html'], headers = {}) {
      const path = `/added/${pages.size}`;
      pages.set(path, { body, headers: { 'content-type': type, ...headers } });
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
