import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

// NIST, "Examples with Intermediate Values", and the SHA-256 test vectors of FIPS 180.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('the digest of the standard’s message (%#)', (message, digest) => expect(sha256(message)).toBe(digest));

test('every length around the edges of a block, and any bytes', () => {
  for (let length = 0; length < 200; length++) {
    expect(sha256(new Uint8Array(length).fill(length))).toBe(
      createHash('sha256').update(new Uint8Array(length).fill(length)).digest('hex'),
    );
  }
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      (bytes) => sha256(bytes) === createHash('sha256').update(bytes).digest('hex'),
    ),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => sha256(text) === createHash('sha256').update(text, 'utf8').digest('hex'),
    ),
  );
});
