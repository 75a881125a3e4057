import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MODELS } from '../../../models/index.ts';
import { built } from '../../../src/catalogue.ts';
import type { GenerativeNetwork } from '../../../src/generative/generative-network.ts';
import { metricOfSpec } from '../../../train/metric-spec.ts';
import { type Experiment, isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { knownDimensions, pricesOf } from '../../../train/run/price.ts';

const minimal = { name: 'price', target: { name: 'ghz', qubits: 6 }, model: { name: 'brickwall', depth: 2 } };

function issuesOf(changes: object): readonly string[] {
  const parsed = parseExperiment({ ...minimal, ...changes });
  return 'issues' in parsed ? parsed.issues.map(({ path, received }) => `${path}: ${received}`) : [];
}

function experimentOf(changes: object): Experiment {
  const parsed = parseExperiment({ ...minimal, ...changes });
  if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  return parsed.experiment;
}

describe('an experiment that costs more than a run may', () => {
  test.each([
    ['model.depth', { model: { name: 'brickwall', depth: 1e9 } }, /PiB|TiB/],
    ['model.depth', { model: { name: 'all-to-all', depth: 1e8 } }, /TiB/],
    ['model.depth', { model: { name: 'staircase', depth: 1e9 } }, /TiB|PiB/],
    ['model.repeat', { model: { name: 'tree', repeat: 1e9 } }, /TiB|PiB/],
    ['model.slices', { model: { name: 'nielsen-path', slices: 1e8 } }, /TiB/],
    ['model.layers', { model: { name: 'hamiltonian-variational', layers: 1e9, hamiltonian: { name: 'xxz' } } }, /TiB/],
    ['model.bond', { model: { name: 'projected-entangled-pair-state', rows: 2, columns: 3, bond: 1000 } }, /TiB|PiB/],
    ['model.bond', { model: { name: 'matrix-product-state', bond: 1e6, boundary: 'periodic' } }, /PiB/],
    ['training.optimiser.memory', { training: { optimiser: { name: 'lbfgs', memory: 1e9 } } }, /TiB/],
    ['training.prune.maxSteps', { training: { prune: { maxSteps: 1e12 } } }, /years/],
    ['training.grow.mostGates', { model: { name: 'empty-circuit' }, training: { grow: { mostGates: 1e9 } } }, /years/],
    ['training.starts', { training: { starts: 1e9 } }, /years/],
    ['training.maxSteps', { training: { maxSteps: 1e12 } }, /years/],
    ['geodesic.slices', { geodesic: { slices: 1e9 } }, /TiB/],
    ['geodesic.starts', { geodesic: { starts: 1e11 } }, /years/],
  ])('is refused by the key %s, before anything is built', (path, changes, cost) => {
    const issues = issuesOf(changes);
    expect(issues.map((issue) => issue.split(': ')[0])).toContain(path);
    expect(issues.join('\n')).toMatch(cost);
  });

  test('of a Gaussian path pays for its slices and steps', () => {
    const hamiltonian = { name: 'transverse-field-ising' };
    const target = { name: 'gaussian-ground-state', qubits: 30, hamiltonian };
    const model = { name: 'gaussian-circuit' };
    const issues = (geodesic: object): string => issuesOf({ target, model, geodesic }).join('\n');
    expect(issues({})).toBe('');
    expect(issues({ slices: 1e9 })).toMatch(/geodesic\.slices: .*TiB/);
    expect(issues({ maxSteps: 1e12 })).toMatch(/geodesic\.maxSteps: .*years/);
    expect(issues({ maxSteps: 1e12, largestGaussian: 20 })).not.toContain('geodesic');
  });

  test('of a Gaussian path on a long chain pays for how its unknowns turn the end', () => {
    const hamiltonian = { name: 'transverse-field-ising' };
    const bytesFor = (qubits: number): number => {
      const target = { name: 'gaussian-ground-state', qubits, hamiltonian };
      const changes = { target, model: { name: 'gaussian-circuit' }, geodesic: { largestGaussian: 100 } };
      const prices = pricesOf(experimentOf(changes), new Array<number>(qubits).fill(2));
      return prices.find(({ path }) => path === 'geodesic.slices')!.bytes;
    };
    // J of 60 sites: 60·59/4 conditions and 59 unknowns in 72 slices, twice, beside square matrices of 800 unknowns.
    expect(bytesFor(60)).toBeGreaterThan(8 * (2 * 885 * 59 * 72 + 800 ** 2));
    expect(bytesFor(100)).toBeLessThan(2 ** 31);
    expect(bytesFor(100)).toBeGreaterThan(8 * 2 * 2500 * 99 * 120);
  });

  test('of natural gradients pays for the matrix of their metric', () => {
    const training = { optimiser: { name: 'natural-gradient' } };
    expect(issuesOf({ training, model: { name: 'brickwall', depth: 2000 } }).join()).toContain('training.optimiser');
  });

  test('is a large one, not one whose bonds a small state cannot fill', () => {
    expect(issuesOf({ model: { name: 'matrix-product-state', bond: 1e6 } })).toEqual([]);
    expect(issuesOf({ model: { name: 'tree-tensor-network', bond: 1e6 } })).toEqual([]);
  });
});

test('the number of parameters is that of the network that is built, or more', () => {
  for (const model of [
    { name: 'brickwall', depth: 5 },
    { name: 'brickwall', depth: 4, block: 'ising' },
    { name: 'all-to-all', depth: 3, block: 'so4' },
    { name: 'staircase', depth: 2 },
    { name: 'tree', repeat: 3 },
    { name: 'mera' },
    { name: 'nielsen-path', slices: 4 },
    { name: 'hamiltonian-variational', layers: 3, hamiltonian: { name: 'transverse-field-ising' } },
    { name: 'matrix-product-state', bond: 3 },
    { name: 'matrix-product-state', bond: 5, boundary: 'periodic' },
    { name: 'tree-tensor-network', bond: 4 },
    { name: 'isometric-mera', bond: 4 },
    { name: 'projected-entangled-pair-state', rows: 2, columns: 4, bond: 3 },
    { name: 'locally-purified-mps', bond: 4, purification: 2 },
  ]) {
    const experiment = experimentOf({
      target: { name: 'ghz', qubits: 8 },
      model,
      training: { optimiser: { name: 'adam' } },
    });
    const dimensions = new Array<number>(8).fill(2);
    const metric = metricOfSpec(experiment.metric, 8);
    const read = () => new Uint8Array(0);
    const network = built<GenerativeNetwork>(MODELS, experiment.model, { dimensions, metric, read });
    const { bytes } = pricesOf(experiment, dimensions)[0]!;
    const each = network.kind === 'circuit' ? 400 + 96 : 96;
    expect(bytes / each, model.name).toBeGreaterThanOrEqual(network.parameters);
    expect(bytes / each, model.name).toBeLessThan(20 * network.parameters);
  }
});

test('the sites of a target are known from its options, but for files', () => {
  const known = (changes: object) => knownDimensions(experimentOf(changes))?.join('') ?? null;
  expect(known({ target: { name: 'symmetric', components: [1, 0, 0, 0] } })).toBe('222');
  expect(known({ target: { name: 'symmetric', path: 'x.json', blocks: [1, 4] } })).toBe('22222');
  expect(known({ target: { name: 'symmetric', path: 'x.json' } })).toBeNull();
  const model = { name: 'matrix-product-state' };
  expect(known({})).toBe('222222');
  expect(known({ target: { name: 'aklt', spins: 3 }, model })).toBe('333');
  expect(known({ target: { name: 'bars-and-stripes', rows: 2, columns: 2 } })).toBe('2222');
  expect(known({ target: { name: 'file', path: 'x.npy' } })).toBeNull();
  const hamiltonian = { name: 'xxz' };
  expect(known({ target: { name: 'thermofield-double', qubits: 2, hamiltonian, beta: 1 } })).toBe('2222');
  const initial = { name: 'product', qubits: 3 };
  expect(known({ target: undefined, curve: { name: 'quench', initial, hamiltonian, times: [1] } })).toBe('222');
});

test.each(readdirSync('train/experiments'))('%s costs less than a hundredth of what a run may', (file) => {
  const parsed = parseExperiment(JSON.parse(readFileSync(`train/experiments/${file}`, 'utf8')));
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed));
  if (isStudy(parsed.experiment)) return;
  const prices = pricesOf(parsed.experiment, knownDimensions(parsed.experiment) ?? new Array<number>(10).fill(2));
  for (const { path, bytes, operations } of prices) {
    expect(bytes, path).toBeLessThan(2 ** 33 / 100);
    expect(operations, path).toBeLessThan(3e16 / 100);
  }
});
