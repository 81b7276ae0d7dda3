import type { Connection } from 'jsforce';
import { updateAll } from './collections.ts';
import { Failure } from './failure.ts';
import { queryAll } from './query.ts';

/** The Id of the org's standard price book, which is switched on if it is not: a new org's is off. */
export async function standardPricebook(connection: Connection): Promise<string> {
  const [book] = await queryAll<{ Id: string; IsActive: boolean }>(
    connection,
    'SELECT Id, IsActive FROM Pricebook2 WHERE IsStandard = true'
  );
  if (!book) {
    throw new Failure('NO_PRICEBOOK', 'The org has no standard price book that you may read.', [
      'Connect as an administrator of an org with Sales Cloud.'
    ]);
  }
  if (!book.IsActive) {
    await updateAll(connection, 'Pricebook2', [{ Id: book.Id, IsActive: true }]);
  }
  return book.Id;
}
