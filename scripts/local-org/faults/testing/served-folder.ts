/**
 * A process of its own for tests that kill it: serves the org of a folder with one custom object deployed. Says
 * `opening` when it begins to, and then on one line where it serves and with which token.
 *
 *     node served-folder.ts <folder>
 */
import { flushCompileCache } from 'node:module';
import { createOrg } from '../../org.ts';
import { PROJECT, SELLER, STEP } from '../../schema/fixture.ts';
import { startServer } from '../../server.ts';
import { TEST_USERS } from '../../testing.ts';

// Whoever is killed can't leave compiled code for the next one at its end.
flushCompileCache();
process.stdout.write('opening\n');

const org = createOrg({ dataDir: process.argv[2], users: TEST_USERS });
const userId = (username: string): string =>
  String(org.store.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [username])[0].Id);
org.installMetadata({ files: [PROJECT, STEP, SELLER], userId: userId('admin@test.example') });
const { url } = await startServer(org, { port: 0 });
process.stdout.write(`${JSON.stringify({ url, token: org.sessions.issue(userId('rep@test.example')) })}\n`);
