import { describe, expect, test } from 'vitest';
import {
  angleDeficits,
  graphDistances,
  ollivierRicci,
  transportCost,
  type WeightedGraph,
} from '../../src/geometry/graph-curvature.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { permutations } from '../../src/state/permuted-qubits.ts';

const unit = (nodes: number, edges: readonly (readonly [number, number])[]): WeightedGraph => ({
  nodes,
  edges: edges.map(([a, b]) => [a, b, 1]),
});
const cycle = (n: number) =>
  unit(
    n,
    Array.from({ length: n }, (_, k) => [k, (k + 1) % n]),
  );
const complete = (n: number) =>
  unit(n, Array.from({ length: n }, (_, a) => Array.from({ length: a }, (_, b) => [a, b] as const)).flat());
const hypercube = (d: number) =>
  unit(
    2 ** d,
    Array.from({ length: 2 ** d }, (_, a) =>
      Array.from({ length: d }, (_, k) => [a, a ^ (1 << k)] as const).filter(([x, y]) => x < y),
    ).flat(),
  );
/** A torus of width 5 or more is locally the square grid. */
const torus = (w: number) =>
  unit(
    w * w,
    Array.from({ length: w * w }, (_, k) => {
      const [x, y] = [k % w, Math.floor(k / w)];
      return [[k, y * w + ((x + 1) % w)] as const, [k, ((y + 1) % w) * w + x] as const];
    }).flat(),
  );
/** Every inner node has three neighbours. */
const tree = unit(10, [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 4],
  [1, 5],
  [2, 6],
  [2, 7],
  [3, 8],
  [3, 9],
]);

describe('Ollivier–Ricci curvature', () => {
  test.each([3, 4, 6])('of the complete graph on %d nodes is (n − 2)/(n − 1)', (n) => {
    for (const kappa of ollivierRicci(complete(n))) expect(kappa).toBeCloseTo((n - 2) / (n - 1), 12);
  });

  test('of long cycles and of the grid is 0, whatever the idleness', () => {
    for (const kappa of [...ollivierRicci(cycle(7)), ...ollivierRicci(torus(5)), ...ollivierRicci(torus(6), 0.4)]) {
      expect(kappa).toBeCloseTo(0, 12);
    }
  });

  test('of a tree is 2/d + 2/d′ − 2 between inner nodes, negative', () => {
    const kappa = ollivierRicci(tree);
    for (const inner of kappa.slice(0, 3)) expect(inner).toBeCloseTo(2 / 3 + 2 / 3 - 2, 12);
  });

  test.each([2, 3, 4])('of the hypercube in %d dimensions is 2/d by Lin, Lu and Yau', (d) => {
    const idleness = 1 / (d + 1);
    for (const kappa of ollivierRicci(hypercube(d), idleness)) expect(kappa / (1 - idleness)).toBeCloseTo(2 / d, 12);
  });

  test('does not depend on the unit of length', () => {
    const graph: WeightedGraph = {
      nodes: 5,
      edges: [
        [0, 1, 1],
        [1, 2, 2],
        [2, 3, 1.5],
        [3, 0, 1],
        [1, 3, 1.2],
        [3, 4, 0.7],
      ],
    };
    const scaled = { ...graph, edges: graph.edges.map(([a, b, length]) => [a, b, 3 * length] as const) };
    ollivierRicci(scaled).forEach((kappa, k) => {
      expect(kappa).toBeCloseTo(ollivierRicci(graph)[k]!, 12);
    });
    expect(() => ollivierRicci({ nodes: 2, edges: [[0, 1, 0]] })).toThrow(/positive length/);
  });

  test('of a single edge is 1 − |1 − 2·idleness|', () => {
    const edge = unit(2, [[0, 1]]);
    for (const idleness of [0, 0.2, 0.5, 0.9]) {
      // W₁ carries |idleness − (1 − idleness)| across.
      expect(ollivierRicci(edge, idleness)[0]).toBeCloseTo(1 - Math.abs(1 - 2 * idleness), 14);
    }
    for (const wrong of [-0.1, 1, Number.NaN]) expect(() => ollivierRicci(edge, wrong)).toThrow(/idleness/);
  });
});

test('transport on a line costs the integral of the difference of the cumulative distributions', () => {
  const stream = randomStream(4, 'transport');
  for (let trial = 0; trial < 30; trial++) {
    const draw = () => {
      const weights = Array.from({ length: 7 }, () => stream.uniform());
      const sum = weights.reduce((a, b) => a + b);
      return weights.map((w) => w / sum);
    };
    const [p, q] = [draw(), draw()];
    const distances = Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_, j) => Math.abs(i - j)));
    let expected = 0;
    let difference = 0;
    for (let k = 0; k < 7; k++) {
      difference += p[k]! - q[k]!;
      expected += Math.abs(difference);
    }
    expect(transportCost(new Map(p.entries()), new Map(q.entries()), distances)).toBeCloseTo(expected, 12);
  }
});

test('transport of equal masses costs the best assignment', () => {
  const { normal } = randomStream(5, 'assignment');
  const orders = permutations(5);
  for (let trial = 0; trial < 20; trial++) {
    const points = Array.from({ length: 10 }, () => [normal(), normal()] as const);
    const distances = points.map(([x, y]) => points.map(([u, v]) => Math.hypot(x - u, y - v)));
    const mass = (first: number) => new Map(Array.from({ length: 5 }, (_, k) => [first + k, 1 / 5]));
    const costs = orders.map((order) => order.reduce((sum, to, from) => sum + distances[from]![5 + to]!, 0) / 5);
    expect(transportCost(mass(0), mass(5), distances)).toBeCloseTo(Math.min(...costs), 12);
  }
});

test('graph distances are shortest paths, infinite without one', () => {
  const d = graphDistances({
    nodes: 4,
    edges: [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, 5],
    ],
  });
  expect(d[0]).toEqual([0, 1, 2, Infinity]);
});

test('of several edges between two nodes the shortest counts, in whichever direction they are given', () => {
  const lengths = (...edges: [number, number, number][]) => graphDistances({ nodes: 2, edges });
  const two = [
    [0, 2],
    [2, 0],
  ];
  expect(lengths([0, 1, 3], [1, 0, 2], [0, 1, 5])).toEqual(two);
  expect(lengths([1, 0, 2], [0, 1, 3])).toEqual(two);
});

describe('angle deficits', () => {
  const sum = (list: readonly { readonly deficit: number }[]) =>
    list.reduce((total, { deficit }) => total + deficit, 0);
  test('of an octahedron are 2π/3 at each corner, 4π in all', () => {
    const faces = [0, 1].flatMap((top) =>
      [
        [2, 3],
        [3, 4],
        [4, 5],
        [5, 2],
      ].map(([a, b]) => [top, a!, b!] as const),
    );
    const deficits = angleDeficits(faces, () => 1);
    for (const { deficit, onEdge } of deficits) {
      expect(deficit).toBeCloseTo((2 * Math.PI) / 3, 12);
      expect(onEdge).toBe(false);
    }
    expect(sum(deficits)).toBeCloseTo(4 * Math.PI, 12);
  });

  test('of one triangle are π minus its angles, of a flattened one too', () => {
    const sides = (a: number, b: number, c: number) => (x: number, y: number) => [Number.NaN, c, b, a][x + y]!;
    const right = angleDeficits([[0, 1, 2]], sides(5, 4, 3)); // the right angle is at vertex 0, between 3 and 4
    expect(right.map(({ vertex, onEdge }) => [vertex, onEdge])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    [Math.PI / 2, Math.acos(3 / 5), Math.acos(4 / 5)].forEach((angle, k) => {
      expect(right[k]!.deficit).toBeCloseTo(Math.PI - angle, 14);
    });
    const flattened = angleDeficits([[0, 1, 2]], sides(2 + 1e-14, 1, 1)); // vertex 0 lies between the others
    expect(flattened.map(({ deficit }) => deficit)).toEqual([
      0,
      expect.closeTo(Math.PI, 6),
      expect.closeTo(Math.PI, 6),
    ]);
  });

  test('of a disc sum to 2π: zero inside if flat, negative with seven triangles at a point', () => {
    const fan = (n: number) =>
      angleDeficits(
        Array.from({ length: n }, (_, k) => [0, k + 1, ((k + 1) % n) + 1] as const),
        () => 1,
      );
    expect(fan(6)[0]!.deficit).toBeCloseTo(0, 12);
    expect(fan(7)[0]!.deficit).toBeCloseTo(-Math.PI / 3, 12);
    for (const n of [5, 6, 7]) expect(sum(fan(n))).toBeCloseTo(2 * Math.PI, 12);
    expect(() => angleDeficits([[0, 1, 2]], (a, b) => (a + b === 1 ? 5 : 1))).toThrow(/lengths of a triangle/);
  });
});
