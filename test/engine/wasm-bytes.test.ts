import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileEngine, moduleSource } from '../../scripts/build-engine.mjs';

test.each([
  ['wasm-bytes.ts', 'WASM_BASE64', false],
  ['wasm-relaxed-bytes.ts', 'RELAXED_BASE64', true],
] as const)(
  'the committed binary in %s is what the sources compile to',
  { timeout: 300_000 },
  async (file, name, relaxed) => {
    const binary = await compileEngine({ relaxed });
    expect(moduleSource(binary, name)).toBe(readFileSync(`src/engine/${file}`, 'utf8'));
  },
);
