import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { sectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
import { type YoungSector, youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { speedAt, stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import {
  coherentComponents,
  dickeComponents,
  ghzComponents,
  refinedVector,
  sectorState,
} from '../../../src/state/symmetric-vector.ts';

const sizeWeights = [1, 1];
const found = (sector: YoungSector, dicke: Parameters<typeof sectorState>[1], options = {}) =>
  solution(sectorGeodesic(sector, sectorState(sector, dicke), { polished: 1, ...options }));

describe('a geodesic of a sector', () => {
  test('to GHZ₃ has the length of the full search, and its embedding flows to GHZ₃ on 2ⁿ amplitudes', () => {
    const sector = youngSector([3], { sizeWeights });
    const { value, result } = found(sector, ghzComponents(3), { starts: 1, slices: 8 });
    expect(result).toBe('converged');
    expect(value.length).toBeCloseTo(1.211878, 6);
    expect(value.residual).toBeLessThan(1e-10);
    expect(value.polished).toBe(true);
    expect(value.uncertainty).toBeLessThan(1e-9);
    const singles = { blocks: [1, 1, 1] };
    const embedded = (interleaved: Float64Array) =>
      refinedVector(sector, singles, { length: 4, interleaved }).interleaved;
    const start = { state: embedded(value.start.state), costate: embedded(value.start.costate) };
    const metric = wordGenerators(controlWords({ maxSize: 2, penalty: Infinity }, 3));
    expect(speedAt(metric, start)).toBeCloseTo(value.length, 10);
    const end = stateFlow(metric, start, 64).points.at(-1)!.state;
    const [re, im] = innerProduct(sectorState(singles, ghzComponents(3)), { length: 8, interleaved: end });
    expect(1 - re * re - im * im).toBeLessThan(1e-12);
  });

  test('to W₃, with a hub and real, has the length of the full search', () => {
    const sector = youngSector([1, 2], { sizeWeights, real: true });
    const { value } = found(sector, dickeComponents(3, 1), { starts: 1, slices: 8 });
    expect(value.length).toBeCloseTo(0.934661, 6);
    expect(value.residual).toBeLessThan(1e-10);
  });

  test('to a product state with words of one qubit is √n times half the angle, whatever the number of slices', () => {
    const sector = youngSector([5], { sizeWeights: [1] });
    const { value } = found(sector, coherentComponents(5, 0.8, 0.3), { starts: 1, slices: 2 });
    expect(value.length).toBeCloseTo(Math.sqrt(5) * 0.4, 9);
  });

  test('that is not polished says so, and extrapolates from K and 2K to the length of the geodesic', () => {
    const sector = youngSector([1, 2], { sizeWeights, real: true });
    const { value } = found(sector, dickeComponents(3, 1), { starts: 1, slices: 8, polished: 0, doublings: 1 });
    expect(value.polished).toBe(false);
    expect(value.sliced.map(({ slices }) => slices)).toEqual([8, 16]);
    expect(value.length).toBeGreaterThan(0.934661);
    expect(value.extrapolated).toBeCloseTo(0.934661, 5);
  });

  test('begins with a path to fewer qubits if one is given', () => {
    const small = youngSector([1, 3], { sizeWeights, real: true });
    const large = youngSector([1, 4], { sizeWeights, real: true });
    const options = { starts: 1, slices: 6, polished: 0, doublings: 0 };
    const near = found(small, dickeComponents(4, 1), options).value.sliced[0]!;
    const { value } = found(large, dickeComponents(5, 1), { ...options, near });
    expect(value.lengths).toHaveLength(1);
    expect(value.residual).toBeLessThan(1e-5);
    const other = youngSector([5], { sizeWeights });
    expect(() => found(other, dickeComponents(5, 1), { near })).toThrow('a path with 9 controls required, got 8');
  });

  test('names what it cannot search', () => {
    const sector = youngSector([3], { sizeWeights });
    const state = sectorState(sector, ghzComponents(3));
    expect(() => solution(sectorGeodesic(youngSector([2], { sizeWeights }), state))).toThrow('3 amplitudes required');
    expect(() => solution(sectorGeodesic(sector, state, { starts: 0 }))).toThrow('at least one start');
    const twice = { length: 4, interleaved: state.interleaved.map((x) => 2 * x) };
    expect(() => solution(sectorGeodesic(sector, twice))).toThrow('norm 1 required');
  });
});
