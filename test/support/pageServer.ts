import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHtml } from '../../src/protocol/pageHtml.ts';
import type { PageFiles } from './buildPage.ts';

/** Serves a page as VS Code would: the real document, its policy as a header too. */
export class PageServer {
  readonly origin: string;
  readonly #server: Server;

  constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async start(files: PageFiles): Promise<PageServer> {
    const server = createServer((request, response) => {
      const name = (request.url ?? '/').slice(1);
      const origin = `http://${request.headers.host ?? ''}`;
      if (name === '') {
        const nonce = 'dGhpcyBpcyBub3QgcmFuZG9t';
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', policy(nonce, origin));
        response.end(
          pageHtml({
            nonce,
            cspSource: origin,
            scriptUri: `${origin}/tail.js`,
            styleUri: `${origin}/tail-style.css`,
            title: 'orders',
            lang: 'en',
          }),
        );
        return;
      }
      const file = files.get(name);
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      response.writeHead(file === undefined ? 404 : 200, { 'content-type': type });
      response.end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new PageServer(server, `http://127.0.0.1:${port}`);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function policy(nonce: string, origin: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; font-src ${origin}; img-src ${origin}`;
}
