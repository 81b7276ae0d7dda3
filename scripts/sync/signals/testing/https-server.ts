import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import type { Dispatcher } from 'undici';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpsServer {
  /** By host and path; anything else is answered 404. */
  answers: Record<string, Answer>;
  /** Host, path and `Authorization` of every request. */
  seen: string[];
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

/**
 * A server that every https address leads to through its dispatcher, so that hosts and redirects are told apart without
 * certificates: only the encryption is left out.
 */
export async function startHttpsServer(): Promise<HttpsServer> {
  const answers: Record<string, Answer> = {};
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const url = `${request.headers.host}${request.url}`;
    seen.push(`${url} ${request.headers.authorization ?? '-'}`);
    const answer = answers[url];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const dispatcher = new Agent({
    connect: (_options, done) => {
      const socket = connect(port, '127.0.0.1', () => done(null, socket));
    }
  });
  return {
    answers,
    seen,
    dispatcher,
    async close() {
      await dispatcher.destroy();
      server.close();
      server.closeAllConnections();
    }
  };
}
