import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLE } from '../../cli/help.ts';
import { parseExperiment } from '../../train/run/experiment.ts';
import { command, temporaryFolder } from './fake-terminal.ts';

const file = (text: string, name = 'experiment.json'): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
};

describe('help', () => {
  test('is success and tells files and exit codes', async () => {
    const { code, out } = await command('run', '--help');
    expect(code).toBe(0);
    for (const text of ['record.json', 'checkpoint.json', 'Exit codes', '130', '--backend', EXAMPLE.split('\n')[1]!]) {
      expect(out).toContain(text);
    }
    expect((await command('--help')).out).toContain('bulkweave demo');
    expect((await command('--version')).out).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('shows an example that is an experiment', () => {
    expect(parseExperiment(JSON.parse(EXAMPLE))).toHaveProperty('experiment');
  });
});

describe('wrong arguments are exit code 2 and one line', () => {
  test.each([
    [['frob'], "unknown command 'frob'"],
    [['run'], "missing required argument 'experiment.json'"],
    [['run', 'x.json', '--colour'], "unknown option '--colour'"],
    [['run', 'missing.json'], 'missing.json: no such file or folder'],
    [['run', '.'], 'it is a folder, a file is required'],
    [['run', 'x.json', '--seed', '-1'], "--seed: a natural number required, got '-1'"],
    [['run', 'x.json', '--seed', '1.5'], "--seed: a natural number required, got '1.5'"],
    [['list', 'everything'], "got 'everything'"],
    [['resume', 'nowhere'], 'nowhere: a folder with checkpoint.json required, got none'],
    [['report', 'nowhere'], 'nowhere/record.json: no such file or folder'],
  ])('%j', async (args, message) => {
    const { code, err } = await command(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /); // no stack
  });
});

describe('an experiment file', () => {
  test('that is not JSON is refused with line and column', async () => {
    const path = file('{\n  "name": "x",\n}');
    const { code, err } = await command('run', path);
    expect(code).toBe(2);
    expect(err).toBe(`error: ${path}:3:1: not JSON: a key in double quotes (no comma before '}') required, got '}'\n`);
  });

  test('has all its mistakes told at once, and nothing is written', async () => {
    const wrong = {
      name: 'a b',
      seed: -1,
      target: { name: 'ghz', qubits: 0 },
      model: { name: 'brickwal', depth: 3 },
      training: { maxSteps: 'many', learningrate: 1 },
    };
    const out = join(temporaryFolder(), 'out');
    const { code, err } = await command('run', file(JSON.stringify(wrong)), '--out', out);
    expect(code).toBe(2);
    for (const field of ['name', 'seed', 'target.qubits', 'model', 'training.maxSteps', 'training.learningrate']) {
      expect(err).toMatch(new RegExp(`^ {2}${field.replace('.', '\\.')}`, 'm'));
    }
    expect(err).toMatch(/6 mistakes/);
    expect(err).toContain('expected: ');
    expect(err).toContain('received: ');
    expect(existsSync(out)).toBe(false);
  });
});

const valid = JSON.stringify({ name: 'x', target: { name: 'ghz', qubits: 2 }, model: { name: 'staircase' } });

describe('the output folder', () => {
  test('is tested before the run starts', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'taken'), '');
    const { code, err } = await command('run', file(valid), '--out', join(folder, 'taken', 'out'));
    expect(code).toBe(2);
    expect(err).toMatch(/part of the path is a file/);
    expect(err).not.toContain('backend:');
  });

  test.skipIf(process.getuid?.() === 0)('that cannot be written to is refused', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const { code, err } = await command('run', file(valid), '--out', join(folder, 'out'));
    chmodSync(folder, 0o700);
    expect(code).toBe(2);
    expect(err).toContain('permission denied');
  });

  test.each([
    ['record.json', 'a finished run'],
    ['checkpoint.json', 'an unfinished run'],
  ])('with a %s is spared', async (name, held) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), '{}');
    const { code, err } = await command('run', file(valid), '--out', folder);
    expect(code).toBe(2);
    expect(err).toContain(`a free folder required, got ${held}`);
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe('damaged files of a run', () => {
  test.each([
    [
      'report',
      'record.json',
      '{"schema": "other/1"}',
      '  schema\n      expected: "bulkweave/run-record/1" or "bulkweave/study-record/1"\n      received: "other/1"',
    ],
    ['report', 'record.json', '{"schema": "bulkweave/run-record/1"}', '  points\n      expected: a list\n'],
    [
      'report',
      'record.json',
      '{"schema": "bulkweave/run-record/1", "experiment": {}, "points": [{}]}',
      '  points.0.training\n      expected: object\n      received: nothing',
    ],
    ['report', 'record.json', '{"schema": ', ':1:12: not JSON'],
    ['resume', 'checkpoint.json', '{"schema": ', ':1:12: not JSON'],
    ['resume', 'checkpoint.json', '{}', '  schema\n      expected: "bulkweave/checkpoint/1"\n      received: nothing'],
  ])('%s on a bad %s (%s) is exit code 2', async (name, target, text, message) => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, target), text);
    const { code, err } = await command(name, folder);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual([target]);
  });
});

describe('list and schema', () => {
  test('every entry of the catalogues is named with its summary', async () => {
    const { code, out } = await command('list');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}ghz +\(\|0…0⟩/m);
    expect(out).toMatch(/^ {2}brickwall +circuit/m);
    expect(out).toMatch(/^ {2}quench /m);
    expect(out).toMatch(/^ {2}unitary-geodesic +complexity of a gate/m);
  });

  test.each(['targets', 'curves', 'models', 'studies', 'metric', 'training', 'geodesic', 'optimisers', 'hamiltonians'])(
    'list %s shows options with types and defaults',
    async (topic) => {
      const { code, out } = await command('list', topic);
      expect(code).toBe(0);
      expect(out).toMatch(/\(default /);
      expect(out).not.toMatch(/undefined|\[object/);
    },
  );

  test('the schema is JSON Schema with all fields of an experiment', async () => {
    const { out } = await command('schema');
    const [{ properties, required }, study] = JSON.parse(out).anyOf;
    expect(study.required).toEqual(['name', 'study']);
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining([
        'name',
        'seed',
        'target',
        'curve',
        'model',
        'metric',
        'training',
        'geodesic',
        'fisher',
        'bulk',
      ]),
    );
    expect(required).toEqual(['name']);
  });
});
