import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../lib/days.ts';

/** Options that several commands share, so that they read and behave alike. */
export const targetOrg = (): Option =>
  new Option('-o, --target-org <org>', 'alias or username that the Salesforce CLI knows').conflicts(
    'instanceUrl'
  );

export const instanceUrl = (): Option =>
  new Option('--instance-url <url>', 'URL of the org; its access token is taken from CADDIE_ACCESS_TOKEN');

export const json = (): Option => new Option('--json', 'answer with one line of JSON, for programs');

export const sourceDir = (): Option =>
  new Option('--source-dir <dir>', 'folder with the Salesforce sources').default('force-app');

export const dataDir = (): Option =>
  new Option('--data <dir>', 'the folder that the org is kept in').default('.caddie/org');

/** A TCP port; 0 lets the machine choose a free one. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  }
  return port;
}

export function parseFaultSecret(text: string): string {
  if (text.length < 16) {
    throw new InvalidArgumentError('A secret has at least 16 characters.');
  }
  return text;
}

export function parseDay(text: string): string {
  if (!isDay(text)) {
    throw new InvalidArgumentError('A day is written like 2026-11-30.');
  }
  return text;
}
