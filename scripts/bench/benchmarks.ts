import { benchBulk } from './bulk.ts';
import { measureIntelligence } from './intelligence.ts';
import { benchLocalOrg } from './local-org.ts';
import { measurePageLoad } from './page-load.ts';
import { measurePageWeight } from './page-weight.ts';
import { measureSelection } from './selection.ts';
import { inWords } from './stopwatch.ts';
import { gzippedBytes, measureTrack } from './telemetry.ts';
import { benchUpload } from './upload.ts';
import { benchUsage } from './usage.ts';
import { benchWholeRun } from './whole-run.ts';

const RECORDING = ['usageEvent', 'eventQueue', 'telemetry'];

const bytes = (count: number): string => `${count.toLocaleString('en-US')} bytes gzipped`;

export interface Sizes {
  events: number;
  rows: number;
}

/** Each measures and answers what to print. */
export const benchmarks: Record<string, (sizes: Sizes) => Promise<string[]>> = {
  async selection() {
    const rows = await measureSelection();
    return rows.flatMap((row) => {
      const beside = (other: number): string =>
        `${inWords(other)}, ${Math.round(other / row.find)} times as long`;
      return [
        `${row.pieces.toLocaleString('en-US')} pieces, ${row.found} fit`,
        `  Caddie, finding what fits  ${inWords(row.find)}`,
        `  json-logic-js              ${beside(row.jsonLogic)}`,
        `  json-rules-engine          ${beside(row.rulesEngine)}`,
        `  Caddie, with all the rest  ${inWords(row.select)}: dates, language, audience, what was put away, ranking`,
        `  once, when content loads   ${inWords(row.prepare)}`
      ];
    });
  },

  async recording() {
    return [`one track  ${inWords(await measureTrack())}`, `code       ${bytes(gzippedBytes(RECORDING))}`];
  },

  async weight() {
    const { bundles, caddie, driver } = measurePageWeight();
    return [
      `what a record page loads, ${bundles} bundles  ${bytes(caddie)}`,
      `driver.js with its styles                ${bytes(driver)}; Caddie is ${(caddie / driver).toFixed(1)} times that`
    ];
  },

  async page() {
    const { guidance, record, requests } = await measurePageLoad();
    return [
      `record's name painted  ${Math.round(record)} ms after navigation`,
      `guidance painted       ${Math.round(guidance)} ms, ${(guidance / record).toFixed(2)} times that`,
      `requests to the org by the whole page, stand-ins included: ${requests.length}`,
      ...requests.map((request) => `  ${request}`)
    ];
  },

  async intelligence() {
    const { empty, huge } = await measureIntelligence();
    const line = (name: string, { painted, requests, bytes: size }: typeof huge): string =>
      `${name}  ${Math.round(painted)} ms after navigation; ${requests} requests, ${size.toLocaleString('en-US')} bytes`;
    return [
      line('an account with nothing', empty),
      line('one with 5,000 activities, 312 signals and 300 people', huge),
      `  ${(huge.painted / empty.painted).toFixed(2)} times that`
    ];
  },

  usage: ({ events }) => benchUsage(events),

  upload: ({ rows }) => benchUpload(rows),

  run: ({ events }) => benchWholeRun(events),

  async 'local-org'() {
    return [...(await benchLocalOrg()), 'Bulk API 2.0', ...(await benchBulk()).map((line) => `  ${line}`)];
  }
};
