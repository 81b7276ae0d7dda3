import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { routedPath } from '../http/paths.ts';
import { statusAnswer } from './answers.ts';
import type { RequestFault, ResetFault } from './fault.ts';
import type { FaultedRequest, Faults } from './faults.ts';

/** What a Node server asks for answers. */
export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

const KINDS: readonly RequestFault['kind'][] = ['status', 'reset', 'answerLost', 'answerCut', 'slowAnswer'];

/**
 * Answers requests, but lets the connection fail where a fault says so. `serve` does the work of a request. Paths in
 * `exempt` meet no fault, or a fault on every path could never be taken back.
 */
export function faultyFetch(
  fetch: Fetch,
  faults: Faults,
  serve: <T>(request: FaultedRequest, work: () => T) => T,
  exempt: string
): Fetch {
  return async (request, bindings) => {
    const asked = { method: request.method, path: routedPath(request) };
    if (asked.path === exempt || asked.path.startsWith(`${exempt}/`)) return fetch(request, bindings);
    const answer = async (): Promise<Response> => serve(asked, () => fetch(request, bindings));
    const fault = faults.meet(asked, KINDS);
    switch (fault?.kind) {
      case undefined:
        return answer();
      case 'status':
        await request.arrayBuffer();
        return statusAnswer(fault, asked);
      case 'reset':
        await readBody(bindings.incoming, fault.when);
        return reset(bindings.incoming);
      case 'answerLost':
        await (await answer()).arrayBuffer();
        return reset(bindings.incoming);
      case 'answerCut':
        return sendHalf(await answer(), bindings.outgoing);
      case 'slowAnswer': {
        const late = await answer();
        await wait(fault.milliseconds, undefined, { ref: false });
        return late;
      }
    }
  };
}

/** Ends the connection with a RST, which a client can't take for the end of an answer. */
function reset({ socket }: IncomingMessage): Response {
  socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

/** Reads none, half or all of a body; of one whose length isn't told, its first chunk for half. */
function readBody(incoming: IncomingMessage, until: ResetFault['when']): Promise<void> {
  const length = Number(incoming.headers['content-length'] ?? 0);
  const half = Math.max(1, Math.floor(length / 2));
  if (until === 'beforeBody') return Promise.resolve();
  return new Promise((resolve) => {
    let received = 0;
    incoming.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (until === 'inBody' && received >= half) resolve();
    });
    incoming.once('end', resolve);
    incoming.once('close', resolve);
  });
}

async function sendHalf(answer: Response, outgoing: HttpBindings['outgoing']): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const response = outgoing as ServerResponse;
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroySoon());
  return RESPONSE_ALREADY_SENT;
}
