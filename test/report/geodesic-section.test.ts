import { expect, test } from 'vitest';
import type { GeodesicRecord, TrainingRecord } from '../../src/record/run-record.ts';
import { geodesicSection } from '../../src/report/geodesic-section.ts';

const training: TrainingRecord = {
  network: { kind: 'circuit', qubits: 1, parameters: 0, gates: [{ word: 'Y', angle: 2 }] },
  theta: [],
  infidelity: 0,
  complexity: { name: 'length', value: 1 },
  result: 'converged',
  starts: [0],
  gates: { before: 1, after: 1 },
  history: [],
};
const geodesic: GeodesicRecord = {
  words: ['Y'],
  velocity: [[1], [1]],
  slices: 2,
  length: 1,
  energy: 0.5,
  infidelity: 0,
  speedVariation: 0,
  straightness: 1,
  coarseLength: 1.25,
  lowerBound: 0.5,
  status: 'upper bound',
  starts: [1],
  result: 'converged',
  learned: { length: 1, layeredLength: 1, excess: 0 },
};

test('the length in half as many slices is a bar and a row where these meet the target', () => {
  const page = geodesicSection(geodesic, training);
  expect(page).toContain('geodesic, 1 slice<');
  expect(page).toMatch(/half as many slices<\/t[hd]><td[^>]*>1\.25000</);
});

test('where half as many slices miss the target, there is no bar, and the row says so', () => {
  const page = geodesicSection({ ...geodesic, coarseLength: Infinity }, training);
  expect(page).toContain('geodesic, 2 slices');
  expect(page).not.toContain('geodesic, 1 slice<');
  expect(page).toMatch(/half as many slices<\/t[hd]><td[^>]*>none that meets the target</);
});

test('the uncertainty of each length is a row beside it', () => {
  expect(geodesicSection(geodesic, training)).not.toContain('Uncertainty of this length');
  const polished = { length: 1, residual: 1e-10, uncertainty: 4e-8, conjugatePoints: 0 };
  const page = geodesicSection({ ...geodesic, uncertainty: 3e-6, polished }, training);
  expect(page.match(/Uncertainty of this length by the miss/g)).toHaveLength(2);
  expect(page).toMatch(/by the miss<\/t[hd]><td[^>]*>± 3.0[^<]*10⁻⁶/);
  expect(page).toMatch(/by the miss<\/t[hd]><td[^>]*>± 4.0[^<]*10⁻⁸/);
});

test('what is not certain of the geodesic is a sentence whatever it is', () => {
  const polished = { length: 0.5, residual: 1e-10, uncertainty: null, conjugatePoints: 0 };
  const page = geodesicSection({ ...geodesic, polished }, training);
  expect(page).toContain('A caveat on the geodesic: shooting from it gives 0.500, which is shorter');
});

test('an uncertainty greater than the length is none', () => {
  const page = geodesicSection({ ...geodesic, uncertainty: 1365 }, training);
  expect(page).toMatch(/by the miss<\/t[hd]><td[^>]*>unknown: the estimate exceeds the length</);
  expect(page).not.toContain('1365');
});

test('the lower bounds are rows: the greatest with its argument, the gap, and what was found for an observable', () => {
  expect(geodesicSection(geodesic, training)).not.toContain('Lower bound of all paths');
  const found = { bound: 0.75, observable: { qubits: 1, terms: [] }, cells: [{ c: 1, b: 0, nu: 0 }], copies: 2 };
  const lowerBounds = { fubiniStudy: 0.5, entanglement: 0, observable: found };
  const page = geodesicSection({ ...geodesic, lowerBound: 0.75, lowerBounds }, training);
  expect(page).toMatch(/Lower bound of all paths, by one observable<\/t[hd]><td[^>]*>0\.750000</);
  expect(page).toMatch(/Gap between it and the shortest path found<\/t[hd]><td[^>]*>25\.0[^<]*%</);
  expect(page).toMatch(/one observable<\/t[hd]><td[^>]*>0\.750000 \(1 cell, 2 copies\)</);
  const without = geodesicSection({ ...geodesic, lowerBounds: { ...lowerBounds, observable: null } }, training);
  expect(without).toMatch(/Lower bound of all paths, by Fubini–Study speed/);
  expect(without).toMatch(/one observable<\/t[hd]><td[^>]*>none sought</);
  const segment = { multipliers: [[], []], beta: 0 } as const;
  const symmetricMoving = { bound: 0.9, leaves: [[], []], segments: [segment] };
  const moved = geodesicSection(
    { ...geodesic, lowerBound: 0.9, lowerBounds: { ...lowerBounds, symmetricMoving } },
    training,
  );
  expect(moved).toMatch(/Lower bound of all paths, by a symmetric moving observable<\/t[hd]><td[^>]*>0\.900000</);
  expect(moved).toMatch(/changes on the way, but by no permutation<\/t[hd]><td[^>]*>0\.900000 \(1 segment\)</);
});

test('the shortest Gaussian path says so, and where it begins', () => {
  expect(geodesicSection(geodesic, training)).not.toContain('Gaussian');
  const gaussian = { string: 'X', real: true, residual: 2e-5, lowerBound: 0.25, negative: null } as const;
  const page = geodesicSection({ ...geodesic, gaussian }, training);
  expect(page).toContain(
    'the shortest Gaussian path was searched for, from the product state with X = 1 on every qubit',
  );
  expect(page).toMatch(/No Gaussian path in these words is shorter than<\/t[hd]><td[^>]*>0\.250000</);
  expect(page).toMatch(/Directions that shorten it[^<]*<\/t[hd]><td[^>]*>not counted</);
});
