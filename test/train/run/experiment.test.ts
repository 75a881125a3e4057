import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isStudy, parseExperiment } from '../../../train/run/experiment.ts';

const minimal = { name: 'minimal', target: { name: 'ghz', qubits: 3 }, model: { name: 'brickwall', depth: 2 } };

describe('an experiment file', () => {
  test('gets every default', () => {
    const parsed = parseExperiment(minimal);
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    if (isStudy(parsed.experiment)) throw new Error('a study');
    expect(parsed.experiment.seed).toBe(1);
    expect(parsed.experiment.model).toEqual({ name: 'brickwall', depth: 2, block: 'su4', lattice: 'chain' });
    expect(parsed.experiment.metric).toEqual({ maxSize: 2, maxRange: 1, penalty: 'infinite', lattice: 'chain' });
    expect(parsed.experiment.training.optimiser).toEqual({ name: 'lbfgs', memory: 20 });
  });

  test('is reported with all its mistakes at once, each with its path', () => {
    const parsed = parseExperiment({
      ...minimal,
      name: 'two words',
      model: { name: 'brickwall', depth: -1, wide: true },
      training: { maxSteps: 'many', optimiser: { name: 'sgd' } },
      extra: 1,
    });
    if (!('issues' in parsed)) throw new Error('no issues');
    const paths = parsed.issues.map(({ path }) => path);
    for (const path of ['name', 'model.depth', 'model.wide', 'training.maxSteps', 'training.optimiser.name', 'extra']) {
      expect(paths).toContain(path);
    }
    const optimiser = parsed.issues.find(({ path }) => path === 'training.optimiser.name')!;
    expect(optimiser.expected).toContain('lbfgs');
    expect(optimiser.received).toBe('"sgd"');
  });

  test('may let rotations of one qubit cost nothing, but no others, and not where gates are chosen by their cost', () => {
    const issuesOf = (sizeWeights: number[], training = {}) => {
      const parsed = parseExperiment({ ...minimal, metric: { sizeWeights }, training });
      return 'issues' in parsed ? parsed.issues.map(({ path }) => path) : [];
    };
    expect(issuesOf([0, 1])).toEqual([]);
    expect(issuesOf([1, 0])).toEqual(['metric.sizeWeights']);
    expect(issuesOf([-1, 1])).toEqual(['metric.sizeWeights.0']);
    expect(issuesOf([0, 1], { grow: {} })).toEqual(['metric.sizeWeights']);
  });

  const pathsOf = (json: unknown) => {
    const parsed = parseExperiment(json);
    return 'issues' in parsed ? parsed.issues.map(({ path }) => path).sort() : [];
  };

  test('needs a target or a curve, not both and not neither, which is told beside other mistakes', () => {
    const hamiltonian = { name: 'xxz' };
    const curve = { name: 'quench', initial: { name: 'product', qubits: 3 }, hamiltonian, times: [1] };
    expect(pathsOf({ ...minimal, target: undefined, curve })).toEqual([]);
    expect(pathsOf({ ...minimal, target: undefined })).toEqual(['target']);
    expect(pathsOf({ ...minimal, curve })).toEqual(['curve']);
    expect(pathsOf({ ...minimal, target: undefined, sede: 1 })).toEqual(['sede', 'target']);
    expect(pathsOf({ ...minimal, curve, seed: 'x' })).toEqual(['curve', 'seed']);
    for (const json of [7, null]) expect(pathsOf(json)).toEqual(['']);
  });

  test('has a name that is no folder above it', () => {
    for (const name of ['.', '..', '...']) expect(pathsOf({ ...minimal, name })).toEqual(['name']);
    expect(pathsOf({ ...minimal, name: '..a' })).toEqual([]);
  });

  test('has weights of words and letters that all are right, or all mistakes are named', () => {
    const metric = { words: { XI: 2, ZZ: 'infinite', XQ: 1, II: -1, Z: 1 }, letters: { ZX: 1, Y: 0 }, maxSize: 0 };
    expect(pathsOf({ ...minimal, metric })).toEqual(
      ['letters.Y', 'letters.ZX', 'words.II', 'words.II', 'words.XQ', 'words.Z'].map((path) => `metric.${path}`),
    );
    expect(pathsOf({ ...minimal, metric: { words: { XI: '2' } } })).toEqual(['metric.words.XI']);
    expect(pathsOf({ ...minimal, metric: { letters: { X: 1, ZZ: 4 }, maxSize: 0 } })).toEqual([]);
    expect(pathsOf({ ...minimal, metric: { maxSize: 0 } })).toEqual(['metric.maxSize']);
  });

  test('has a reference by name, by letters, by Bloch angles or amplitudes', () => {
    const amplitudes = [
      [0.6, 0],
      [0, 0.8],
    ];
    for (const reference of ['zero', 'plus', '01+-', [{ polar: 1, azimuth: 0 }, amplitudes]]) {
      expect(pathsOf({ ...minimal, reference })).toEqual([]);
    }
    for (const reference of ['', '2', [], [{ polar: 1 }], [[1, 0]], 7]) {
      expect(pathsOf({ ...minimal, reference })).toEqual(['reference']);
    }
  });

  test('has words of two qubits in its metric where its model has gates on pairs', () => {
    expect(pathsOf({ ...minimal, metric: { maxSize: 1 } })).toEqual(['metric.maxSize']);
    expect(pathsOf({ ...minimal, metric: { maxSize: 1, penalty: 10 } })).toEqual([]);
    expect(pathsOf({ ...minimal, metric: { maxSize: 1 }, model: { name: 'nielsen-path', slices: 2 } })).toEqual([]);
  });

  test.each(readdirSync('train/experiments'))('%s is one', (file) => {
    const parsed = parseExperiment(JSON.parse(readFileSync(`train/experiments/${file}`, 'utf8')));
    expect('issues' in parsed ? parsed.issues : []).toEqual([]);
  });
});

describe('circuits of blocks', () => {
  const experimentOf = (json: object) => {
    const parsed = parseExperiment(json);
    if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
    return parsed.experiment;
  };

  test('begin at the gates that disentangle a target of many qubits, unless the experiment says otherwise', () => {
    const target = { name: 'ghz', qubits: 30 };
    const { model, training } = experimentOf({ name: 'long', target });
    expect(model).toMatchObject({ layers: 16, start: 'disentangled', passes: 1 });
    expect(training.energyWeights).toEqual([0.00056, 0.00011]);
    expect(training.complexity.weights).toEqual([0.000011, 0.0000011, 1.1e-7]);
    const deeper = experimentOf({ name: 'long', target, model: { name: 'block-circuit', layers: 20 } });
    expect(deeper.model).toMatchObject({ layers: 20, start: 'disentangled' });
    const random = experimentOf({ name: 'long', target, model: { name: 'block-circuit', start: 'random' } });
    expect(random.model).toMatchObject({ layers: 6, start: 'random' });
    expect(random.training.energyWeights).toEqual([0.025, 0.005]);
    expect(experimentOf({ name: 'long', target: { name: 'ghz', qubits: 20 } }).model).toMatchObject({
      start: 'random',
    });
  });

  test('are the model of an experiment that names none, with a recipe for their training', () => {
    const { model, training } = experimentOf({ name: 'short', target: { name: 'ghz', qubits: 3 } });
    expect(model).toEqual({
      name: 'block-circuit',
      first: 0,
      layers: 6,
      block: 'pairs',
      words: 'all',
      start: 'random',
      passes: 1,
      sweeps: 0,
    });
    expect(training).toMatchObject({ energyWeights: [0.025, 0.005], prune: { thresholds: [0.01, 0.03, 0.1] } });
    expect(training.complexity.weights).toEqual([0.005, 0.0005, 0.00005]);
  });

  test('have what the experiment says of their training, and other models no recipe', () => {
    const given = { energyWeights: [], prune: false, complexity: { weights: [0.1] } };
    const { training } = experimentOf({ ...minimal, model: { name: 'block-circuit', layers: 2 }, training: given });
    expect(training).toMatchObject(given);
    expect(training.complexity.maxSteps).toBe(1000);
    expect(experimentOf(minimal).training).toMatchObject({
      energyWeights: [],
      prune: false,
      complexity: { weights: [] },
    });
  });

  test('with a mistake in the keys that the recipe fills in are told of it', () => {
    const json = { name: 'x', target: { name: 'ghz', qubits: 3 }, training: { complexity: 3 }, model: { layers: 2 } };
    const parsed = parseExperiment(json);
    if (!('issues' in parsed)) throw new Error('no issues');
    expect(parsed.issues.map(({ path }) => path)).toEqual(['model.name', 'training.complexity']);
  });
});
