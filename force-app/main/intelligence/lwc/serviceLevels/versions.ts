/** Promises and their versions: which counts, which waits, and what a signature changes. */
import { SIGNATORIES, type Signatory } from 'c/agreementRights';
import type { ServiceLevel } from 'c/agreementSource';
import type { Fields } from 'c/crm';

export interface Promises {
  /** What all versions of the promise share. */
  slug: string;
  owedBy: string;
  active: ServiceLevel | undefined;
  /** Newer than what counts, and waiting for signatures. */
  draft: ServiceLevel | undefined;
  former: ServiceLevel[];
  lastVersion: number;
}

const NAMES: Record<Signatory, string> = { sales: 'Sales', marketing: 'Marketing', finance: 'Finance' };

export function promisesOf(levels: readonly ServiceLevel[]): Promises[] {
  const bySlug = Map.groupBy(levels, ({ key }) => key.replace(/-\d+$/, ''));
  return [...bySlug].map(([slug, own]) => {
    const versions = own.toSorted((one, two) => two.version - one.version);
    const active = versions.find(({ status }) => status === 'Active');
    const draft = versions.find(
      ({ status, version }) => status === 'Draft' && version > (active?.version ?? 0)
    );
    return {
      slug,
      owedBy: (active ?? versions[0]).owedBy,
      active,
      draft,
      former: versions.filter((level) => level !== active && level !== draft),
      lastVersion: versions[0].version
    };
  });
}

/** The parties for which this person can sign: once each, and nobody for two. */
export function signableParties(
  level: ServiceLevel,
  userId: string,
  maySign: readonly Signatory[]
): Signatory[] {
  const hasSigned = SIGNATORIES.some((party) => level.signatures[party]?.who.id === userId);
  return level.status !== 'Draft' || hasSigned
    ? []
    : SIGNATORIES.filter((party) => maySign.includes(party) && level.signatures[party] === null);
}

/** What a signature changes; with the third one the promise counts. */
export function signature(level: ServiceLevel, party: Signatory, userId: string, at: string): Fields {
  const isLast = SIGNATORIES.every((one) => one === party || level.signatures[one] !== null);
  return {
    [`Signed_By_${NAMES[party]}__c`]: userId,
    [`${NAMES[party]}_Signed_At__c`]: at,
    ...(isLast ? { Status__c: 'Active' } : {})
  };
}
