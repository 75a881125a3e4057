import { expect, test } from 'vitest';
import { circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import { plainText } from '../../src/drawing/markup.ts';
import type { FrontRow, GeodesicRecord, TrainingRecord } from '../../src/record/run-record.ts';
import { frontSection } from '../../src/report/front-section.ts';

const row = (phase: string, gates: number, length: number, infidelity: number): FrontRow => ({
  phase,
  gates,
  layers: 3,
  length,
  infidelity,
});

const training = {
  network: circuitOfBlocks(3, [
    { sites: [0, 1], words: ['XX'] },
    { sites: [1, 2], words: ['XX'] },
    { sites: [0], words: ['X'] },
  ]),
  theta: [1, 1, 1],
  infidelity: 5e-7,
  complexity: { name: 'block-length', value: 1.2 },
  front: [row('start 1', 3, 0.4, 0.02), row('penalty 0.005', 3, 1.1, 1e-4), row('prune 0.03', 2, 1.2, 5e-7)],
} as unknown as TrainingRecord;

const geodesic = {
  length: 1,
  lowerBound: 0.3,
  result: 'converged',
  starts: [1, 1],
  coarseLength: 1.1,
  slices: 8,
  infidelity: 0,
  comparison: { blockFactor: Math.SQRT2 },
} as unknown as GeodesicRecord;

const goal = { asked: 1e-6, accepted: 1e-6 };

test('says how far the network is from the geodesic and from what blocks are promised, and lists the front', () => {
  const html = frontSection(training, geodesic, goal);
  const text = plainText(html).replaceAll('\u00A0', ' ');
  expect(text).toContain('has 2 blocks on two or more qubits and length 1.200');
  expect(text).toContain('has length 1.000, an upper bound of the complexity; the network is 20.0 % longer');
  expect(text).toContain('The lower bound is 0.3000');
  expect(text).toContain('in at most √2 times its length, the shortest found in 1.414');
  expect(text).toContain('penalty 0.005');
  expect(text).not.toContain('start 1'); // still another state
  expect(html).toContain('that path in blocks, 1.41');
});

test('where shooting finds a shorter geodesic, that one counts', () => {
  const polished = { length: 0.96, residual: 1e-10, conjugatePoints: 0 };
  const html = frontSection(training, { ...geodesic, polished }, goal);
  expect(plainText(html).replaceAll('\u00A0', ' ')).toContain(
    'the network is 20.0 % longer, and 25.0 % longer than the geodesic by shooting, of length 0.9600. The lower bound',
  );
  expect(html).toContain('shortest path found, 0.960');
  expect(html).toContain('that path in blocks, 1.36');
});

test('without a geodesic it promises nothing, and other networks have no front', () => {
  const alone = plainText(frontSection(training, null, goal));
  expect(alone).toContain('No geodesic was searched for');
  expect(alone).not.toContain('√');
  const network = { kind: 'circuit', qubits: 1, parameters: 0, gates: [] };
  expect(frontSection({ ...training, network } as unknown as TrainingRecord, geodesic, goal)).toBe('');
});
