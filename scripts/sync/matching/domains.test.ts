import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isShared, netPlaceOf } from './domains.ts';

const PLACES: readonly [text: string, domain: string | undefined, host?: string][] = [
  ['https://www.acme.co.uk/shop?x=1#y', 'acme.co.uk', 'acme.co.uk'],
  ['jo.doe@mail.acme.com.au', 'acme.com.au', 'acme.com.au'],
  ['mailto:jo@labs.acme.com', 'acme.com', 'labs.acme.com'],
  ['HTTP://ACME.COM:8080', 'acme.com', 'acme.com'],
  ['acme.com.', 'acme.com', 'acme.com'],
  ['de.acme.com', 'acme.com', 'acme.com'],
  ['acme.github.io', 'acme.github.io', 'acme.github.io'],
  ['Bücher.de', 'xn--bcher-kva.de', 'xn--bcher-kva.de'],
  ['xn--bcher-kva.de', 'xn--bcher-kva.de', 'xn--bcher-kva.de'],
  ['www.brackwater.example', 'brackwater.example', 'brackwater.example'],
  ['example', undefined],
  ['co.uk', undefined],
  ['github.io', undefined],
  ['localhost', undefined],
  ['192.0.2.7', undefined],
  ['acme', undefined],
  ['acme.internal', undefined],
  ['not a domain', undefined],
  ['', undefined]
];

for (const [text, domain, host] of PLACES) {
  test(`${text === '' ? 'nothing' : text} is ${domain === undefined ? 'no place' : `at ${host}`}`, () => {
    assert.deepEqual(netPlaceOf(text), domain === undefined ? undefined : { domain, host });
  });
}

test('mail that anybody can have is shared, under any country', () => {
  for (const domain of [
    'gmail.com',
    't-online.de',
    'yahoo.co.jp',
    'hotmail.com.br',
    'gmx.at',
    'linkedin.com'
  ]) {
    assert.equal(isShared(domain), true, domain);
  }
  for (const domain of ['acme.com', 'mygmail.com', 'yahoo-tools.com', 'live-music.de']) {
    assert.equal(isShared(domain), false, domain);
  }
});
