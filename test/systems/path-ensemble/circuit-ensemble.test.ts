import { expect, test } from 'vitest';
import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { seriesStatistics } from '../../../src/optimise/series-statistics.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { circuitEnsemble } from '../../../src/systems/path-ensemble/index.ts';
import { interrupted } from '../../helpers/interrupted.ts';

const metric = { penalty: 1 };
/** A number of quarter turns of one qubit. */
const rotation = (word: string, quarters: number): Rotation => ({ word, angle: (quarters * Math.PI) / 2 });
const circuitOf = (gates: readonly Rotation[]): Circuit => ({ kind: 'circuit', qubits: 1, parameters: 0, gates });
const bell: ComplexVector = { length: 4, interleaved: Float64Array.of(Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0) };

test('circuits about one axis have the weights of words of whole numbers', () => {
  // Turns by π/2, π, −π/2 about X, of cost π/4, π/2, π/4; the target is half a turn.
  const x: ComplexVector = { length: 2, interleaved: Float64Array.of(0, 0, 0, -1) };
  const beta = 3;
  const options = { turns: 4, betas: [beta], mu: 1, mostGates: 4, moves: 4, burnIn: 100, rounds: 20_000 };
  const { samples, circuit } = solution(circuitEnsemble(x, metric, ['X'], options));
  const weight = [Math.exp((-beta * Math.PI) / 4), Math.exp((-beta * Math.PI) / 2)] as const;
  const totals = [0, 0, 0, 0, 0];
  const [miss, byTurns] = [[1, 0.5, 0, 0.5] as const, [0, 0, 0, 0]]; // 1 − F, and weights with it, after so many quarter turns
  const count = (turns: number, gates: number, product: number): void => {
    if (turns % 4 === 2) totals[gates]! += product;
    byTurns[turns % 4]! += product * Math.exp(-beta * miss[turns % 4]!);
    if (gates === 4) return;
    [1, 2, 3].forEach((turn) => {
      count(turns + turn, gates + 1, product * weight[turn === 2 ? 1 : 0]!);
    });
  };
  count(0, 0, 1);
  const all = totals.reduce((sum, value) => sum + value, 0);
  const { found, hits } = samples[0]!;
  totals.forEach((total, gates) => {
    const { mean, error } = seriesStatistics([found.map((word) => (word.gates === gates ? 1 : 0))]);
    expect(Math.abs(mean - total / all)).toBeLessThan(4 * error + 1e-12);
  });
  const share = all / byTurns.reduce((sum, weight) => sum + weight, 0);
  expect(Math.abs(hits - share)).toBeLessThan(4 * Math.sqrt((5 * share * (1 - share)) / 20_000)); // alike for some five rounds
  expect(hits).toBe(found.length / 20_000);
  expect(circuit!.gates.reduce((sum, { angle }) => sum + Math.abs(angle as number), 0)).toBeCloseTo(Math.PI, 12);
});

test('annealed circuits find the Bell state by one rotation, or its gate', () => {
  const words = ['XY', 'YX', 'ZI', 'IX', 'XX'];
  const options = { turns: 4, betas: [1, 2, 4, 8], rounds: 400, mostGates: 8 };
  const { circuit, best, samples } = solution(circuitEnsemble(bell, metric, words, options));
  expect(circuit!.gates.length).toBe(1);
  expect(best!.cost).toBeCloseTo(Math.PI / 4, 12);
  expect(fidelity(runCircuit(circuit!, new Float64Array(0)), bell)).toBeCloseTo(1, 12);
  expect(samples.at(-1)!.hits).toBeGreaterThan(samples[0]!.hits);
  // exp(−iπ/4 XX) as a matrix is made by one rotation, too.
  const interleaved = new Float64Array(32);
  for (let k = 0; k < 4; k++) {
    interleaved[2 * (5 * k)] = Math.SQRT1_2;
    interleaved[2 * (4 * k + 3 - k) + 1] = -Math.SQRT1_2;
  }
  const gate = solution(circuitEnsemble({ rows: 4, cols: 4, interleaved }, metric, words, options));
  expect(gate.circuit!.gates).toEqual([{ word: 'XX', angle: Math.PI / 2 }]);
});

test('circuits about two axes that do not commute have the weights of all words, counted one by one', () => {
  const words = ['X', 'Z'];
  const [beta, mu, mostGates, rounds] = [1.5, 2, 3, 20_000];
  const goal = runCircuit(circuitOf([rotation('X', 1), rotation('Z', 1)]), new Float64Array(0));
  const letters = words.flatMap((word) => [1, 2, -1].map((turns) => rotation(word, turns)));
  const [hits, all] = [new Float64Array(mostGates + 1), new Float64Array(mostGates + 1)];
  const count = (gates: readonly Rotation[]): void => {
    const length = gates.reduce((sum, { angle }) => sum + Math.abs(angle as number) / 2, 0);
    const miss = 1 - fidelity(runCircuit(circuitOf(gates), new Float64Array(0)), goal);
    all[gates.length]! += Math.exp(-beta * (length + mu * miss));
    if (miss < 1e-9) hits[gates.length]! += Math.exp(-beta * length);
    if (gates.length < mostGates) for (const letter of letters) count([...gates, letter]);
  };
  count([]);
  const options = { turns: 4, betas: [beta], mu, mostGates, moves: 4, burnIn: 100, rounds, seed: 3 };
  const [sampled] = solution(circuitEnsemble(goal, metric, words, options)).samples;
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const share = sum(hits) / sum(all);
  expect(Math.abs(sampled!.hits - share)).toBeLessThan(4 * Math.sqrt((5 * share * (1 - share)) / rounds));
  hits.forEach((weight, gates) => {
    const { mean, error } = seriesStatistics([sampled!.found.map((word) => (word.gates === gates ? 1 : 0))]);
    expect(Math.abs(mean - weight / sum(hits))).toBeLessThan(4 * error + 1e-12);
  });
});

test('a rotation costs its angle by the root of the weight of its word, and what each gate does', () => {
  const options = { turns: 4, betas: [1], rounds: 1, burnIn: 1, perGate: 0.5 };
  const { rotations } = solution(circuitEnsemble(bell, { penalty: 9, maxSize: 1 }, ['XX', 'ZI'], options));
  const quarter = Math.PI / 4;
  const costs = [3 * quarter, 6 * quarter, 3 * quarter, quarter, 2 * quarter, quarter];
  rotations.forEach(({ cost }, k) => {
    expect(cost).toBeCloseTo(costs[k]! + 0.5, 14);
  });
});

test('the sense of rotation about z is told from the other', () => {
  const root = Math.SQRT1_2; // exp(−iπZ/4)
  const gate = { rows: 2, cols: 2, interleaved: Float64Array.of(root, -root, 0, 0, 0, 0, root, root) };
  const options = { turns: 8, betas: [1, 4], rounds: 200, mostGates: 3, perGate: 0.1 };
  expect(solution(circuitEnsemble(gate, metric, ['X', 'Z'], options)).circuit!.gates).toEqual([rotation('Z', 1)]);
});

test('circuits that are sampled with interruptions are the same bits', () => {
  const options = { turns: 4, betas: [1, 4], burnIn: 150, rounds: 450, mostGates: 6, moves: 3 };
  const words = ['XX', 'ZI', 'IX'];
  const { found, interruptions } = interrupted(
    (journal) => circuitEnsemble(bell, metric, words, { ...options, journal }),
    90,
  );
  expect(interruptions).toBe(2); // in the second block of 200 rounds, and in the last
  expect(found).toEqual(solution(circuitEnsemble(bell, metric, words, options)));
});

test('words and numbers that make no sense are refused', () => {
  const run = (words: readonly string[], options = {}) => circuitEnsemble(bell, metric, words, options).next();
  expect(() => run(['X'])).toThrow('2 letters required');
  expect(() => run(['XX', 'XX'])).toThrow('different words');
  expect(() => run(['II'])).toThrow('other than the identity');
  expect(() => run(['XX'], { turns: 1 })).toThrow('at least 2 turns');
  expect(() => run(['XX'], { mu: 0 })).toThrow('μ above 0');
  const local = { penalty: Infinity, maxSize: 1 };
  expect(() => circuitEnsemble(bell, local, ['XX']).next()).toThrow('words of finite weight required, got XX');
});
