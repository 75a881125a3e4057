import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** A folder may import itself and the folders before it. This list is the architecture, docs/architecture.md tells what each holds. */
const ORDER = [
  'src/engine',
  'src/linalg',
  'src/optimise',
  'src/riemann',
  'src/shooting',
  'src/geometry',
  'src/simplicial',
  'src/contraction',
  'src/grading',
  'src/operator',
  'src/state',
  'src/gaussian',
  'src/stabiliser',
  'src/estimation',
  'src/circuit',
  'src/circuit/open-qasm',
  'src/network',
  'src/chain',
  'src/generative',
  'src/likelihood',
  'src/neural-state',
  'src/complexity',
  'src/path',
  'src/geodesic/unitary',
  'src/geodesic/state',
  'src/geodesic/sector',
  'src/geodesic/gaussian',
  'src/geodesic/mixed',
  'src/control',
  'src/comparison',
  'src/fisher',
  'src/bulk',
  'src/gravity',
  'src/tensorflow',
  'src/systems',
  'datasets',
  'models',
  'src/record',
  'src/drawing',
  'src/report',
  'train',
  'train/studies',
  'train/run',
  'train/compute',
  'train/sweep',
  'cli',
  'web',
];
/** Pairs of folders of which neither imports the other. Two wings below `src/systems` are strangers, too. */
const STRANGERS = [
  ['models', 'datasets'],
  ['web', 'cli'],
];
/** The one door to TensorFlow.js. */
const DOOR = ['src/tensorflow'];
/** The one door to ml-matrix. */
const DENSE_REAL = 'src/linalg/dense-real.ts';
/** Hands settings to the native library, which takes them from the environment only; it reads none itself. */
const NATIVE = 'src/tensorflow/backend.ts';
/** Entry points list the public names of a folder, and may come before folders that they list. */
const ENTRIES = [
  'src/index.ts',
  'src/deprecated-names.ts',
  ...readdirSync('src/entry').map((file) => join('src/entry', file)),
  'train/index.ts',
  'train/deprecated-names.ts',
  'train/run/index.ts',
  'train/compute/index.ts',
];

const innermost = [...ORDER].sort((a, b) => b.length - a.length);
const folderOf = (path: string): string => innermost.find((folder) => path.startsWith(`${folder}/`)) ?? 'src';
const rank = (path: string): number => ORDER.indexOf(folderOf(path)); // files directly in src/ have rank −1
const wingOf = (path: string): string | undefined => path.match(/^src\/systems\/([^/]+)\//)?.[1];
const isStranger = (a: string, b: string): boolean =>
  STRANGERS.some((pair) => pair.includes(folderOf(a)) && pair.includes(folderOf(b)) && folderOf(a) !== folderOf(b)) ||
  (wingOf(a) !== undefined && wingOf(b) !== undefined && wingOf(a) !== wingOf(b));

const sources = ['src', 'datasets', 'models', 'train', 'cli', 'web']
  .filter((root) => existsSync(root))
  .flatMap((root) => readdirSync(root, { recursive: true }).map((file) => join(root, String(file))))
  .filter((file) => file.endsWith('.ts') && !ENTRIES.includes(file));

/** The text of a file without its docstrings, whose examples import and print. */
const codeOf = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^ *\/\*\*[\s\S]*?\*\//gm, '');

/** The files that a file names in `import … from`, `export … from`, `import '…'` and `import('…')`. */
function importsOf(file: string): readonly string[] {
  const text = codeOf(file);
  return [...text.matchAll(/(?:\bfrom|\bimport\s*\(?)\s*'(\.[^']+)'/g)].map(([, target]) =>
    normalize(join(file, '..', target!)),
  );
}

const graph = new Map(sources.map((file) => [file, importsOf(file)]));

test.each(sources)('%s imports only what comes before it', (file) => {
  for (const imported of graph.get(file)!) {
    expect(ENTRIES, `${file} imports an entry point`).not.toContain(imported);
    expect(rank(imported), `${file} imports ${imported}`).toBeLessThanOrEqual(rank(file));
    expect(isStranger(file, imported), `${file} imports its stranger ${imported}`).toBe(false);
  }
  const text = codeOf(file);
  if (!DOOR.includes(folderOf(file))) expect(text).not.toMatch(/(?:from|import\() *'@tensorflow/);
  if (file !== DENSE_REAL) expect(text).not.toMatch(/(?:from|import\(?) *'ml-matrix'/);
  if (folderOf(file) !== 'cli' && folderOf(file) !== 'web') expect(text).not.toMatch(/\bconsole\./);
  if (folderOf(file) !== 'cli' && file !== NATIVE) expect(text).not.toMatch(/\bprocess\??\.env\b/);
});

test.each(sources)('%s has at most 300 lines', (file) => {
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(300);
});

test('a function has at most 70 lines', () => {
  const long = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:export )?(?:async )?function[\s\S]*?^}$/gm)]
      .filter(([text]) => text.split('\n').length > 70)
      .map(([text]) => `${file}: ${text.split('\n')[0]}`),
  );
  expect(long).toEqual([]);
});

test('no file imports itself by way of others, not even for a type', () => {
  const [walked, open] = [new Set<string>(), new Set<string>()];
  const cycles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (open.has(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (walked.has(file)) return;
    walked.add(file);
    open.add(file);
    for (const imported of graph.get(file) ?? []) walk(imported, [...trail, file]);
    open.delete(file);
  };
  for (const file of sources) walk(file, []);
  expect(cycles).toEqual([]);
});

test('the page on the architecture lists the folders in this order', () => {
  const rows = readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| [`*]([\w/-]+)[`*] \|/gm);
  expect([...rows].map(([, folder]) => folder)).toEqual(ORDER);
});

test('two wings, and the pairs that are named, are strangers', () => {
  expect(isStranger('models/tree.ts', 'datasets/w.ts')).toBe(true);
  expect(isStranger('src/systems/tiling/a.ts', 'src/systems/spin/b.ts')).toBe(true);
  expect(isStranger('src/systems/tiling/a.ts', 'src/systems/tiling/b.ts')).toBe(false);
  expect(isStranger('models/tree.ts', 'models/mera.ts')).toBe(false);
});
