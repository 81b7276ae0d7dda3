import { once } from 'node:events';
import { createServer } from 'node:net';
import { Failure } from './failure.ts';

/**
 * Throws `PORT_IN_USE` when somebody listens on this port of this machine already: asked first, before anything is
 * written that belongs to whoever is running there. 0 stands for any free port.
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
      throw error;
    }
    throw new Failure('PORT_IN_USE', `Port ${port} is in use.`, [
      'Stop what listens there, or choose another port; 0 takes a free one.'
    ]);
  }
  server.close();
  await once(server, 'close');
}
