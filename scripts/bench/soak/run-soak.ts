import { EVENT_TYPES } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { createBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { judge } from './ledger.ts';
import type { Ledger, Verdict } from './ledger.ts';
import { sendAs } from './lightning.ts';
import { troubleBrowsers, troubleSync } from './mishaps.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { openSoakOrg } from './soak-org.ts';
import type { SoakOrg } from './soak-org.ts';
import { loadTelemetry } from './telemetry-modules.ts';
import { createVirtualTime } from './virtual-time.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface SoakOptions {
  reps: number;
  events: number;
  /** Runs of the sync, a working day before each. */
  runs: number;
  seed: number;
  say?: (line: string) => void;
}

export interface SoakResult extends Verdict {
  /** Requests that were troubled. */
  faults: number;
  pagesKilled: number;
  syncsKilled: number;
  /** Runs that gave up by themselves. */
  syncsFailed: number;
}

/** A Monday; after the clock of any machine, so that locks of killed processes have run out. */
const START = Date.parse('2040-01-02T08:00:00Z');
const MINUTE = 60_000;
const SLOTS = 32;
const SLOT = 15 * MINUTE;
const NIGHT = 16 * 60 * MINUTE;
/** More than a page keeps while it cannot send. */
const BURST = 1300;

interface Rep {
  browser: Browser;
  isOffline: boolean;
}

interface Soak {
  org: SoakOrg;
  reps: Rep[];
  random: Random;
  time: VirtualTime;
  accepted: Ledger;
  tally: { pagesKilled: number; syncsKilled: number; syncsFailed: number; faults: number };
}

/** Everything that may go wrong goes wrong, by chance but the same for a seed; then everything gets well, and is judged. */
export async function runSoak({ reps: count, events, runs, seed, say }: SoakOptions): Promise<SoakResult> {
  const random = createRandom(seed);
  const time = createVirtualTime(START);
  const org = await openSoakOrg(count, time.now, () => random.next());
  const soak: Soak = {
    org,
    random,
    time,
    reps: await makeReps(org, random, time),
    accepted: new Set(),
    tally: { pagesKilled: 0, syncsKilled: 0, syncsFailed: 0, faults: 0 }
  };
  try {
    for (let run = 1; run <= runs; run += 1) {
      const rest = events - soak.accepted.size;
      await workDay(soak, run === runs ? rest : Math.min(rest, Math.round(events / runs)));
      await time.advance(NIGHT);
      await runSync(soak, run);
      say?.(`${run} of ${runs} runs, ${soak.accepted.size.toLocaleString('en-US')} events taken`);
    }
    await getWell(soak);
    return { ...judge(soak.accepted, org), ...soak.tally };
  } finally {
    await org.close();
  }
}

async function makeReps(org: SoakOrg, random: Random, time: VirtualTime): Promise<Rep[]> {
  const { createTelemetry, saveBatch } = await loadTelemetry();
  return org.reps.map(({ id, token }) => {
    const rep: Rep = {
      isOffline: false,
      browser: createBrowser({
        createTelemetry,
        user: id,
        time,
        random,
        clockOff: random.pick([0, 0, 0, 20_000, -3 * 60 * MINUTE, 30 * 60 * MINUTE]),
        send: (batch) =>
          rep.isOffline
            ? Promise.reject(new Error('offline'))
            : sendAs({ url: org.url, token: token() }, () => saveBatch(batch))
      })
    };
    return rep;
  });
}

async function workDay(soak: Soak, events: number): Promise<void> {
  const { org, reps, random, time } = soak;
  const bursts = events > 2 * BURST ? Math.min(Math.floor(events / (8 * BURST)) || 1, reps.length) : 0;
  const shares = Array.from(
    { length: SLOTS },
    (_none, slot) =>
      Math.round((events - bursts * BURST) * ((slot + 1) / SLOTS)) -
      Math.round((events - bursts * BURST) * (slot / SLOTS))
  );
  for (const share of shares) {
    troubleBrowsers(org.faults, random, Math.ceil(share / 400));
    for (const rep of reps) mishap(soak, rep);
    // One after the other they use guidance for a while.
    for (let left = share; left > 0;) {
      const some = Math.min(left, 1 + random.whole(90));
      trackSome(soak, random.pick(reps), some);
      left -= some;
    }
    // Some pages die while they wait for an answer.
    for (const rep of reps) if (random.chance(0.03)) killPage(soak, rep);
    await time.advance(SLOT);
  }
  for (let count = 0; count < bursts; count += 1) {
    const rep = random.pick(reps);
    rep.isOffline = true;
    trackSome(soak, rep, BURST);
  }
  await time.advance(SLOT);
  for (const { browser } of reps) {
    if (random.chance(0.7)) for (const page of browser.pages) page.close();
  }
}

/** What may happen to a rep in a quarter of an hour. */
function mishap(soak: Soak, rep: Rep): void {
  const { random } = soak;
  if (random.chance(0.02)) rep.isOffline = true;
  else if (rep.isOffline && random.chance(0.3)) {
    rep.isOffline = false;
    for (const page of rep.browser.pages) page.tell('online');
  }
  if (random.chance(0.05)) rep.browser.open();
  if (random.chance(0.05)) random.pick([...rep.browser.pages, undefined])?.close();
  if (random.chance(0.05)) random.pick([...rep.browser.pages, undefined])?.tell('hidden');
  if (random.chance(0.05)) random.pick([...rep.browser.pages, undefined])?.tell('visible');
}

function killPage({ random, tally }: Soak, { browser }: Rep): void {
  const page = random.pick([...browser.pages, undefined]);
  if (!page) return;
  page.tell('hidden');
  page.kill();
  tally.pagesKilled += 1;
}

function trackSome({ random, accepted }: Soak, { browser }: Rep, events: number): void {
  for (let event = 0; event < events; event += 1) {
    const page = browser.pages.length > 0 ? random.pick(browser.pages) : browser.open();
    const id = page.track({
      type: random.pick(EVENT_TYPES),
      guidance: `piece-${random.whole(40)}`,
      version: 1,
      surface: 'panel',
      object: 'Opportunity',
      ...(random.chance(0.5) && { stage: 'Negotiation/Review' })
    });
    if (id !== undefined) accepted.add(id);
  }
}

/** Forgets what is left to go wrong, and counts what went wrong. */
function endTrouble({ org, tally }: Soak): void {
  tally.faults += org.faults.list().reduce((sum, { met }) => sum + met, 0);
  org.faults.clear();
}

async function runSync(soak: Soak, run: number): Promise<void> {
  const { org, random, tally } = soak;
  endTrouble(soak);
  if (run % 2 === 0 && random.chance(0.8)) {
    if (await org.killedSync(1 + random.whole(18))) tally.syncsKilled += 1;
    return;
  }
  troubleSync(org.faults, random);
  if ((await org.sync()) !== undefined) tally.syncsFailed += 1;
  endTrouble(soak);
}

/** Everybody comes back once more, nothing goes wrong any more, and the sync runs. */
async function getWell({ org, reps, time }: Soak): Promise<void> {
  org.faults.clear();
  for (const rep of reps) {
    rep.isOffline = false;
    for (const page of rep.browser.pages) page.close();
  }
  for (let tries = 0; tries < 10 && reps.some(({ browser }) => browser.waiting() > 0); tries += 1) {
    for (const { browser } of reps) {
      if (browser.waiting() > 0 && browser.pages.length === 0) browser.open();
      for (const page of browser.pages) page.tell('online');
    }
    await time.advance(10 * MINUTE);
  }
  const left = reps.filter(({ browser }) => browser.waiting() > 0).length;
  if (left > 0) throw new Error(`${left} browsers did not get rid of what they have.`);
  await time.advance(NIGHT);
  const problem = await org.sync();
  if (problem !== undefined) throw new Error(`The last run failed: ${problem}`);
}
