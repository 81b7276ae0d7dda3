import type { Store } from './contract.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const COUNTER_DIGITS = 12;
const BLOCK = 1000;

/** The three characters that make a 15-character id safe where case is lost: one bit a capital letter. */
function checkCharacters(id: string): string {
  let characters = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let offset = 0; offset < 5; offset += 1) {
      const code = id.charCodeAt(chunk + offset);
      if (code >= CAPITAL_A && code <= CAPITAL_Z) bits |= 1 << offset;
    }
    characters += CHECK_CHARACTERS[bits];
  }
  return characters;
}

/**
 * The 18-character form of an id, or null when the text is no id (length, alphabet, check characters). Check
 * characters are accepted in either case. https://help.salesforce.com/s/articleView?id=000383751
 */
export function normalizeId(text: string): string | null {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) return null;
  const short = text.slice(0, 15);
  const id = short + checkCharacters(short);
  return text.length === 15 || text.toUpperCase().slice(15) === id.slice(15) ? id : null;
}

/** The three characters that tell an id's object. */
export function keyPrefixOf(id: string): string {
  return id.slice(0, 3);
}

/** A custom object's prefix by its place in the order of creation: 0 is `a00`, 1 is `a01` … */
export function customKeyPrefix(index: number): string {
  return `a${encode(index, 2)}`;
}

function encode(number: number, digits: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = BASE62[rest % 62] + text;
  return text.padStart(digits, '0');
}

function decode(text: string): number {
  return [...text].reduce((sum, character) => sum * 62 + BASE62.indexOf(character), 0);
}

/** Gives out ids in order, never one twice: counters are reserved in blocks in the table `_counter`. */
export interface IdGenerator {
  /** The next id with this key prefix; `table` is where ids of that prefix lie. */
  next(keyPrefix: string, table: string): string;
}

export function createIdGenerator(store: Store): IdGenerator {
  store.run('CREATE TABLE IF NOT EXISTS "_counter" ("name" TEXT PRIMARY KEY, "value" INTEGER NOT NULL)');
  const counters = new Map<string, { next: number; reserved: number }>();

  function start(keyPrefix: string, table: string): { next: number; reserved: number } {
    const [saved] = store.all('SELECT "value" FROM "_counter" WHERE "name" = ?', [keyPrefix]);
    // A rolled-back reservation may have left the saved counter behind the rows: the rows have the last word.
    const [row] = store.all(`SELECT max("Id") AS "last" FROM "${table}" WHERE "Id" LIKE ?`, [
      `${keyPrefix}%`
    ]);
    const last = typeof row.last === 'string' ? decode(row.last.slice(3, 15)) : 0;
    const value = Math.max(Number(saved?.value ?? 0), last) + 1;
    return { next: value, reserved: value };
  }

  return {
    next(keyPrefix, table) {
      let counter = counters.get(keyPrefix);
      if (!counter) counters.set(keyPrefix, (counter = start(keyPrefix, table)));
      if (counter.next >= counter.reserved) {
        counter.reserved = counter.next + BLOCK;
        store.run('INSERT OR REPLACE INTO "_counter" VALUES (?, ?)', [keyPrefix, counter.reserved]);
      }
      const short = keyPrefix + encode(counter.next, COUNTER_DIGITS);
      counter.next += 1;
      return short + checkCharacters(short);
    }
  };
}
