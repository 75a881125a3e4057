import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileEngine, moduleSource } from '../../scripts/build-engine.mjs';

test('the committed binary is what the sources compile to', async () => {
  const binary = await compileEngine();
  expect(moduleSource(binary)).toBe(readFileSync('src/engine/wasm-bytes.ts', 'utf8'));
});
