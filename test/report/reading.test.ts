import { describe, expect, test } from 'vitest';
import { fisherSpectrum } from '../../src/fisher/fisher-spectrum.ts';
import type { ModelFit, SpaceFit } from '../../src/geometry/model-fit.ts';
import type { GeodesicRecord, TrainingRecord } from '../../src/record/run-record.ts';
import {
  complexityReading,
  curvatureReading,
  excessReading,
  geodesicReading,
  pathPhrase,
  rankReading,
  relativeExcessReading,
  stated,
} from '../../src/report/reading.ts';

const found = {
  length: 2.5,
  result: 'converged',
  starts: [2.5, 2.5],
  coarseLength: 2.5,
  slices: 8,
  infidelity: 1e-9,
} as const;

describe('the length of a geodesic', () => {
  test('stands alone where the search converged from several starts', () => {
    expect(stated(geodesicReading(found))).toBe('2.50');
  });

  test('says that the search was stopped, that it had one start, and that fewer slices are shorter', () => {
    const doubtful = { ...found, length: 2.75, coarseLength: 2.72, result: 'max-steps', starts: [2.75] } as const;
    expect(stated(geodesicReading(doubtful))).toBe(
      '2.75 (not converged: the search stopped at its step limit; 4 slices give 2.72, which is shorter; from a single start)',
    );
  });

  test('has the digits that tell a shorter one from it', () => {
    const polished = { length: 1.4759 } as NonNullable<GeodesicRecord['polished']>;
    expect(stated(geodesicReading({ ...found, length: 1.4812, coarseLength: 1.5, polished }))).toBe(
      '1.48 (shooting from it gives 1.476, which is shorter)',
    );
  });

  test('is told beside that of the geodesic which shooting leads to, where this is shorter, in as many digits', () => {
    const polished = { length: 0.9826 } as NonNullable<GeodesicRecord['polished']>;
    expect(pathPhrase({ length: 0.98614, slices: 8, polished })).toBe(
      'the path of 8 constant Hamiltonians found by the search for a geodesic has length 0.9861, and the geodesic that shooting leads to from it 0.9826',
    );
    const alike = { length: 0.98613 } as NonNullable<GeodesicRecord['polished']>;
    expect(pathPhrase({ length: 0.98614, slices: 8, polished: alike })).toMatch(/geodesic has length 0\.9861$/);
  });

  test('says that its end is another state', () => {
    expect(geodesicReading({ ...found, infidelity: 0.02 }).caveat).toContain('infidelity 0.0200');
    expect(geodesicReading({ ...found, infidelity: 9e-4 }).caveat).toBeNull();
  });
});

describe('the excess of a circuit', () => {
  test('is zero between paths without length, and its share undefined', () => {
    const nothing = { ...found, length: 0, coarseLength: 0 };
    expect(stated(excessReading(-3.6e-7, nothing))).toBe('0 (both lengths vanish)');
    expect(stated(relativeExcessReading(Number.NaN, 0))).toBe('undefined (the geodesic has no length)');
  });

  test('says so where the circuit is shorter, and where the geodesic is not certain', () => {
    expect(excessReading(-0.1, found).caveat).toContain('shorter');
    expect(excessReading(0.1, { ...found, result: 'stalled' }).caveat).toContain('not certain');
    expect(stated(excessReading(0.1, found))).toBe('0.100');
    expect(stated(relativeExcessReading(0.1, 2))).toBe('10.0\u00A0%');
  });
});

describe('a complexity that is missing has its true reason', () => {
  const circuit: TrainingRecord['network'] = { kind: 'circuit', qubits: 2, parameters: 0, gates: [] };
  const ring: TrainingRecord['network'] = {
    kind: 'network',
    parameters: 0,
    dimensions: {},
    nodes: [],
    boundary: [],
    bulk: [],
    environment: [],
  };
  test.each([
    ['circuit', circuit, 'converged', /^∞ .*words that the metric does not allow/],
    ['network', ring, 'converged', /^unknown .*bond-entropy.*cycles/],
    ['diverged training', circuit, 'diverged', /^unknown \(training diverged\)/],
  ] as const)('%s', (_, network, result, words) => {
    expect(stated(complexityReading({ complexity: { name: 'bond-entropy', value: null }, network, result }))).toMatch(
      words,
    );
  });
});

test('a rank that hangs on an eigenvalue at the threshold says so; one with a gap does not', () => {
  const diagonal = (values: readonly number[]) =>
    fisherSpectrum({
      rows: values.length,
      cols: values.length,
      data: Float64Array.from({ length: values.length ** 2 }, (_, at) =>
        at % (values.length + 1) === 0 ? values[at / (values.length + 1)]! : 0,
      ),
    });
  expect(stated(rankReading(diagonal([1, 0.5, 1e-12])))).toBe('2 / 3');
  expect(stated(rankReading(diagonal([1, 0.5, 6e-9])))).toBe(
    '2 / 3 (2 to 3: 1 eigenvalue lies within a factor 10 of the threshold)',
  );
  expect(stated(rankReading(diagonal([1, 2e-8, 6e-9])))).toContain('1 to 3: 2 eigenvalues lie');
});

test('a curvature is stated where a curved surface fits, and only there', () => {
  const space = (kind: SpaceFit['kind'], stress: number, radius: number): SpaceFit => ({
    kind,
    dimension: 2,
    radius,
    stress,
    goodness: 0.9,
  });
  const surfaces = (best: SpaceFit): ModelFit => ({ best, fits: [best] });
  expect(stated(curvatureReading(null))).toBe('none preferred (all sites are equally far from each other)');
  expect(stated(curvatureReading(surfaces(space('euclidean', 0.01, Infinity))))).toMatch(/^0 \(a plane/);
  expect(stated(curvatureReading(surfaces(space('hyperbolic', 0.01, 2))))).toBe('−0.250 (hyperbolic plane)');
  expect(stated(curvatureReading(surfaces(space('spherical', 0.3, 2))))).toMatch(/^undefined \(no surface fits/);
});
