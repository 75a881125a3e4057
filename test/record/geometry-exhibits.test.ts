import { expect, test } from 'vitest';
import { meraGraph } from '../../src/geometry/graph-families.ts';
import type { SpaceFit } from '../../src/geometry/model-fit.ts';
import { fitDisk } from '../../src/record/fit-disk.ts';
import { graphScale } from '../../src/record/graph-scale.ts';

test('a hyperbolic fit is its points on the disk, with rings at round distances in units of its radius', () => {
  const fit: SpaceFit = {
    kind: 'hyperbolic',
    dimension: 2,
    radius: 2,
    stress: 0,
    goodness: 1,
    points: [
      [0, 0],
      [Math.tanh(1.5), 0], // at the distance 3 radii
      [0, 0.1],
    ],
  };
  const disk = fitDisk(fit, 'Sites.')!;
  expect(disk.rings).toEqual([
    { distance: 1, name: '2' },
    { distance: 2, name: '4' },
    { distance: 3, name: '6' },
  ]);
  expect(disk.lines![0]!.segments).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(fitDisk({ ...fit, kind: 'euclidean' }, '')).toBeNull();
  expect(fitDisk({ ...fit, points: [[1, 0]] }, '')).toBeNull();
});

test('a graph by scale keeps its nodes, bonds and boundary, and names become indices', () => {
  const graph = meraGraph({ sites: 8, levels: 2 });
  const scale = graphScale(graph, {
    caption: 'MERA.',
    ring: true,
    shapeOf: ({ id }) => (id.startsWith('u') ? 'disentangler' : 'isometry'),
    cone: { name: 'cone', nodes: ['u 1,0', 'elsewhere'] },
    region: { name: 'pair', sites: [1, 2] },
    values: { quantity: 'leakage', at: { 'u 1,0': 0.5 } },
  });
  expect(scale.sites).toBe(8);
  expect(scale.bonds.length + scale.legs.length).toBe(graph.edges.length);
  expect(scale.cone!.nodes.map((node) => scale.nodes[node]!.name)).toEqual(['u 1,0']);
  expect(scale.legs.filter(([, site]) => site === 1 || site === 2).map(([node]) => scale.nodes[node]!.name)).toEqual([
    'u 1,0',
    'u 1,0',
  ]);
  expect(scale.nodes.find(({ name }) => name === 'u 1,0')).toMatchObject({ shape: 'disentangler', value: 0.5 });
  expect(scale.nodes.find(({ name }) => name === 'u 1,1')).toMatchObject({ value: null });
});
