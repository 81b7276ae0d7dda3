import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { loginHistory } from './login-history.ts';
import { pageMetrics } from './page-metrics.ts';
import { promptActions } from './prompt-actions.ts';

/** What Salesforce itself counts about use. Printed, never stored: it is not about guidance. */
export interface PlatformSource {
  /** The object that it is read from. */
  object: string;
  /** Lines for people. Nothing about fewer than five people. */
  read(client: OrgClient): Promise<string[]>;
}

/** By the name of the option that asks for it. */
export const PLATFORM_SOURCES = { logins: loginHistory, pages: pageMetrics, prompts: promptActions } as const;

export type PlatformSourceName = keyof typeof PLATFORM_SOURCES;

/** An object that this org or this user does not have is left out with a word. */
const ABSENT = new Set(['INVALID_TYPE', 'INVALID_FIELD', 'INSUFFICIENT_ACCESS', 'API_DISABLED_FOR_ORG']);

/** The lines of the sources asked for, each under the name of its object. */
export async function platformUsage(
  client: OrgClient,
  names: readonly PlatformSourceName[]
): Promise<string[]> {
  const lines: string[] = [];
  for (const name of names) {
    const { object, read } = PLATFORM_SOURCES[name];
    try {
      lines.push(...(await read(client)).map((line) => `${object}: ${line}`));
    } catch (error) {
      if (!(error instanceof Refusal) || !ABSENT.has(error.code)) throw error;
      lines.push(`${object}: not in this org, or not open to this user; left out.`);
    }
  }
  return lines;
}
