import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** Where a company is on the net. All in ASCII, so that `bücher.de` and `xn--bcher-kva.de` are one. */
export interface NetPlace {
  /** The part that somebody registered: `acme.co.uk`, `acme.github.io`. */
  domain: string;
  /** The whole host without what says nothing about whose it is: `www`, `mail`, a country, a language. */
  host: string;
}

/** What stands before many companies' domain without meaning a part of the company. */
const PLAIN_LABELS = new Set(
  'blog careers email en go home info intl jobs m mail mobile mx news pages shop smtp store web webmail'.split(
    ' '
  )
);

/** Kept free for samples by RFC 2606, and so on no list. */
const SAMPLE_SUFFIX = 'example';

/** Mail that anybody can have, and sites where many have a page; `gmx.*` is gmx under any suffix. */
const SHARED = new Set(
  readFileSync(new URL('shared-domains.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
);

/**
 * The place that a web address, a host or an e-mail address names, by the public suffix list; undefined for what is
 * none, such as `localhost`, `co.uk` or a number.
 */
export function netPlaceOf(text: string): NetPlace | undefined {
  const host = domainToASCII(hostIn(text));
  const { domain, publicSuffix, isIcann, isPrivate } = parse(host, {
    allowPrivateDomains: true,
    validateHostname: true
  });
  if (domain === null || !(isIcann || isPrivate || publicSuffix === SAMPLE_SUFFIX)) return undefined;
  const labels = host
    .slice(0, -domain.length - 1)
    .split('.')
    .filter((label) => label !== '');
  while (labels[0] !== undefined && isPlain(labels[0])) labels.shift();
  return { domain, host: [...labels, domain].join('.') };
}

/** True where addresses belong to people or pages of many companies. */
export function isShared(domain: string): boolean {
  const { domainWithoutSuffix } = parse(domain);
  return SHARED.has(domain) || SHARED.has(`${domainWithoutSuffix}.*`);
}

function hostIn(text: string): string {
  const [address = ''] = text
    .trim()
    .toLowerCase()
    .replace(/^(?:mailto:|[a-z]+:\/\/|\/\/)/, '')
    .split(/[/?#]/);
  const host = address.split('@').at(-1) ?? '';
  return host.replace(/:\d+$/, '').replace(/\.$/, '');
}

/** Two letters count when they are a country's, as in `de.acme.com`. */
function isPlain(label: string): boolean {
  return /^www\d*$/.test(label) || PLAIN_LABELS.has(label) || (label.length === 2 && isCountry(label));
}

function isCountry(label: string): boolean {
  return parse(`x.${label}`).isIcann === true;
}
