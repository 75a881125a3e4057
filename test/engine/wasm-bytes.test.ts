import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileEngine, moduleSource } from '../../scripts/build-engine.mjs';

/** Number of the section with data. */
const DATA = 11;

/** The numbers of the sections of a binary: each is followed by its length, seven bits in a byte. */
function sectionsOf(binary: Uint8Array): readonly number[] {
  const sections: number[] = [];
  for (let at = 8; at < binary.length; ) {
    sections.push(binary[at++]!);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++]!;
      length += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    at += length;
  }
  return sections;
}

test.each([
  ['wasm-bytes.ts', 'WASM_BASE64', false],
  ['wasm-relaxed-bytes.ts', 'RELAXED_BASE64', true],
] as const)(
  'the committed binary in %s is what the sources compile to',
  { timeout: 300_000 },
  async (file, name, relaxed) => {
    const binary = await compileEngine({ relaxed });
    expect(moduleSource(binary, name)).toBe(readFileSync(`src/engine/${file}`, 'utf8'));
    // Data would be written again over the memory in use whenever a thread begins.
    expect(sectionsOf(binary)).not.toContain(DATA);
  },
);
