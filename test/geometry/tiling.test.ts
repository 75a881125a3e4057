import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskDistance } from '../../src/geometry/hyperbolic-disk.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { type Inflation, tiling } from '../../src/geometry/tiling.ts';
import { tileLengths, tilingCoordinates } from '../../src/geometry/tiling-coordinates.ts';
import { tilingGraph } from '../../src/geometry/tiling-graph.ts';

/** Tiles and open sides after 0, 1, … layers. */
function sizes(p: number, q: number, layers: number, inflation: Inflation): readonly string[] {
  return Array.from({ length: layers + 1 }, (_, layer) => {
    const { tiles, boundary } = tiling(p, q, { layers: layer, inflation });
    return `${tiles.length} / ${boundary.length}`;
  });
}

const tilings = fc
  .record({
    p: fc.integer({ min: 3, max: 9 }),
    q: fc.integer({ min: 3, max: 9 }),
    layers: fc.integer({ min: 0, max: 3 }),
    inflation: fc.constantFrom<Inflation>('edge', 'vertex'),
  })
  .filter(({ p, q }) => (p - 2) * (q - 2) > 4)
  .filter(({ p, q, layers }) => layers < 3 || p * q < 30);

describe('a tiling of the hyperbolic plane', () => {
  test('has the published numbers of tiles and legs', () => {
    expect(sizes(6, 4, 4, 'edge')).toEqual(['1 / 6', '7 / 30', '31 / 114', '121 / 426', '457 / 1590']);
    expect(sizes(6, 4, 3, 'vertex')).toEqual(['1 / 6', '13 / 42', '85 / 246', '505 / 1434']);
    for (const inflation of ['edge', 'vertex'] as const) {
      expect(sizes(7, 3, 4, inflation)).toEqual(['1 / 7', '8 / 28', '29 / 77', '85 / 203', '232 / 532']);
    }
    expect(sizes(5, 4, 6, 'edge').slice(5)).toEqual(['441 / 995', '1161 / 2605']);
  });

  test('of right-angled pentagons adds five Fibonacci numbers in every ring', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 16) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
    const tiles = Array.from({ length: 8 }, (_, layers) => tiling(5, 4, { layers }).tiles.length);
    tiles.slice(1).forEach((total, k) => {
      expect(total - tiles[k]!).toBe(5 * fibonacci[2 * k + 1]!); // F₂, F₄, F₆, …
    });
  });

  test('is a disk with q tiles at every inner vertex, in cyclic order', () => {
    fc.assert(
      fc.property(tilings, ({ p, q, layers, inflation }) => {
        const { tiles, edges, boundary, vertices } = tiling(p, q, { layers, inflation });
        expect(vertices - edges.length + tiles.length).toBe(1); // Euler's characteristic of a disk
        const around = new Array<number>(vertices).fill(0);
        const wrong: string[] = [];
        tiles.forEach((tile, k) => {
          if (new Set(tile.vertices).size < p) wrong.push(`tile ${k} meets a vertex twice`);
          tile.edges.forEach((edge, side) => {
            const [a, b] = [tile.vertices[side]!, tile.vertices[(side + 1) % p]!];
            const { vertices: ends, tiles: sides } = edges[edge]!;
            if (!sides.includes(k) || sides.length > 2) wrong.push(`tile ${k} is not on its side ${side}`);
            // Counter-clockwise tiles on both sides of an edge run along it in opposite directions.
            if (sides[0] === k ? a !== ends[0] || b !== ends[1] : a !== ends[1] || b !== ends[0]) {
              wrong.push(`side ${side} of tile ${k} does not join its corners`);
            }
          });
          for (const vertex of tile.vertices) around[vertex]!++;
        });
        expect(wrong).toEqual([]);
        const open = boundary.map((edge) => edges[edge]!);
        expect(open.length).toBe(edges.filter((edge) => edge.tiles.length === 1).length);
        expect(open.every((edge) => edge.tiles.length === 1)).toBe(true);
        expect(open.every((edge, k) => edge.vertices[1] === open[(k + 1) % open.length]!.vertices[0])).toBe(true);
        const outer = new Set(open.flatMap((edge) => edge.vertices));
        expect(outer.size).toBe(open.length);
        expect(around.every((count, vertex) => (outer.has(vertex) ? count < q : count === q))).toBe(true);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  test.each([
    [3, 7],
    [3, 8],
    [3, 9],
    [4, 5],
    [4, 6],
    [4, 7],
    [5, 4],
    [7, 3],
    [8, 3],
  ])('{%i, %i} has no tile twice, and its rings are the tiles that touch: found again by reflections alone', (p, q) => {
    const layers = 3;
    const { centres, vertices } = tilingCoordinates(tiling(p, q, { layers }));
    const key = ([x, y]: readonly [number, number]): string => `${Math.round(x * 1e5)} ${Math.round(y * 1e5)}`;
    // All mirror images of the central polygon, in layers of the dual graph.
    const inTile = tiling(p, q, { layers: 0 });
    let ring = [tilingCoordinates(inTile).vertices];
    const middle = (polygon: readonly (readonly [number, number])[]): readonly [number, number] => [
      polygon.reduce((sum, [x]) => sum + x, 0) / p,
      polygon.reduce((sum, [, y]) => sum + y, 0) / p,
    ];
    const known = new Set(ring.map((polygon) => key(middle(polygon))));
    for (let layer = 0; layer < layers; layer++) {
      ring = ring.flatMap((polygon) =>
        polygon.flatMap((a, k) => {
          const image = polygon.map((z) => inverted(z, a, polygon[(k + 1) % p]!));
          const name = key(middle(image));
          if (known.has(name)) return [];
          known.add(name);
          return [image];
        }),
      );
    }
    expect(centres.length).toBe(known.size);
    expect(new Set(centres.map(key)).size).toBe(known.size);
    expect(new Set(vertices.map(key)).size).toBe(vertices.length);
    const polygons = tiling(p, q, { layers }).tiles.map((tile) => tile.vertices.map((vertex) => vertices[vertex]!));
    expect(new Set(polygons.map((polygon) => key(middle(polygon))))).toEqual(known);
  });

  test.each([
    [3, 7, 5],
    [3, 8, 4],
    [3, 12, 2],
    [4, 5, 4],
    [5, 4, 4],
  ])('{%i, %i} with %i rings of corners has equal sides, however long the rings are', (p, q, layers) => {
    const patch = tiling(p, q, { layers, inflation: 'vertex' });
    const { vertices } = tilingCoordinates(patch);
    const { side } = tileLengths(patch);
    const errors = patch.edges.map(({ vertices: [a, b] }) => Math.abs(diskDistance(vertices[a]!, vertices[b]!) - side));
    expect(Math.max(...errors)).toBeLessThan(1e-11);
  });

  test('is refused where it is flat or a sphere, or too large', () => {
    expect(() => tiling(4, 4)).toThrow(/\(p − 2\)\(q − 2\) > 4 required, got \{4, 4\}/);
    expect(() => tiling(3, 6)).toThrow(/got \{3, 6\}/);
    expect(() => tiling(5, 3)).toThrow(/got \{5, 3\}/);
    expect(() => tiling(5.5, 4)).toThrow(/got \{5.5, 4\}/);
    expect(() => tiling(5, 4, { layers: -1 })).toThrow(/whole number of layers required, got -1/);
    expect(() => tiling(1e7, 3)).toThrow(/at most 4000000 corners/);
    expect(() => tiling(400, 400, { layers: 1e9, inflation: 'vertex' })).toThrow(/at most 4000000 corners .* layer 1/);
    expect(() => tiling(300, 3, { layers: 1e9 })).toThrow(/at most 4000000 corners possible, got \d+ in layer 2/);
  });
});

/** Inversion in the circle through a and b that is orthogonal to the unit circle, by its equation; or in a diameter. */
function inverted(
  z: readonly [number, number],
  a: readonly [number, number],
  b: readonly [number, number],
): readonly [number, number] {
  const area = a[0] * b[1] - a[1] * b[0];
  if (Math.abs(area) < 1e-9) {
    const size = Math.hypot(a[0] - b[0], a[1] - b[1]);
    const [c, d] = [(a[0] - b[0]) / size, (a[1] - b[1]) / size];
    const along = z[0] * c + z[1] * d;
    return [2 * along * c - z[0], 2 * along * d - z[1]];
  }
  const [s, t] = [a, b].map(([x, y]) => (1 + x * x + y * y) / 2) as [number, number];
  const [x, y] = [(s * b[1] - t * a[1]) / area, (t * a[0] - s * b[0]) / area];
  const scale = (x * x + y * y - 1) / ((z[0] - x) ** 2 + (z[1] - y) ** 2);
  return [x + scale * (z[0] - x), y + scale * (z[1] - y)];
}

describe('the graph of a tiling', () => {
  test('has a boundary site for each open side, and cuts that are geodesics of the patch', () => {
    const patch = tiling(6, 4, { layers: 2 });
    const graph = tilingGraph(patch, { bond: 2 });
    expect(graph.boundary.length).toBe(114);
    expect(
      graph.edges
        .filter(({ to }) => to === null)
        .map(({ leg }) => leg)
        .sort(),
    ).toEqual([...graph.boundary].sort());
    // A region of all legs of one outer tile is cut off through its other sides.
    const outer = patch.edges[patch.boundary[0]!]!.tiles[0]!;
    const region = patch.boundary.flatMap((edge, site) => (patch.edges[edge]!.tiles[0] === outer ? [site] : []));
    expect(minimalCut(graph, region).area).toBeCloseTo((6 - region.length) * Math.log(2), 12);
    // Nodes stand above their legs.
    const node = new Map(graph.nodes.map((one) => [one.id, one]));
    graph.boundary.forEach((leg, site) => {
      const { from } = graph.edges.find((edge) => edge.leg === leg)!;
      const apart = Math.abs(node.get(from)!.site - site);
      expect(Math.min(apart, 114 - apart)).toBeLessThan(2.1); // a tile has at most five open sides
      expect(node.get(from)!.depth).toBe(1);
    });
    expect(graph.nodes[0]).toMatchObject({ id: 'tile 0', depth: 3, disk: [0, 0] });
  });

  test('has the logical inputs as further open edges, which are not boundary', () => {
    const graph = tilingGraph(tiling(5, 4, { layers: 1 }), { bond: 2, bulk: 3 });
    expect(graph.boundary.length).toBe(20);
    expect(graph.edges.filter(({ leg }) => leg.startsWith('bulk')).map(({ capacity }) => capacity)).toEqual(
      new Array(6).fill(Math.log(3)),
    );
    expect(
      minimalCut(
        graph,
        graph.boundary.map((_, site) => site),
      ).area,
    ).toBeCloseTo(6 * Math.log(3), 12);
    expect(() => tilingGraph(tiling(5, 4), { bond: 0 })).toThrow(/whole dimensions ≥ 1 required, got 0/);
  });
});
