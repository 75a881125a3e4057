import { describe, expect, test } from 'vitest';
import { symmetricDicke, symmetricGhz } from '../../../datasets/symmetric.ts';
import { penaltyWeight } from '../../../src/complexity/penalty-metric.ts';
import type { SectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
import { sectorWeights } from '../../../src/geodesic/sector/sector-weights.ts';
import { orbitName, sectorPath, sectorVelocity } from '../../../src/geodesic/sector/sector-words.ts';
import { checkParts, shortestMet, symmetricGeodesic } from '../../../src/geodesic/sector/symmetric-geodesic.ts';
import { type SymmetricWeights, youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { applyMatrix, scaledMatrix } from '../../../src/linalg/matrix.ts';
import { matrixExponential } from '../../../src/linalg/matrix-exponential.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import type { GivenPath } from '../../../src/path/given-path.ts';
import { geodesicPath, pathLength } from '../../../src/path/sliced-path.ts';
import { permutedQubits } from '../../../src/state/permuted-qubits.ts';
import { refinedVector } from '../../../src/state/symmetric-vector.ts';
import { zeroState } from '../../../src/state/zero-state.ts';

const METRIC = { maxSize: 2, penalty: Infinity } as const;

/** Where a path leads from |0…0⟩, by dense exponentials. */
const endOf = (path: GivenPath) =>
  geodesicPath(path).reduce(
    (state, H) =>
      applyMatrix(matrixExponential(scaledMatrix([0, -1 / path.velocity.length], pauliSumMatrix(H))), state),
    zeroState(path.words[0]!.length),
  );

describe('the shortest path to a symmetric state', () => {
  test('to GHZ₃ is the known one, with certificate and bounds, and leads there on amplitudes', () => {
    const target = symmetricGhz(3);
    const { value, result } = solution(
      symmetricGeodesic(target, { sizeWeights: [1, 1], slices: 8, starts: 1, seed: 1 }),
    );
    const { geodesic, certificate } = value.searched[value.shortest]!;
    expect(result).toBe('converged');
    expect(geodesic.length).toBeCloseTo(1.211878, 6);
    expect(certificate.index?.index).toBe(0);
    expect(value.words).toContain('local minimum of the full problem');
    expect(value.lowerBounds.entanglement).toBeCloseTo(0.481, 3);
    const sliced = geodesic.sliced.at(-1)!;
    const path = sectorPath(value.sector, sectorVelocity(value.sector, sliced));
    const amplitudes = refinedVector(target, { blocks: [1, 1, 1] }, target.components);
    expect(Math.hypot(...innerProduct(amplitudes, endOf(path)))).toBeCloseTo(1, 8);
    expect(pathLength(METRIC, geodesicPath(path))).toBeCloseTo(sliced.length, 5);
    expect(path.words.every((word) => penaltyWeight(METRIC, word) === 1)).toBe(true);
  });

  test('where words are weighed by their letters is the shortest of all paths, too, above its lower bounds', () => {
    const metric = { letters: { X: 1, Y: 2, ZZ: 0.5 }, penalty: Infinity };
    const weights = sectorWeights(metric, 3) as SymmetricWeights;
    const target = symmetricGhz(3);
    const { value } = solution(symmetricGeodesic(target, { ...weights, slices: 8, starts: 1 }));
    const { geodesic, certificate } = value.searched[value.shortest]!;
    const amplitudes = refinedVector(target, { blocks: [1, 1, 1] }, target.components);
    const all = solution(stateGeodesic(metric, amplitudes, { starts: 3, observable: false })).value;
    expect(geodesic.length).toBeCloseTo(all.complexity, 7);
    expect(certificate.index?.index).toBe(0);
    expect(Math.max(...Object.values(value.lowerBounds))).toBeLessThan(geodesic.length);
  });

  test('in a sector that is asked for leads to qubits in another order', () => {
    const form = symmetricDicke(3, 1);
    const options = { sizeWeights: [1, 1], sector: [1, 2], real: true, starts: 1, slices: 6 };
    const { value } = solution(symmetricGeodesic(form, options));
    expect(value.searched.map(({ blocks }) => blocks)).toEqual([[1, 2]]);
    const order = [2, 0, 1];
    const path = sectorPath(
      value.sector,
      sectorVelocity(value.sector, value.searched[0]!.geodesic.sliced.at(-1)!),
      order,
    );
    const end = endOf(path);
    const amplitudes = refinedVector(form, { blocks: [1, 1, 1] }, form.components);
    expect(Math.hypot(...innerProduct(amplitudes, permutedQubits(end, order)))).toBeCloseTo(1, 8);
    const hub = path.velocity.map((h) =>
      path.words.reduce((sum, word, p) => sum + (word === 'IIY' ? Math.abs(h[p]!) : 0), 0),
    );
    const leaf = path.velocity.map((h) =>
      path.words.reduce((sum, word, p) => sum + (word === 'YII' ? Math.abs(h[p]!) : 0), 0),
    );
    expect(hub).not.toEqual(leaf);
  });

  test('is refused in blocks that are no parts of those of the state', () => {
    expect(() => checkParts([4], [1, 2])).toThrow('sector: parts of the blocks 4 required, got 1 + 2');
    expect(() => checkParts([3], [1, 1])).toThrow('got 1 + 1');
    expect(() => checkParts([3], [3, 4])).toThrow('got 3 + 4');
    expect(() => checkParts([2, 2], [1, 3])).toThrow('parts of the blocks 2 + 2 required');
    expect(() => checkParts([2, 3], [1, 1, 3])).not.toThrow();
    expect(() =>
      solution(symmetricGeodesic(symmetricGhz(30), { sizeWeights: [1, 1], sector: [10, 10, 5, 5] })),
    ).toThrow('at most 4096 symmetric states');
  });
});

test('sums of words have names', () => {
  const sector = youngSector([1, 3], { sizeWeights: [1, 1] });
  const names = sector.letters.map((letters) => orbitName(sector, letters));
  expect(names).toContain('X₁ΣZ₂');
  expect(names).toContain('ΣYY₂');
  expect(new Set(names).size).toBe(names.length);
  expect(
    youngSector([3], { sizeWeights: [1, 1] }).letters.map((letters) => orbitName({ blocks: [3] }, letters)),
  ).toContain('ΣXZ');
});

test('of sliced paths the shortest that meets its target counts, whatever its slices', () => {
  const path = (slices: number, length: number, infidelity: number) => {
    return { slices, length, infidelity, coordinates: new Float64Array(slices), costate: Float64Array.of(3, 4) };
  };
  const given = (...sliced: readonly ReturnType<typeof path>[]): SectorGeodesic => ({
    length: sliced.at(-1)!.length,
    residual: 0,
    uncertainty: 0,
    polished: false,
    start: { state: Float64Array.of(1, 0), costate: Float64Array.of(0, 0) },
    sliced,
    lengths: [2],
  });
  const met = shortestMet(given(path(4, 2, 1e-10), path(8, 3, 1e-12)));
  expect([met.length, met.residual, met.sliced.length]).toEqual([2, 1e-5, 1]);
  expect(met.uncertainty).toBeCloseTo(2.5e-5, 12);
  const missed = given(path(4, 2, 1e-3), path(8, 3, 1e-12));
  expect(shortestMet(missed)).toBe(missed);
});
