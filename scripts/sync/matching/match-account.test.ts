import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexAccounts } from './account-index.ts';
import { matchAccount } from './match-account.ts';
import type { AccountEvidence } from './outcome.ts';
import { toId18 } from './salesforce-id.ts';

const id = (n: number): string => toId18(`001Hs00000000${String(n).padStart(2, '0')}`) ?? '';

const index = indexAccounts([
  { id: id(1), name: 'Halcyon', website: 'https://www.halcyon.com', externalId: 'ERP-1' },
  { id: id(2), name: 'Halcyon Health', website: 'halcyonhealth.com', externalId: 'ERP-2' },
  { id: id(3), name: 'Acme', website: 'acme-tools.de' },
  { id: id(4), name: 'Acme', website: null },
  {
    id: id(5),
    name: 'Vela Optics',
    mailDomains: new Map([
      ['vela.io', 2],
      ['adviser.com', 1]
    ])
  },
  { id: id(6), name: 'Weiß GmbH & Co. KG' },
  { id: id(7), name: 'Aurora', website: 'https://hosting.aurora.net' }
]);

const OUTCOMES: readonly [what: string, evidence: AccountEvidence, outcome: object][] = [
  ['an Id is taken at its word', { id: id(2).slice(0, 15), name: 'Halcyon' }, matched(2, 'Id', 'certain')],
  ['so is an external id', { externalId: 'ERP-2', name: 'Halcyon' }, matched(2, 'External id', 'certain')],
  ['domain and name agree', { domain: 'halcyon.com', name: 'HALCYON Inc.' }, matched(1, 'Domain', 'high')],
  ['a domain alone', { domain: 'jo@halcyon.com' }, matched(1, 'Domain', 'good')],
  ['the domain that contacts write from', { domain: 'vela.io' }, matched(5, 'Domain', 'good')],
  ['a name alone', { name: 'Weiss' }, matched(6, 'Name', 'good')],
  [
    'Id and external id contradict each other',
    { id: id(1), externalId: 'ERP-2' },
    unsure('Id and external id are of different accounts', [1, 'has the Id'], [2, 'has the external id'])
  ],
  [
    'a subsidiary is not its parent',
    { domain: 'halcyon.com', name: 'Halcyon Japan K.K.' },
    unsure('the name may be that of a part of the company', [1, 'has the domain halcyon.com'])
  ],
  [
    'a host below the domain may be a part',
    { domain: 'labs.halcyon.com' },
    unsure('the host labs.halcyon.com may be a part of the company', [1, 'has the domain halcyon.com'])
  ],
  [
    'a domain that one contact writes from, who may be an adviser',
    { domain: 'adviser.com' },
    unsure('too few contacts write from adviser.com', [5, 'has contacts who write from adviser.com'])
  ],
  [
    'a domain of which the account has only a host',
    { domain: 'aurora.net' },
    unsure("the account's own host is another than aurora.net", [7, 'has the domain aurora.net'])
  ],
  [
    'the domain is of one account and the name of another',
    { domain: 'halcyon.com', name: 'Halcyon Health' },
    unsure('the name is that of another account', [1, 'has the domain halcyon.com'], [2, 'has the name'])
  ],
  [
    'two of one name',
    { name: 'Acme' },
    unsure('several accounts have the name', [3, 'has the name'], [4, 'has the name'])
  ],
  [
    'the account of the name is elsewhere on the net',
    { name: 'Halcyon', domain: 'halcyon.fr' },
    unsure(
      'the account of that name has another domain than halcyon.fr',
      [1, 'has the name'],
      [2, 'shares the name, and may be parent or part']
    )
  ],
  [
    'another legal form',
    { name: 'Weiß GmbH' },
    unsure('the account of that name has another legal form', [6, 'has the name'])
  ],
  [
    'a slip of the pen',
    { name: 'Halcyon Heatlh' },
    unsure(
      'accounts have a similar name',
      [2, 'is called nearly the same (75%)'],
      [1, 'shares the name, and may be parent or part']
    )
  ],
  ['free mail', { domain: 'jo@gmail.com' }, unmatched('gmail.com is used by many companies')],
  [
    'nothing fits',
    { id: '001000000000001AAB', externalId: 'ERP-9', domain: 'nobody.io', name: 'Nobody' },
    unmatched(
      '001000000000001AAB is no Id; no account has the external id ERP-9; ' +
        'no account has the domain nobody.io; no account has the name, or one like it'
    )
  ],
  ['nothing is said', {}, unmatched('the row names no account')]
];

function matched(n: number, by: string, confidence: string): object {
  return { kind: 'matched', account: id(n), by, confidence };
}

function unsure(reason: string, ...candidates: [n: number, why: string][]): object {
  const named = candidates.map(([n, why]) => ({ id: id(n), name: index.byId.get(id(n))?.name, why }));
  return { kind: 'unsure', reason, candidates: named };
}

function unmatched(reason: string): object {
  return { kind: 'unmatched', reason };
}

for (const [what, evidence, outcome] of OUTCOMES) {
  test(what, () => assert.deepEqual(matchAccount(index, evidence), outcome));
}
