import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNpy } from '../../datasets/formats/npy.ts';
import { readNpz } from '../../datasets/formats/npz.ts';
import { readOpenQasm } from '../../src/circuit/open-qasm/read-open-qasm.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { REQUESTS } from '../../train/compute/catalogue.ts';
import { brokenNumbers } from '../drawing/well-formed.ts';
import { command, temporaryFolder } from './fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulkweave-'));
const [first, second] = [join(folder, 'first'), join(folder, 'second')] as const;

const experiment = {
  name: 'bell',
  target: { name: 'ghz', qubits: 2 },
  model: { name: 'staircase', depth: 1, block: 'so4' },
  training: { optimiser: { name: 'adam', learningRate: 0.05 }, starts: 2, maxSteps: 150 },
  geodesic: { slices: 4, starts: 1 },
  gravity: false,
};

beforeAll(async () => {
  for (const [out, seed] of [
    [first, 1],
    [second, 2],
  ] as const) {
    const path = join(folder, `${seed}.json`);
    writeFileSync(path, JSON.stringify({ ...experiment, seed }));
    expect((await command('run', path, '--out', out, '--backend', 'cpu')).code).toBe(0);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const vector = (interleaved: Float64Array) => ({ length: interleaved.length / 2, interleaved });
const bell = vector(Float64Array.of(Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0));

describe('export', () => {
  const exported = async (...options: readonly string[]): Promise<string> => {
    const { code, out, err } = await command('export', first, ...options);
    expect([code, err]).toEqual([0, '']);
    return out;
  };

  test('of the learned state as an array, and of the circuit as a program that makes it', async () => {
    const array = readNpy(bytesOf(await exported('--as', 'npy')), 'state');
    expect(array.shape).toEqual([4]);
    expect(fidelity(vector(array.interleaved), bell)).toBeCloseTo(1, 9);
    const { circuit } = readOpenQasm(await exported('--as', 'qasm')).value;
    expect(fidelity(runCircuit(circuit, new Float64Array(0)), vector(array.interleaved))).toBeCloseTo(1, 12);
  });

  test('as a tensor of ITensor, which is read as the same state', async () => {
    const path = join(folder, 'bell.h5');
    expect(await exported('--as', 'h5', '--out', path)).toBe(`${path}\n`);
    const { code, out } = await command('fidelity', path, first, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).result.fidelity).toBeCloseTo(1, 12);
  });

  test('of state, parameters and geodesic in one file', async () => {
    const path = join(folder, 'bell.npz');
    expect(await exported('--as', 'npz', '--out', path)).toBe(`${path}\n`);
    const bytes = readFileSync(path);
    const { network, theta } = JSON.parse(await exported('--as', 'json'));
    expect(readNpz(bytes, 'theta', path).shape).toEqual([theta.length]);
    expect(network.parameters).toBe(theta.length);
    expect(readNpz(bytes, 'velocity', path).shape).toEqual([4, 15]);
    const words = readNpz(bytes, 'words', path);
    expect(words.shape[0]).toBe(15);
    const [header = ''] = (await exported('--as', 'csv', '--part', 'geodesic')).split('\n');
    const letters = words.interleaved.filter((_, k) => k % 2 === 0);
    expect([...letters].map((letter) => 'IXYZ'[letter]).join('')).toBe(header.split(',').slice(1).join(''));
    expect(readNpz(bytes, 'state', path).interleaved).toEqual(
      readNpy(bytesOf(await exported('--as', 'npy')), '').interleaved,
    );
  });

  test('of pictures and tables', async () => {
    for (const part of ['network', 'bulk']) {
      const svg = await exported('--as', 'svg', '--part', part);
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>\nsvg text\{font:12px [\s\S]*<\/svg>\n$/,
      );
    }
    expect(await exported('--as', 'csv')).toMatch(/^step,phase,loss,infidelity,complexity,gradient norm\n1,start 1,/);
    const cuts = (await exported('--as', 'csv', '--part', 'cuts')).trimEnd().split('\n');
    expect(cuts).toEqual(['start,length,entropy,cut', '0,1,0.693147181,0.693147181', '1,1,0.693147181,0.693147181']);
    expect((await exported('--as', 'csv', '--part', 'geodesic')).split('\n')).toHaveLength(6);
  });

  test.each([
    [['--as', 'pdf'], "--as: one of qasm, npy, npz, h5, json, svg, csv required, got 'pdf'"],
    [['--as', 'svg', '--part', 'moon'], "--part: one of network, bulk required, got 'moon'"],
    [['--as', 'npy', '--point', '3'], '--point: at most 0 required, got 3'],
    [['--as', 'npy', '--point', 'x'], "--point: a natural number required, got 'x'"],
    [[], "required option '--as <format>' not specified"],
  ])('%j is refused', async (options, message) => {
    const { code, out, err } = await command('export', first, ...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('runs as inputs', () => {
  test('compare shows what each reached, and the keys in which they differ', async () => {
    const { code, out } = await command('compare', first, second);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^run +target +network +gates +infidelity +complexity +geodesic/);
    expect(lines[1]).toContain(first);
    expect(out).toContain('the experiments differ in\n  seed: 1 | 2\n');
    const json = JSON.parse((await command('compare', first, second, '--json')).out);
    expect((await REQUESTS.compare.load()).request.result.safeParse(json.result).success).toBe(true);
    expect(json.result.differences).toEqual([{ key: 'seed', values: [1, 2] }]);
    expect(json.result.rows[0]).toMatchObject({ target: 'ghz(2)', qubits: 2, network: 'circuit' });
    expect(json.result.rows[0].geodesic).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 6);
    expect((await command('compare', first)).code).toBe(2);
    expect((await command('compare', first, 'nowhere')).err).toContain('nowhere/record.json: no such file or folder');
  });

  test('compare --html writes a page with a row for each, and says the same', async () => {
    const file = join(temporaryFolder(), 'comparison.html');
    const { code, out } = await command('compare', first, second, '--html', file);
    expect(code).toBe(0);
    expect(out).toBe(`${(await command('compare', first, second)).out}page  ${file}\n`);
    const json = JSON.parse((await command('compare', first, second, '--html', file, '--json')).out);
    expect(json.result.rows).toHaveLength(2);
    const page = readFileSync(file, 'utf8');
    expect(brokenNumbers(page)).toEqual([]);
    expect(page).toContain('What the experiments differ in');
    expect((await command('entropies', 'ghz(2)', '--html', file)).code).toBe(2); // it has no page
  });

  test('a learned state and a learned network are named by the folder of their run', async () => {
    const found = JSON.parse((await command('fidelity', first, 'ghz(2)', '--json')).out);
    expect(found.result.fidelity).toBeCloseTo(1, 9);
    const gates = JSON.parse((await command('gates', join(first, 'record.json'), '--json')).out);
    const record = JSON.parse(readFileSync(join(first, 'record.json'), 'utf8'));
    expect(gates.result.gates).toBe(record.points[0].training.network.gates.length);
    expect(gates.result.length).toBeCloseTo(record.points[0].training.complexity.value, 9);
    const fisher = JSON.parse((await command('fisher', first, '--json')).out);
    expect(fisher.result.rank).toBe(record.points[0].fisher.rank);
    expect((await command('entropies', '{"name": "run", "path": "nowhere"}')).code).toBe(2);
  });
});
