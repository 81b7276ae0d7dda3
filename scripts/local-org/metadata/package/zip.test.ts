import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { bytes } from '../testing.ts';
import { readZip, textOf, writeZip, ZipError } from './zip.ts';

function refusal(zip: Uint8Array): [code: string, message: string] {
  try {
    readZip(zip);
  } catch (error) {
    assert.ok(error instanceof ZipError);
    return [error.errorCode, error.message];
  }
  return assert.fail('the zip was read');
}

test('files come back by path, folders do not', () => {
  const zip = zipSync({
    'objects/': new Uint8Array(),
    'objects/A.object': bytes('ä'),
    'package.xml': bytes('<p/>')
  });
  const files = readZip(zip);
  assert.deepEqual([...files.keys()], ['objects/A.object', 'package.xml']);
  assert.equal(textOf(files.get('objects/A.object') ?? new Uint8Array()), 'ä');
});

test('the same files give the same zip', () => {
  const files = new Map([['a/b.txt', bytes('one')]]);
  assert.deepEqual(writeZip(files), writeZip(new Map(files)));
  assert.deepEqual(readZip(writeZip(files)), files);
});

test('what is no zip is refused', () => {
  assert.deepEqual(refusal(bytes('PK? no')), [
    'INVALID_ZIP_FILE',
    'The zip file is invalid: it cannot be unpacked'
  ]);
});

test('an entry may not leave the package', () => {
  assert.deepEqual(refusal(zipSync({ '../../etc/passwd': bytes('x') })), [
    'UNKNOWN_EXCEPTION',
    "Zip entry '../../etc/passwd' lies outside of the package"
  ]);
});

test('more files than the Metadata API takes are refused before they are unpacked', () => {
  const many = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, index) => [`f${index}`, new Uint8Array()])
  );
  assert.deepEqual(refusal(zipSync(many, { level: 0 })), [
    'LIMIT_EXCEEDED',
    'Zip holds more than 10000 files or 419430400 bytes'
  ]);
});
