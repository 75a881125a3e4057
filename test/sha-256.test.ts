import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../src/sha-256.ts';

test('SHA-256 is that of NIST for "abc"', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('SHA-256 is that of OpenSSL for every length around the blocks, of views and of texts', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, k) => (k * k * 31) % 251);
  const reference = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
  for (let length = 0; length < 200; length++) {
    const part = bytes.subarray(3, 3 + length);
    expect(sha256(part)).toBe(reference(part));
  }
  expect(sha256('ψ ↦ 𝒰ψ')).toBe(reference('ψ ↦ 𝒰ψ'));
});
