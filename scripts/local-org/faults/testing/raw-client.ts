import { connect, type Socket } from 'node:net';

/** One connection without an HTTP client in between, which would hide how it ended. */
export interface RawClient {
  write(text: string): void;
  /** What has come so far. */
  received(): string;
  /** Whether the server has ended the connection. */
  isClosed(): boolean;
  /** Resolves once the connection is over: `ECONNRESET`, or null when the server closed it in order. */
  closed: Promise<string | null>;
}

export function openRaw(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port) });
  let text = '';
  let over = false;
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const closed = new Promise<string | null>((resolve) => {
    let code: string | null = null;
    socket.once('error', (error: NodeJS.ErrnoException) => (code = error.code ?? error.message));
    socket.once('close', () => {
      over = true;
      resolve(code);
    });
  });
  const client: RawClient = {
    write: (part) => void socket.write(part),
    received: () => text,
    isClosed: () => over,
    closed
  };
  return new Promise((resolve) => socket.once('connect', () => resolve(client)));
}

/** The head of a request with a JSON body of this length, which the server closes after answering. */
export function rawHead(method: string, path: string, token: string, length: number): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    'Connection: close'
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
