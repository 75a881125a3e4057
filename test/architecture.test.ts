import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** A folder may import itself and the folders before it. This list is the architecture. */
const ORDER = [
  'src/engine',
  'src/linalg',
  'src/optimise',
  'src/operator',
  'src/state',
  'src/circuit',
  'src/network',
  'src/generative',
  'src/riemann',
  'src/complexity',
  'src/path',
  'src/geodesic/unitary',
  'src/geodesic/state',
  'src/geodesic/mixed',
  'src/comparison',
  'src/fisher',
  'src/bulk',
  'src/holography',
  'src/tensorflow',
  'datasets',
  'models',
  'src/record',
  'src/report',
  'train',
  'cli',
  'web',
];
/** Siblings in the order that must stay strangers. */
const STRANGERS = [
  ['models', 'datasets'],
  ['web', 'cli'],
];
/** The one door to TensorFlow.js. */
const DOOR = ['src/tensorflow'];

const folderOf = (path: string): string => ORDER.find((folder) => path.startsWith(`${folder}/`)) ?? 'src';
const rank = (path: string): number => ORDER.indexOf(folderOf(path)); // files directly in src/ have rank −1
const sources = ['src', 'datasets', 'models', 'train', 'cli', 'web']
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root, { recursive: true }).map((file) => join(root, String(file))))
  .filter((file) => file.endsWith('.ts') && file !== 'src/index.ts');

test.each(sources)('%s imports only what comes before it', (file) => {
  const text = readFileSync(file, 'utf8');
  for (const [, target] of text.matchAll(/from '(\.[^']+)'/g)) {
    const imported = normalize(join(file, '..', target!));
    expect(rank(imported), `${file} imports ${imported}`).toBeLessThanOrEqual(rank(file));
    expect(STRANGERS).not.toContainEqual([folderOf(file), folderOf(imported)]);
  }
  if (!DOOR.includes(folderOf(file))) expect(text).not.toMatch(/from '@tensorflow/);
  if (folderOf(file) !== 'cli' && folderOf(file) !== 'web') expect(text).not.toMatch(/\bconsole\./);
});

test.each(sources)('%s has at most 300 lines', (file) => {
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(300);
});
