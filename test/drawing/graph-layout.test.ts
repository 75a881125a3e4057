import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as models from '../../models/index.ts';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import type { Place } from '../../src/drawing/clearance.ts';
import { type GraphLayout, graphLayout, type LayoutGraph } from '../../src/drawing/graph-layout.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { networkOfShapes } from '../../src/network/network-of-shapes.ts';

const qubits = (n: number): readonly number[] => new Array<number>(n).fill(2);

/** Least distance between two places, and of a place from points sampled along lines that do not end in it. */
function roomIn(graph: LayoutGraph, layout: GraphLayout): { readonly places: number; readonly lines: number } {
  const all: [string, Place][] = [...layout.nodes, ...layout.ends];
  const apart = (p: Place, q: Place): number => Math.hypot(p.x - q.x, p.y - q.y);
  let [places, lines] = [Infinity, Infinity];
  all.forEach(([, p], k) => {
    for (const [, q] of all.slice(0, k)) places = Math.min(places, apart(p, q));
  });
  for (const { leg, from, to } of graph.edges) {
    if (from === to) continue;
    const [a, b] = [layout.nodes.get(from)!, to === null ? layout.ends.get(leg)! : layout.nodes.get(to)!];
    for (const [name, p] of all) {
      if (name === from || name === to || name === leg) continue;
      for (let k = 0; k <= 60; k++) {
        const t = k / 60;
        lines = Math.min(lines, apart(p, { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }));
      }
    }
  }
  return { places, lines };
}

/** Every tensor and every end has a place, none touches another, and no disc hides a bond of others. */
function expectRoom(graph: LayoutGraph, layout: GraphLayout, leastRadius: number): void {
  expect(layout.nodes.size).toBe(graph.nodes.length);
  expect(layout.ends.size).toBe(graph.edges.filter(({ to }) => to === null).length);
  const { places, lines } = roomIn(graph, layout);
  expect(layout.radius).toBeGreaterThanOrEqual(leastRadius);
  expect(places).toBeGreaterThan(2 * layout.radius);
  expect(lines).toBeGreaterThan(1.2 * layout.radius);
  expect(layout.bend).toBeGreaterThan(0);
  expect(lines + 1e-9).toBeGreaterThanOrEqual(layout.radius + Math.min(layout.bend, 0.2 * layout.radius));
}

/** A network of n tensors, each pair joined with the given probability, some pairs twice, sites on some of them. */
function randomNetwork(seed: number, n: number, density: number) {
  const stream = randomStream(seed, 'network');
  const nodes = Array.from({ length: n }, (_, k) => ({
    id: `T${k}`,
    outputs: [] as [string, number][],
    inputs: [] as [string, number][],
  }));
  const join = (a: number, b: number, leg: string): void => {
    nodes[a]!.outputs.push([leg, 2]);
    nodes[b]!.inputs.push([leg, 2]);
  };
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < a; b++) {
      if (stream.uniform() >= density) continue;
      join(a, b, `${a} ${b}`);
      if (stream.uniform() < 0.2) join(a, b, `${a} ${b} again`);
    }
  }
  const boundary = nodes.flatMap(({ outputs }, k) => {
    const count = k === 0 ? 1 : stream.integer(3);
    const legs = Array.from({ length: count }, (_, j) => `s${k} ${j}`);
    for (const leg of legs) outputs.push([leg, 2]);
    return legs;
  });
  return networkOfShapes(nodes, boundary, 'free');
}

const MODELS: readonly (readonly [string, GraphLayout['shape'], GenerativeNetwork])[] = [
  ...[4, 7, 13, 40].flatMap((n) => [
    [`chain of ${n}`, 'layers', models.matrixProductState(qubits(n))] as const,
    [`tree of ${n}`, 'layers', models.treeTensorNetwork(qubits(n))] as const,
    [`purified chain of ${n}`, 'layers', models.locallyPurifiedMps(qubits(n))] as const,
  ]),
  ['chain of 70', 'layers', models.matrixProductState(qubits(70))],
  ...[71, 200].flatMap((n) => [
    [`chain of ${n}`, 'rows', models.matrixProductState(qubits(n))] as const,
    [`purified chain of ${n}`, 'rows', models.locallyPurifiedMps(qubits(n))] as const,
  ]),
  ...[5, 8, 24].map(
    (n) => [`ring of ${n}`, 'disc', models.matrixProductState(qubits(n), { boundary: 'periodic' })] as const,
  ),
  ...[4, 8, 16, 32].map((n) => [`MERA of ${n}`, 'disc', models.isometricMera(n)] as const),
  ...[
    [2, 2],
    [3, 3],
    [2, 5],
    [5, 2],
    [8, 8],
  ].map(
    ([rows, columns]) =>
      [`${rows} × ${columns}`, 'grid', models.projectedEntangledPairState({ rows: rows!, columns: columns! })] as const,
  ),
  ['1 × 6', 'layers', models.projectedEntangledPairState({ rows: 1, columns: 6 })],
  ...[3, 6].flatMap((n) => [
    [`brickwall of ${n}`, 'layers', models.brickwall(n, { depth: 3 })] as const,
    [`brickwall on a ring of ${n}`, 'layers', models.brickwall(n, { depth: 2, lattice: 'ring' })] as const,
    [`staircase of ${n}`, 'layers', models.staircase(n)] as const,
    [`tree circuit of ${n}`, 'layers', models.tree(n)] as const,
    [`MERA circuit of ${n}`, 'layers', models.mera(n)] as const,
    [`empty circuit of ${n}`, 'layers', models.emptyCircuit(n)] as const,
  ]),
  ['all pairs of 4', 'layers', models.allToAll(4)],
];

describe('every model has a drawing in which tensors and bonds can be told apart', () => {
  test.each(MODELS)('%s, laid out as %s', (_, shape, network) => {
    const graph = bulkGraph(network);
    const layout = graphLayout(graph, network.kind === 'circuit');
    expect(layout.shape).toBe(shape);
    expectRoom(graph, layout, 3);
  });
});

describe('random networks', () => {
  const network = fc.record({
    seed: fc.nat(),
    n: fc.integer({ min: 1, max: 14 }),
    density: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('have no two tensors in one place and no bond behind a third tensor, sparse or dense', () => {
    fc.assert(
      fc.property(network, ({ seed, n, density }) => {
        const graph = bulkGraph(randomNetwork(seed, n, density));
        expectRoom(graph, graphLayout(graph), 3);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('are drawn the same every time', () => {
    const graph = bulkGraph(randomNetwork(3, 11, 0.4));
    expect(graphLayout(graph)).toEqual(graphLayout(graph));
  });

  test('without bonds, without a boundary leg on some, and a complete graph', () => {
    for (const density of [0, 1]) {
      const graph = bulkGraph(randomNetwork(8, 16, density));
      expectRoom(graph, graphLayout(graph), 3);
    }
  });
});

test('a rectangle keeps its rows and columns: steps right and down are those of the sites', () => {
  const graph = bulkGraph(models.projectedEntangledPairState({ rows: 2, columns: 3 }));
  const { nodes } = graphLayout(graph);
  const at = (id: string): Place => nodes.get(id)!;
  expect(at('T0.1').x - at('T0.0').x).toBeCloseTo(at('T1.2').x - at('T1.1').x, 9);
  expect(at('T0.1').y).toBeCloseTo(at('T0.0').y, 9);
  expect(at('T1.0').x).toBeCloseTo(at('T0.0').x, 9);
  expect(at('T1.0').y - at('T0.0').y).toBeCloseTo(at('T0.1').x - at('T0.0').x, 9);
});

test('a long chain is folded: neighbours are near each other, rows are full, and each site is up to the left', () => {
  const n = 200;
  const graph = bulkGraph(models.matrixProductState(qubits(n)));
  const { nodes, ends, width, height } = graphLayout(graph);
  const owner = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
  const places = graph.boundary.map((leg) => nodes.get(owner.get(leg)!)!);
  const steps = places.slice(1).map(({ x, y }, k) => ({ x: x - places[k]!.x, y: y - places[k]!.y }));
  const step = steps[0]!.x;
  const turns = steps.flatMap(({ y }, k) => (y > 0 ? [k] : []));
  const columns = turns[0]! + 1;
  expect(columns % 5).toBe(0);
  expect(turns).toEqual(Array.from({ length: Math.ceil(n / columns) - 1 }, (_, row) => (row + 1) * columns - 1));
  steps.forEach(({ x, y }, k) => {
    if (turns.includes(k)) expect([x, y / step]).toEqual([expect.closeTo(0, 9), expect.closeTo(1.6, 9)]);
    else expect([Math.abs(x), y]).toEqual([expect.closeTo(step, 9), expect.closeTo(0, 9)]);
  });
  graph.boundary.forEach((leg, site) => {
    expect(ends.get(leg)!.x).toBeLessThan(places[site]!.x);
    expect(ends.get(leg)!.y).toBeLessThan(places[site]!.y);
  });
  expect(width).toBeLessThanOrEqual(1060);
  expect(height).toBeLessThanOrEqual(640);
});

test('a long chain begins with its first site, whatever the order of its tensors', () => {
  const graph = bulkGraph(models.matrixProductState(qubits(80)));
  const owner = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
  const [first, last] = [graph.boundary[0]!, graph.boundary[79]!].map((leg) => owner.get(leg)!);
  for (const nodes of [graph.nodes, graph.nodes.toReversed()]) {
    const layout = graphLayout({ ...graph, nodes });
    expect(layout.shape).toBe('rows');
    expect(layout.nodes.get(first!)!.y).toBeLessThan(layout.nodes.get(last!)!.y);
  }
});

test('a long chain beside a ring is no chain', () => {
  const link = (kind: string, a: number, b: number) => ({ leg: `${kind}${a}`, from: `${kind}${a}`, to: `${kind}${b}` });
  const ids = [...Array.from({ length: 80 }, (_, k) => `c${k}`), ...Array.from({ length: 3 }, (_, k) => `r${k}`)];
  const edges = [
    ...Array.from({ length: 79 }, (_, k) => link('c', k, k + 1)),
    ...Array.from({ length: 3 }, (_, k) => link('r', k, (k + 1) % 3)),
  ];
  const nodes = ids.map((id, site) => ({ id, site, depth: 1 }));
  expect(graphLayout({ nodes, edges, boundary: [] }).shape).not.toBe('rows');
});

test('a ring has its sites in order round the centre', () => {
  const graph = bulkGraph(models.isometricMera(8));
  const { ends, width, height } = graphLayout(graph);
  const angles = graph.boundary.map((leg) => {
    const { x, y } = ends.get(leg)!;
    return Math.atan2(y - height / 2, x - width / 2);
  });
  const steps = angles.map((angle, k) => (angles[(k + 1) % 8]! - angle + 4 * Math.PI) % (2 * Math.PI));
  expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(2 * Math.PI, 9);
});
