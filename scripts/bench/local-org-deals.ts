/** An org full of deals, whose rows were multiplied behind its back: saving 100,000 would take longer than all questions. */
import { normalizeId } from '../local-org/ids.ts';
import { objectFile, testOrg, type TestOrg } from '../local-org/testing.ts';

const ACCOUNTS = 2_000;

const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost'
];
const INDUSTRIES = ['Energy', 'Banking', 'Retail', 'Media'];
const OWNERS = ['rep', 'rep2', 'manager', 'marketing'];

/** 2,000 accounts and so many private deals of four owners, the same each time. */
export function orgFullOfDeals(deals: number): TestOrg {
  const org = testOrg();
  org.install(objectFile('Opportunity', '<sharingModel>Private</sharingModel>'));
  const accounts = copies(org, {
    object: 'Account',
    count: ACCOUNTS,
    models: INDUSTRIES.map((Industry) => ({ Name: 'Account', Industry })),
    vary: (index) => ({ Name: `Account ${index}` })
  });
  copies(org, {
    object: 'Opportunity',
    count: deals,
    models: STAGES.map((StageName) => ({ Name: 'Deal', StageName, CloseDate: '2026-11-30', Amount: 1 })),
    vary: (index) => ({
      Name: `Deal ${index}`,
      AccountId: accounts[(index * 7) % ACCOUNTS]!,
      OwnerId: org.userId(OWNERS[index % OWNERS.length]!),
      Amount: (index * 37) % 200_000,
      CloseDate: new Date(Date.UTC(2026, 0, 1 + ((index * 13) % 730))).toISOString().slice(0, 10)
    })
  });
  return org;
}

interface Copies {
  object: string;
  count: number;
  /** Saved as anyone would, so that a copy has all that the org derives. */
  models: Record<string, string | number>[];
  /** What the copy with this number has of its own. */
  vary(index: number): Record<string, string | number>;
}

function copies({ org, user }: TestOrg, { object, count, models, vary }: Copies): string[] {
  const rows = models.map((values) => {
    const { id } = org.records.create(user('admin'), object, values);
    return org.store.all(`SELECT * FROM "${object}" WHERE "Id" = ?`, [id])[0]!;
  });
  const columns = Object.keys(rows[0]!);
  const insert = `INSERT INTO "${object}" (${columns.map((name) => `"${name}"`).join(', ')})
    VALUES (${columns.map(() => '?').join(', ')})`;
  const prefix = String(rows[0]!['Id']).slice(0, 3);
  return org.store.transaction(() =>
    Array.from({ length: count }, (_none, index) => {
      const id = normalizeId(`${prefix}B${String(index).padStart(11, '0')}`)!;
      const row: Record<string, string | number | null> = {
        ...rows[index % rows.length]!,
        ...vary(index),
        Id: id
      };
      org.store.run(
        insert,
        columns.map((name) => row[name] ?? null)
      );
      return id;
    })
  );
}
