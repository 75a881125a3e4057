import { expect, test } from 'vitest';
import type { BoundaryGeometry } from '../../src/bulk/boundary-geometry.ts';
import type { BulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { bulkSection } from '../../src/report/bulk-section.ts';

/** Two sites, one tensor; the entropies of the two regions fall short of their cuts by the gaps. */
const bulk = (...gaps: readonly [number, number]): BulkGeometry => ({
  nodes: [{ id: 'A', site: 0.5, depth: 1, information: 1 }],
  edges: [0, 1].map((site) => ({
    leg: `s${site}`,
    from: 'A',
    to: null,
    capacity: Math.LN2,
    entropy: Math.LN2,
    length: null,
  })),
  boundary: ['s0', 's1'],
  cuts: gaps.map((gap, start) => ({ start, length: 1, entropy: Math.LN2 - gap, cut: Math.LN2, legs: [`s${start}`] })),
  mutualInformation: [
    [2 * Math.LN2, 2 * Math.LN2],
    [2 * Math.LN2, 2 * Math.LN2],
  ],
  distances: [
    [null, 0],
    [0, null],
  ],
  geodesics: [],
});

test('a minimal cut is saturated up to a millionth of a nat, not to a tenth', () => {
  expect(bulkSection(bulk(0, 9e-7), 'network')).toContain('saturated for 2 of 2 regions');
  expect(bulkSection(bulk(0, 2e-6), 'network')).toContain('saturated for 1 of 2 regions');
  expect(bulkSection(bulk(0.05, 0.09), 'network')).toContain('saturated for 0 of 2 regions');
});

test('the geometry of the target is shown beside that of the learned state, with the greatest difference', () => {
  const target: BoundaryGeometry = {
    regions: [0, 1].map((start) => ({ start, length: 1, entropy: 0.5 })),
    mutualInformation: [
      [1, 1],
      [1, 1],
    ],
    distances: [
      [null, 0.33],
      [0.33, null],
    ],
  };
  const page = bulkSection(bulk(0, 0), 'network', target);
  expect(page).toContain('the entropies of regions differ by at most 0.19 nats'); // log 2 − ½
  expect(page).toContain('the mutual information of two sites by at most 0.39 nats'); // 2 log 2 − 1
  // A map of one pair is a sentence.
  expect(page).toContain('sites, learned state: all entries are equal, I(a:b) (nats) = 1.39.');
  expect(page).toContain('sites, target: all entries are equal, I(a:b) (nats) = 1.00.');
  expect(bulkSection(bulk(0, 0), 'network')).not.toContain('side by side');
  const { cuts, mutualInformation, distances } = bulk(0, 0);
  const regions = cuts.map(({ start, length, entropy }) => ({ start, length, entropy }));
  expect(bulkSection(bulk(0, 0), 'network', { regions, mutualInformation, distances })).toContain(
    'are equal, to rounding',
  );
});

test('where no two sites share information that is said in words, and there are no empty maps and charts', () => {
  const none = {
    mutualInformation: [
      [1, 0],
      [0, 1],
    ],
    distances: [
      [null, null],
      [null, null],
    ],
  };
  const page = bulkSection({ ...bulk(0, 0), ...none }, 'network');
  expect(page).toContain('No two sites share information');
  expect(page).not.toContain('Mutual information between boundary sites');
  expect(page).not.toContain('by separation');
});

test('a scale of colours is drawn only where the boundary knows something of a tensor', () => {
  expect(bulkSection(bulk(0, 0), 'network')).toContain('Colour: Fisher information');
  const nodes = [{ id: 'A', site: 0.5, depth: 1, information: 0 }];
  expect(bulkSection({ ...bulk(0, 0), nodes }, 'network')).not.toMatch(/Colour|F_\{kk\}|F<tspan/);
});

test('a bulk of more tensors than a page holds is folded', () => {
  const nodes = (count: number) =>
    Array.from({ length: count }, (_, k) => ({ id: k === 0 ? 'A' : `t${k}`, site: 0.5, depth: 1 + k, information: 1 }));
  expect(bulkSection({ ...bulk(0, 0), nodes: nodes(2) }, 'network')).not.toContain('<details');
  expect(bulkSection({ ...bulk(0, 0), nodes: nodes(801) }, 'circuit')).toContain('Drawing of all 801 tensors');
});
