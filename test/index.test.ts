import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Every file and package that an import of the file loads, itself included. */
function loaded(file: string, known = new Set<string>()): Set<string> {
  known.add(file);
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s([^;]*?)\sfrom '([^']+)';/gm);
  for (const [, names, target] of statements) {
    if (names!.startsWith('type ')) continue;
    if (!target!.startsWith('.')) known.add(target!);
    else if (!known.has(normalize(join(file, '..', target!)))) loaded(normalize(join(file, '..', target!)), known);
  }
  return known;
}

test('the library is loaded without TensorFlow.js', () => {
  const files = [...loaded('src/index.ts')];
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => file.includes('tensorflow'))).toEqual([]);
});

test('TensorFlow.js is loaded by the entry point for its ops', () => {
  expect([...loaded('src/tensorflow/index.ts')]).toContain('@tensorflow/tfjs');
});

test('every entry point of the package is made by the build', () => {
  const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { types: string; default: string }>;
  };
  const made = readFileSync('scripts/bundle.mjs', 'utf8').matchAll(/^ {2}(\w+): 'dist\/(.*)\.js',$/gm);
  const expected = [...made].map(([, name, module]) => ({
    types: `./dist/${module}.d.ts`,
    default: `./dist/bundle/${name}.js`,
  }));
  expect(expected.length).toBe(5);
  expect(Object.values(entries)).toEqual(expected);
});
