/** A record that the user has looked at. */
export interface RecentRecord {
  id: string;
  objectApiName: string;
  name: string;
}

const MOST = 50;

function key(): string {
  return `caddie-preview-recent-${globalThis.caddiePreview.user.id}`;
}

/** The records that this user has looked at in this browser, the last one first. */
export function recentRecords(): RecentRecord[] {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? '[]') as RecentRecord[];
  } catch {
    return [];
  }
}

export function rememberRecord(record: RecentRecord): void {
  const others = recentRecords().filter(({ id }) => id !== record.id);
  try {
    localStorage.setItem(key(), JSON.stringify([record, ...others].slice(0, MOST)));
  } catch {
    // Without storage there is no list of recent records, and nothing else is lost.
  }
}
