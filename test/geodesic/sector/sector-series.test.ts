import { expect, test } from 'vitest';
import { sectorSeries } from '../../../src/geodesic/sector/sector-series.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { coherentComponents, dickeComponents, ghzComponents } from '../../../src/state/symmetric-vector.ts';

test('a series of product states is followed forward and back, each √n times half the angle', () => {
  const targets = [2, 3, 4].map((n) => ({ blocks: [n], dicke: coherentComponents(n, 0.8, 0.3) }));
  const { value, result } = solution(sectorSeries(targets, { sizeWeights: [1], slices: 2, starts: 1 }));
  expect(result).toBe('converged');
  value.forEach(({ geodesic, lengths }, k) => {
    expect(geodesic.length).toBeCloseTo(0.4 * Math.sqrt(k + 2), 8);
    expect(geodesic.extrapolated).toBeCloseTo(geodesic.length, 7);
    expect(lengths).toHaveLength(2 - (k === 2 ? 1 : 0));
  });
  expect(value[0]!.origin).toBe('random start');
});

test('a path to W of a hub and three leaves is followed from that of two', () => {
  const targets = [3, 4].map((n) => ({ blocks: [1, n - 1], dicke: dickeComponents(n, 1) }));
  const options = { sizeWeights: [1, 1], real: true, slices: 6, starts: 1, back: false, doublings: 1 };
  const { value } = solution(sectorSeries(targets, options));
  expect(value.map(({ origin }) => origin)).toEqual(['random start', 'target before']);
  expect(value[0]!.geodesic.extrapolated).toBeCloseTo(0.934661, 3);
  expect(value[1]!.geodesic.extrapolated).toBeCloseTo(0.998496, 3);
});

test('several sheets are followed by Newton’s method, each exactly stationary', () => {
  const targets = [3, 4, 5].map((n) => ({ blocks: [n], dicke: ghzComponents(n) }));
  const options = { sizeWeights: [1, 1], slices: 6, starts: 3, maxSteps: 40, newtonSteps: 15, sheets: 2, back: false };
  const { value, result } = solution(sectorSeries(targets, { ...options, doublings: 1 }));
  expect(result).toBe('converged');
  // 1.211878, 1.341193, 1.594628 in the limit of many slices
  value.forEach(({ geodesic }, k) => {
    expect(geodesic.extrapolated).toBeCloseTo([1.211878, 1.341193, 1.594628][k]!, 2);
  });
  expect(() => solution(sectorSeries(targets, { ...options, sheets: 0 }))).toThrow(
    'at least one sheet required, got 0',
  );
});

test('what is no series is named', () => {
  const options = { sizeWeights: [1, 1] };
  expect(() => solution(sectorSeries([], options))).toThrow('at least one target required');
  const targets = [[3], [1, 3]].map((blocks, k) => ({ blocks, dicke: ghzComponents(3 + k) }));
  expect(() => solution(sectorSeries(targets, options))).toThrow(
    'blocks with the same controls required, got 3 and 1,3',
  );
  expect(() => solution(sectorSeries(targets.slice(0, 1), { ...options, starts: 0 }))).toThrow('at least one start');
});
