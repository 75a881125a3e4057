import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryPoints } from '../scripts/entry-points.mjs';
import { declarationsIn, keyOf, type Origin } from './helpers/declarations.ts';

/** The entry points of the package, with the module behind each. */
const ENTRIES = Object.entries(entryPoints());
/** Names that have moved to other entry points, and stay where they were for one version. */
const MOVED = ['src/deprecated-names', 'train/deprecated-names'];

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

describe('what is loaded', () => {
  const trains = ['tensorflow'];

  test.each(ENTRIES.filter(([name]) => !trains.includes(name)))('%s does without TensorFlow.js', (_, module) => {
    expect([...loaded(`${module}.ts`)].filter((file) => file.includes('tensorflow'))).toEqual([]);
  });

  test('TensorFlow.js is loaded by the entry point for its ops', () => {
    expect([...loaded('src/tensorflow/index.ts')]).toContain('@tensorflow/tfjs');
  });

  test('the root loads most of the library, linear algebra only itself', () => {
    expect(loaded('src/index.ts').size).toBeGreaterThan(100);
    expect(
      [...loaded('src/entry/linalg.ts')].filter((file) => /^src\/(?!linalg|engine|entry)\w+\//.test(file)),
    ).toEqual([]);
  });
});

describe('the entry points', () => {
  test('are the files of src/entry and the lists of the other folders', () => {
    expect(entryPoints()).toMatchObject({
      index: 'src/index',
      linalg: 'src/entry/linalg',
      models: 'models/index',
      studies: 'train/studies/index',
    });
  });

  test('of systems are the folders of src/systems', () => {
    const root = mkdtempSync(join(tmpdir(), 'bulkweave-'));
    mkdirSync(join(root, 'src/systems/spin'), { recursive: true });
    const systems = {
      types: './dist/src/systems/*/index.d.ts',
      node: './dist/bundle/systems/*.js',
      default: './dist/src/systems/*/index.js',
    };
    writeFileSync(join(root, 'package.json'), JSON.stringify({ exports: { './systems/*': systems } }));
    expect(entryPoints(root)).toEqual({ 'systems/spin': 'src/systems/spin/index' });
    rmSync(root, { recursive: true });
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, object> };
    expect(exports['./systems/*']).toEqual(systems);
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
      compilerOptions: { paths: Record<string, readonly string[]> };
    };
    expect(compilerOptions.paths['bulkweave/systems/*']).toEqual(['./src/systems/*/index.ts']);
  });
});

describe('declarations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulkweave-'));
  const { exportsOf, typesIn } = declarationsIn(folder);
  beforeAll(() => {
    const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--emitDeclarationOnly'];
    execFileSync(process.execPath, [...tsc, '--outDir', folder]);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the root has at most 98 names', () => {
    expect(exportsOf('src/index').size).toBeGreaterThan(50);
    expect(exportsOf('src/index').size).toBeLessThanOrEqual(98);
  });

  test.each(ENTRIES)('%s exports every type of its signatures', (_, module) => {
    const listed = [...exportsOf(module).values()];
    const known = new Set(listed.map(keyOf));
    const missing = listed.flatMap((origin) =>
      typesIn(origin)
        .filter((type) => !known.has(keyOf(type)))
        .map((type) => `${keyOf(type)}, used by ${origin.name}`),
    );
    expect(missing).toEqual([]);
    expect(listed.length).toBeGreaterThan(2);
  });

  test('the walk finds types in results, in generators, and behind inferred types', () => {
    const named = (module: string, name: string): readonly string[] => typesIn({ module, name }).map((one) => one.name);
    expect(named('src/optimise/minimise', 'minimise')).toEqual(
      expect.arrayContaining(['Step', 'Solution', 'Objective']),
    );
    expect(named('models/index', 'MODELS')).toContain('Model');
    expect(named('src/generative/target-state', 'PureState')).toContain('NamedState');
  });

  test.each(MOVED)('%s: every name is the same thing at the place that its docstring names', (module) => {
    const places = readFileSync(`${module}.ts`, 'utf8').matchAll(
      /@deprecated Import (?:it|`(\w+)`) from `bulkweave\/(\w+)`\. \*\/\n {2}(?:type )?(\w+)(?: as (\w+))?,/g,
    );
    const moved = exportsOf(module);
    const told = new Map<string, Origin | undefined>();
    for (const [, elsewhere, place, name, as] of places) {
      told.set(as ?? name!, exportsOf(entryPoints()[place!]!).get(elsewhere ?? name!));
    }
    expect(told).toEqual(moved);
    expect(moved.size).toBeGreaterThan(10);
  });

  test('no name is both in the root and marked as moved', () => {
    const moved = exportsOf('src/deprecated-names');
    expect([...exportsOf('src/index').keys()].filter((name) => moved.has(name))).toEqual([]);
  });
});
