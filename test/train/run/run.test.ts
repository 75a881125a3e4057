import { beforeAll, describe, expect, test } from 'vitest';
import { stateVector } from '../../../src/generative/generative-network.ts';
import { evolve } from '../../../src/path/evolution.ts';
import { hamiltonian } from '../../../src/path/hamiltonian-action.ts';
import { wordTable } from '../../../src/path/word-table.ts';
import { exactJson, parseExactJson } from '../../../src/record/exact-json.ts';
import type { RunPoint } from '../../../src/record/run-record.ts';
import { initBackend } from '../../../src/tensorflow/backend.ts';
import { emptyJournal } from '../../../train/phase.ts';
import { savedRunIssues } from '../../../train/run/checkpoint-schema.ts';
import { isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { type RunCheckpoint, type RunStep, run } from '../../../train/run/run.ts';

const context = {
  read: (path: string): Uint8Array => {
    throw new Error(`no file ${path}`);
  },
};

function experimentOf(json: object) {
  const parsed = parseExperiment({ name: 'test', ...json });
  if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  return parsed.experiment;
}

/** Runs to the end, or to the given number of checkpoints outside of searches; returns all steps and the points. */
async function ran(json: object, from?: RunCheckpoint, most = Infinity) {
  const generator = run(experimentOf(json), context, from);
  const steps: RunStep[] = [];
  const checkpoints: string[] = [];
  for (;;) {
    const step = await generator.next();
    if (step.done) return { steps, checkpoints, points: step.value as readonly RunPoint[] };
    steps.push(step.value);
    const { checkpoint } = step.value;
    if (checkpoint !== null && checkpoint.searching === undefined) checkpoints.push(exactJson(checkpoint));
    if (checkpoints.length >= most) {
      await generator.return([]);
      return { steps, checkpoints, points: [] as readonly RunPoint[] };
    }
  }
}

const ghz = {
  target: { name: 'ghz', qubits: 3 },
  model: { name: 'staircase', block: 'so4' },
  training: { starts: 4, prune: {} },
  geodesic: { slices: 4, starts: 1, maxSteps: 60 },
};

/** What a checkpoint on the disk has beside the state of the run. */
const SAVED = { folder: '.', backend: 'cpu', startedAt: '', seconds: 0 };

const quench = {
  curve: {
    name: 'quench',
    initial: { name: 'product', qubits: 2 },
    hamiltonian: { name: 'xxz' },
    times: [0.2, 0.25, 0.3],
  },
  model: { name: 'brickwall', depth: 2 },
  training: { starts: 3, checkpointEvery: 5, targetInfidelity: 1e-9 },
  geodesic: false,
};

beforeAll(async () => {
  await initBackend({ prefer: process.env.BULKWEAVE_BACKEND });
});

describe('a run', () => {
  test('hands over the network at every step of the training: it has the infidelity of the row', async () => {
    const { steps } = await ran({ ...ghz, geodesic: false, bulk: false, gravity: false, fisher: false });
    const measured = steps.filter(({ row }) => row !== null);
    expect(measured.length).toBeGreaterThan(10);
    for (const { row, network } of measured) {
      const { interleaved } = stateVector(network!.network, network!.theta);
      const [re, im] = [interleaved[0]! + interleaved[14]!, interleaved[1]! + interleaved[15]!]; // √2⟨GHZ|ψ⟩
      expect(1 - (re * re + im * im) / 2).toBeCloseTo(row!.infidelity, 10);
    }
    expect(steps.filter(({ row }) => row === null).every(({ network }) => network === null)).toBe(true);
  });

  test('learns a state, finds its geodesic, and reads Fisher information and bulk', async () => {
    const { points, steps } = await ran(ghz);
    const [{ training, geodesic, fisher, bulk, shape, notes, time }] = points as [RunPoint];
    expect(training.infidelity).toBeLessThan(1e-9);
    expect(geodesic!.length).toBeLessThan(geodesic!.learned!.layeredLength);
    expect(geodesic!.learned!.layeredLength).toBeLessThanOrEqual(geodesic!.learned!.length + 1e-12);
    expect(geodesic!.lowerBound).toBeLessThanOrEqual(geodesic!.length);
    expect(geodesic!.comparison!.excess.layers).toBeCloseTo(geodesic!.learned!.excess, 12);
    expect(fisher!.parameters).toBe(training.theta.length);
    for (const { entropy, cut } of bulk!.cuts) {
      expect(entropy).toBeCloseTo(Math.LN2, 5); // every region of GHZ
      expect(cut).toBeGreaterThanOrEqual(entropy - 1e-9);
    }
    expect(shape!.boundary!.fit).toBeNull(); // three sites, all equally far
    expect(shape!.boundary!.embedding.participation).toBeCloseTo(2, 3);
    const sum = (rows: readonly (readonly number[])[]) => rows.flat().reduce((total, value) => total + value, 0);
    const information = bulk!.nodes.reduce((total, node) => total + node.information!, 0);
    expect(sum(shape!.seen!.information)).toBeCloseTo(information, 8);
    expect(sum(shape!.seenFromHalf!.information)).toBeLessThan(information);
    const shares = shape!.recovered!.flat().filter((share) => share !== null);
    expect(shares.length).toBeGreaterThan(0);
    for (const share of shares) expect(Math.abs(share - 0.5)).toBeLessThanOrEqual(0.5);
    expect(shape!.curvature!.length).toBeGreaterThan(0);
    expect(notes).toEqual([]);
    expect(time).toBeNull();
    const fractions = steps.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  test('reaches a mixed state from its spectrum, and compares with the geodesic from there', async () => {
    const { points } = await ran({
      target: { name: 'werner', weight: 0.5 },
      model: { name: 'brickwall', depth: 3 },
      training: { targetInfidelity: 1e-9 },
    });
    const [{ training, geodesic, notes }] = points as [RunPoint];
    expect(training.infidelity).toBeLessThan(1e-9);
    expect(notes.join()).not.toMatch(/geodesic/);
    const { mixed, comparison, length, infidelity } = geodesic!;
    expect(infidelity).toBeLessThan(1e-9);
    expect(mixed!.spectrum).toEqual([0.625, 0.125, 0.125, 0.125].map((x) => expect.closeTo(x, 10)));
    expect(mixed!.eigenspaces.map(({ dimension }) => dimension)).toEqual([1, 3]);
    expect(length).toBeGreaterThan((Math.SQRT1_2 * Math.PI) / 4); // the way from |01⟩
    expect(comparison!.excess.layers).toBeGreaterThan(0);
    expect(comparison!.curves.frechet).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(geodesic))).toEqual(geodesic);
  });

  test('of a mixed state too large says why there is no geodesic', async () => {
    const { points } = await ran({
      target: { name: 'werner', weight: 0.5 },
      model: { name: 'brickwall', depth: 1 },
      training: { starts: 1, maxSteps: 1, polish: 0 },
      geodesic: { largest: 1 },
    });
    expect(points[0]!.geodesic).toBeNull();
    expect(points[0]!.notes.join()).toMatch(/computed only for mixed states of at most 1 qubits/);
  });

  test('from a reference of its own learns and measures from there, circuit and geodesic alike', async () => {
    // All words of two qubits weigh 1: orthogonal states are √(2/4)·π/2 apart.
    const json = {
      target: { name: 'product', qubits: 2, polar: Math.PI / 2 },
      model: { name: 'all-to-all', depth: 1 },
      training: { starts: 2, targetInfidelity: 1e-9 },
      geodesic: { slices: 4, starts: 2 },
      fisher: false,
      bulk: false,
      gravity: false,
    };
    const { points } = await ran({ ...json, reference: '+-' });
    const [{ geodesic, training }] = points as readonly [RunPoint];
    expect(geodesic!.length).toBeCloseTo((Math.SQRT1_2 * Math.PI) / 2, 5);
    expect(training.network).toMatchObject({
      reference: [
        { polar: Math.PI / 2, azimuth: 0 },
        { polar: Math.PI / 2, azimuth: Math.PI },
      ],
    });
    expect(training.infidelity).toBeLessThan(1e-8);
    expect(geodesic!.comparison!.lengths.gates).toBeGreaterThan(geodesic!.length - 1e-4);
    expect((await ran({ ...json, reference: 'plus' })).points[0]!.geodesic!.length).toBeLessThan(1e-4);
  });

  test.each([
    [{ reference: '+' }, /^reference: 2 qubits required, got 1$/],
    [{ reference: '++', model: { name: 'matrix-product-state' } }, /^reference: a model that is a circuit required/],
    [{ reference: '++', target: { name: 'werner', weight: 0.5 } }, /^reference: a pure target required/],
    [
      { reference: '++', model: { name: 'hamiltonian-variational', hamiltonian: { name: 'xxz' }, layers: 1 } },
      /^reference: a model without a reference of its own required/,
    ],
  ])('of %j is refused', async (json, message) => {
    const whole = { target: { name: 'product', qubits: 2 }, model: { name: 'all-to-all' }, ...json };
    await expect(ran(whole)).rejects.toThrow(message);
  });

  test('with free local rotations measures interactions alone, and its path ends at the target with its last, free, slice', async () => {
    const metric = { sizeWeights: [0, 1] };
    const { points } = await ran({ ...ghz, metric });
    const { words, velocity, slices, length, learned, comparison } = points[0]!.geodesic!;
    expect(length).toBeLessThan(learned!.layeredLength);
    expect([slices, velocity.length]).toEqual([5, 5]);
    const free = words.map((word) => word.replaceAll('I', '').length === 1);
    for (const h of velocity.slice(0, 4)) expect(h.every((x, p) => !free[p] || x === 0)).toBe(true);
    const table = wordTable(words, 3);
    const zero = Float64Array.of(1, ...new Array(15).fill(0));
    const end = velocity.reduce(
      (psi, h) => evolve(hamiltonian(table, Float64Array.from(h)), psi, 1 / slices).state,
      zero as Float64Array,
    );
    expect(((end[0]! + end[14]!) ** 2 + (end[1]! + end[15]!) ** 2) / 2).toBeCloseTo(1, 7);
    expect(comparison!.lengths.geodesic).toBeCloseTo(length, 12);
    // Two CNOTs make GHZ, each a rotation by π/2 about a word of two qubits.
    expect(length).toBeLessThan(Math.PI / 2);
    expect(length).toBeGreaterThan(Math.PI / 4);
  });

  test('of a matrix-product state measures its equivalent circuit', async () => {
    const { points } = await ran({ ...ghz, model: { name: 'matrix-product-state', bond: 2 }, training: {} });
    const { learned, length } = points[0]!.geodesic!;
    expect(learned!.excess).toBeCloseTo(learned!.layeredLength - length, 12);
    expect(learned!.excess).toBeGreaterThan(0);
  });

  test('reads a picture back', async () => {
    const rows = [
      [0, 1],
      [2, 3],
    ];
    const { points } = await ran({
      target: { name: 'picture', pixels: rows },
      model: { name: 'brickwall', depth: 2, block: 'so4' },
      geodesic: false,
    });
    const { target, generated } = points[0]!.picture!;
    expect(target.map((x) => x * Math.sqrt(14))).toEqual([0, 1, 2, 3].map((x) => expect.closeTo(x, 12)));
    generated.forEach((value, k) => {
      expect(value).toBeCloseTo(target[k]!, 4);
    });
  });

  test('reads stabiliser states of any size by the graph behind them: a cluster state, topological order', async () => {
    const model = { name: 'stabiliser-network' };
    const cluster = await ran({ target: { name: 'stabiliser-graph', qudits: 40 }, model });
    const [{ training, bulk, geodesic, notes }] = cluster.points as [RunPoint];
    expect(training.infidelity).toBeLessThan(1e-13);
    expect(geodesic).toBeNull();
    expect(notes).toContain('No geodesic: it is computed only for stabiliser states of at most 10 qubits.');
    for (const { start, length, entropy, cut } of bulk!.cuts) {
      const ends = Number(start > 0) + Number(start + length < 40);
      expect(entropy / Math.LN2).toBeCloseTo(Math.min(ends, length), 10);
      expect(cut).toBeCloseTo(entropy, 10);
    }
    const toric = await ran({ target: { name: 'toric-code', size: 3, prime: 3 }, model });
    const [{ targetGeometry, bulk: graph }] = toric.points as [RunPoint];
    expect(graph!.cuts.map(({ entropy }) => entropy)).toEqual(targetGeometry!.regions.map(({ entropy }) => entropy));
  });

  test('learns a Gaussian state of 22 qubits as a circuit of free fermions and as a chain, without amplitudes', async () => {
    const target = { name: 'gaussian-ground-state', qubits: 22, hamiltonian: { name: 'transverse-field-ising' } };
    const training = { starts: 1, targetInfidelity: 1e-4, maxSteps: 3, polish: 0 };
    const geodesic = { largestGaussian: 20 };
    const circuit = { target, model: { name: 'gaussian-circuit', width: 4 }, training, geodesic };
    const { points, checkpoints } = await ran(circuit);
    const [point] = points as [RunPoint];
    expect(point.training.infidelity).toBeLessThan(1e-4);
    expect(point.training.complexity.value!).toBeGreaterThan(10);
    expect(point.geodesic).toBeNull();
    expect(point.notes).toContain(
      'No geodesic: among all paths it is searched for up to 10 qubits; no Gaussian path: it has more than 20 qubits.',
    );
    expect(point.bulk!.cuts.length).toBe((22 * 23) / 2 - 1);
    for (const { start, length, entropy, cut } of point.bulk!.cuts) {
      expect(entropy).toBeLessThanOrEqual(cut + 1e-10);
      const of = point.targetGeometry!.regions.find((region) => region.start === start && region.length === length)!;
      expect(entropy).toBeCloseTo(of.entropy, 2);
    }
    expect(point.shape!.boundary!.diameter).toBeGreaterThan(4);
    expect((await ran(circuit, parseExactJson(checkpoints[0]!) as RunCheckpoint)).points).toEqual(points);
    const chain = await ran({
      target,
      model: { name: 'gaussian-chain', bond: 8 },
      geodesic: false,
      training: { ...training, starts: 1 },
    });
    const [ofChain] = chain.points as [RunPoint];
    expect(ofChain.training.infidelity).toBeLessThan(1e-4);
    expect(ofChain.notes[0]).toMatch(/matrix-product state of the target, which misses about .*10⁻¹.\.$/u);
    expect(ofChain.bulk!.mutualInformation[3]![9]!).toBeCloseTo(point.targetGeometry!.mutualInformation[3]![9]!, 3);
  });

  test('finds a Gaussian path to 13 qubits for a weight on its end', async () => {
    const hamiltonian = { name: 'transverse-field-ising', field: 20 };
    const { points } = await ran({
      target: { name: 'gaussian-ground-state', qubits: 13, hamiltonian },
      model: { name: 'gaussian-circuit', width: 2 },
      metric: { maxSize: 2, maxRange: 1, penalty: 'infinite' },
      training: { starts: 1, targetInfidelity: 1e-4, maxSteps: 3, polish: 0 },
      geodesic: { slices: 2, starts: 1, maxSteps: 2 },
    });
    const { status, length, gaussian, result, lowerBound, lowerBounds, infidelity } = (points as [RunPoint])[0]
      .geodesic!;
    expect(result).toBe('converged');
    expect(status).toBe(
      'shortest real Gaussian path found from |+…+⟩ for a weight on its end, an upper bound, stationary',
    );
    expect(infidelity).toBeLessThan(1e-7);
    expect(gaussian).toMatchObject({ string: 'X', real: true });
    expect(length).toBeGreaterThan(gaussian!.lowerBound);
    expect(length).toBeLessThan(0.5);
    expect(lowerBound).toBe(lowerBounds!.entanglement);
    expect(lowerBound).toBeGreaterThan(lowerBounds!.fubiniStudy);
    expect(lowerBounds!.fubiniStudy).toBeGreaterThan(0);
  });

  test('says what a long Gaussian state can be compared with', async () => {
    const target = { name: 'gaussian-thermal', qubits: 30, beta: 1, hamiltonian: { name: 'xy' } };
    const model = { name: 'matrix-product-state', bond: 2 };
    await expect(ran({ target, model })).rejects.toThrow(
      "model: a circuit of free fermions, such as 'gaussian-circuit', required for a target as long as 'gaussian-thermal(30, β = 1)', got the tensor network",
    );
    const ground = { name: 'gaussian-ground-state', qubits: 22, hamiltonian: { name: 'xy', field: 3 } };
    await expect(ran({ target: ground, model: { name: 'brickwall', depth: 1 } })).rejects.toThrow(
      "model: a tensor network, such as 'matrix-product-state', or a circuit of free fermions, such as 'gaussian-circuit', required",
    );
  });

  test('refuses a circuit for sites that are no qubits', async () => {
    await expect(ran({ target: { name: 'aklt', spins: 3 }, model: { name: 'tree' } })).rejects.toThrow(
      /dimension 2 required/,
    );
  });
});

describe('a curve of states', () => {
  test('starts each state from the last, which saves most of the steps', async () => {
    const { points } = await ran(quench);
    expect(points.map(({ time }) => time)).toEqual([0.2, 0.25, 0.3]);
    const lengths = points.map(({ training }) => training.history.length);
    expect(Math.max(...points.map(({ training }) => training.infidelity))).toBeLessThan(1e-9);
    expect(points[1]!.training.starts.length).toBe(1);
    expect(points[1]!.training.history[0]!.infidelity).toBeLessThan(0.05); // 0.05 in time away, not random
    expect(lengths[1]!).toBeLessThan(lengths[0]!);
  });

  test('starts the next state from the whole network where pruning has left a smaller one', async () => {
    const { points } = await ran({
      ...quench,
      model: { name: 'brickwall', depth: 4 },
      training: { ...quench.training, prune: { thresholds: [0.3] }, complexity: { weights: [0.01] } },
    });
    expect(points[0]!.training.gates!.after).toBeLessThan(points[0]!.training.gates!.before);
    expect(points[1]!.training.gates!.before).toBe(points[0]!.training.gates!.before);
    expect(points[1]!.training.infidelity).toBeLessThan(1e-8);
  });

  test('has geodesics that are followed from state to state: no longer than the evolution between them', async () => {
    const terms = [
      { word: 'XX', coefficient: 1 },
      { word: 'ZI', coefficient: 0.6 },
      { word: 'IX', coefficient: 0.5 },
    ];
    const times = [0.2, 0.4, 0.6];
    const { points, steps } = await ran({
      ...quench,
      curve: { ...quench.curve, hamiltonian: { name: 'terms', terms }, times },
      training: { starts: 1, maxSteps: 2, polish: 0 },
      geodesic: { slices: 4, starts: 1, maxSteps: 80 },
      fisher: false,
      bulk: false,
    });
    const speed = Math.hypot(...terms.map(({ coefficient }) => coefficient));
    const lengths = points.map(({ geodesic }) => geodesic!.length);
    expect(points.map(({ geodesic }) => geodesic!.result)).toEqual(times.map(() => 'converged'));
    for (const [k, length] of lengths.entries()) {
      if (k > 0) expect(Math.abs(length - lengths[k - 1]!)).toBeLessThan(speed * 0.2 + 1e-6);
    }
    const followed = steps.filter(({ message }) => message.startsWith('path 1')).map(({ point }) => point);
    expect(followed.filter((point, k) => point !== followed[k - 1])).toEqual([1, 2, 1, 0]);
  });

  test('has the shorter geodesic where that from the state after is shorter than the one known', async () => {
    const json = {
      ...quench,
      curve: { ...quench.curve, times: [0.2, 0.4] },
      training: { starts: 1, maxSteps: 2, polish: 0 },
      geodesic: { slices: 4, starts: 1, maxSteps: 80 },
      fisher: false,
      bulk: false,
    };
    const { points } = await ran(json);
    const [first, second] = points;
    const { geodesic } = first!;
    const detour = { ...first!, geodesic: { ...geodesic!, length: geodesic!.length + 0.5 } };
    const from = { points: [detour, second!], warmStart: null, journal: emptyJournal() };
    const again = await ran(json, from);
    expect(again.points[0]!.geodesic!.length).toBeCloseTo(geodesic!.length, 4);
    expect(again.points[1]).toEqual(second);
  });

  test('killed anywhere, goes on to the same numbers', async () => {
    const whole = await ran(quench);
    expect(whole.checkpoints.length).toBeGreaterThan(3 * 7); // of each state training, five stages, the end
    const text = JSON.stringify(whole.points);
    for (const checkpoint of whole.checkpoints) {
      const { points } = await ran(quench, parseExactJson(checkpoint) as RunCheckpoint);
      expect(JSON.stringify(points)).toBe(text);
    }
  });

  test('searches the geodesic first where the training starts along it, and goes on from any checkpoint to the same numbers', async () => {
    const json = {
      target: { name: 'ghz', qubits: 3 },
      metric: { maxSize: 2, maxRange: 1, penalty: 'infinite' },
      model: { name: 'block-circuit', layers: 4, start: 'geodesic' },
      training: {
        starts: 1,
        maxSteps: 60,
        complexity: { weights: [0.005, 0.0001], maxSteps: 60 },
        checkpointEvery: 50,
      },
      geodesic: { slices: 4, starts: 1, maxSteps: 60 },
      fisher: false,
      bulk: false,
    };
    const whole = await ran(json);
    const order = whole.steps.map(({ stage }) => stage).filter((stage, k, all) => stage !== all[k - 1]);
    expect(order.slice(0, 3)).toEqual(['target', 'geodesic', 'training']);
    const { geodesic, training } = whole.points[0]!;
    expect(training.infidelity).toBeLessThan(1e-9);
    expect(geodesic!.learned!.layeredLength).toBeCloseTo(training.complexity.value!, 12);
    expect(geodesic!.comparison!.blockFactor).toBeCloseTo(Math.SQRT2, 14);
    expect(training.complexity.value!).toBeGreaterThan(geodesic!.length);
    const last = training.front!.at(-1)!;
    expect(last.length).toBeLessThanOrEqual(training.complexity.value! + 1e-3);
    const text = JSON.stringify(whole.points);
    const searching = whole.steps.flatMap(({ checkpoint }) => (checkpoint?.searching ? [checkpoint] : []));
    const middle = exactJson(searching[Math.floor(searching.length / 2)]);
    for (const checkpoint of [middle, ...whole.checkpoints]) {
      const { points } = await ran(json, parseExactJson(checkpoint) as RunCheckpoint);
      expect(JSON.stringify(points)).toBe(text);
    }
  });

  test('killed between any two stages, geodesics that are followed back included, does none of them twice', async () => {
    const json = {
      ...quench,
      curve: { ...quench.curve, times: [0.2, 0.4] },
      training: { starts: 1, maxSteps: 2, polish: 0 },
      geodesic: { slices: 2, starts: 1, maxSteps: 20 },
    };
    const whole = await ran(json);
    const text = JSON.stringify(whole.points);
    const working = (steps: readonly RunStep[]): readonly string[] =>
      steps.filter(({ stage, message }) => stage !== 'target' && message !== 'beginning').map(({ message }) => message);
    for (const [index, { checkpoint }] of whole.steps.entries()) {
      if (checkpoint === null || checkpoint.searching !== undefined) continue;
      const { points, steps } = await ran(json, parseExactJson(exactJson(checkpoint)) as RunCheckpoint);
      expect(JSON.stringify(points)).toBe(text);
      expect(working(steps)).toEqual(working(whole.steps.slice(index + 1)));
    }
    expect(whole.steps.at(-1)!.checkpoint!.followed).toBe(0);
  });

  test('killed within a search for a geodesic, or for one that is followed back, goes on within it to the same bits', async () => {
    const json = {
      ...quench,
      curve: { ...quench.curve, times: [0.2, 0.4] },
      training: { starts: 1, maxSteps: 2, polish: 0 },
      geodesic: { slices: 2, starts: 2, maxSteps: 20 },
    };
    const whole = await ran(json);
    const text = JSON.stringify(whole.points);
    const within = [...whole.steps.entries()].filter(([, { checkpoint }]) => checkpoint?.searching !== undefined);
    expect(within.some(([, { checkpoint }]) => checkpoint!.followed === 1)).toBe(true);
    for (const [index, { checkpoint }] of within.filter((_, k) => k % Math.ceil(within.length / 5) === 9)) {
      const left = parseExactJson(exactJson(checkpoint)) as RunCheckpoint;
      expect(savedRunIssues({ ...SAVED, checkpoint: left }, false)).toEqual([]);
      const { points, steps } = await ran(json, left);
      expect(JSON.stringify(points)).toBe(text);
      const again = steps.length - (whole.steps.length - index);
      expect(again).toBeLessThanOrEqual(10); // target, training and stage begin with steps of their own
    }
  });
});
