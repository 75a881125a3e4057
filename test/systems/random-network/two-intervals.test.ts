import { expect, test } from 'vitest';
import { tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import { twoIntervals } from '../../../src/systems/random-network/two-intervals.ts';
import { graphOf } from './small-graphs.ts';

/** A ring of n tensors with one leg each. */
const ring = (n: number, bond: number) =>
  graphOf(
    n,
    Array.from({ length: n }, (_, k) => [k, (k + 1) % n, bond] as const),
    Array.from({ length: n }, (_, k) => [k, 1e18] as const),
  );

test('on a ring two intervals share nothing until they touch', () => {
  const pairs = [1, 2, 3].map(
    (gap) =>
      [
        { start: 0, length: 3 },
        { start: 3 + gap, length: 3 },
      ] as const,
  );
  const far = twoIntervals(ring(12, 1e6), pairs);
  for (const { information, joined } of far) {
    expect(joined).toBe(false);
    expect(information).toBeCloseTo(0, 3);
  }
  const [touching] = twoIntervals(ring(12, 1e6), [
    [
      { start: 10, length: 3 },
      { start: 1, length: 3 },
    ],
  ]);
  expect(touching!.joined).toBe(true);
  expect(touching!.cutInformation).toBeCloseTo(2 * Math.log(1e6), 9);
  expect(touching!.information).toBeCloseTo(2 * Math.log(1e6), 5);
});

test('cross-ratios: ½ for four equal quarters, symmetric, 1 at most', () => {
  const [quarters] = twoIntervals(ring(12, 2), [
    [
      { start: 11, length: 3 },
      { start: 5, length: 3 },
    ],
  ]);
  expect(quarters!.crossRatio).toBeCloseTo(0.5, 14);
  const [there, back] = twoIntervals(ring(12, 2), [
    [
      { start: 1, length: 2 },
      { start: 6, length: 4 },
    ],
    [
      { start: 6, length: 4 },
      { start: 1, length: 2 },
    ],
  ]);
  expect(there!.crossRatio).toBeCloseTo(back!.crossRatio, 14);
  expect(there!.information).toBeCloseTo(back!.information, 14);
});

test('the cross-ratio of unequal intervals is that of their ends on the circle', () => {
  const [pair] = twoIntervals(ring(12, 2), [
    [
      { start: 0, length: 1 },
      { start: 3, length: 4 },
    ],
  ]);
  // Ends at angles of 0, 30, 90 and 210 degrees, as points of the circle: |ab||cd|/(|ac||bd|).
  const [a, b, c, d] = [0, 30, 90, 210].map((angle) => (Math.PI * angle) / 180) as [number, number, number, number];
  const chord = (x: number, y: number): number => Math.hypot(Math.cos(x) - Math.cos(y), Math.sin(x) - Math.sin(y));
  expect(pair!.crossRatio).toBeCloseTo((chord(a, b) * chord(c, d)) / (chord(a, c) * chord(b, d)), 12);
});

test('on a hyperbolic tiling wedges join as intervals grow, and the information of finite bonds is smooth', () => {
  const graph = tilingGraph(tiling(5, 4, { layers: 1 }), { bond: 4 });
  const n = graph.boundary.length;
  const lengths = Array.from({ length: n / 2 - 1 }, (_, k) => k + 1);
  const rows = twoIntervals(
    graph,
    lengths.map(
      (length) =>
        [
          { start: 0, length },
          { start: Math.floor(n / 2), length },
        ] as const,
    ),
  );
  expect(rows[0]!.joined).toBe(false);
  expect(rows.at(-1)!.joined).toBe(true);
  expect(rows.every(({ information }) => information > 0)).toBe(true);
});

test('intervals that overlap are refused', () => {
  const pair = [
    { start: 0, length: 3 },
    { start: 2, length: 3 },
  ] as const;
  expect(() => twoIntervals(ring(12, 2), [pair])).toThrow(/overlap/);
  expect(() => twoIntervals(ring(12, 2), [[{ start: 0, length: 0 }, pair[1]]])).toThrow(
    /intervals of 1 to 12 sites .* got 0 from 0 on/,
  );
  expect(() => twoIntervals(ring(12, 2), [[{ start: 0, length: 1e9 }, pair[1]]])).toThrow(/got 1000000000 from 0 on/);
  expect(() => twoIntervals(ring(12, 2), [[{ start: 0.5, length: 1 }, pair[1]]])).toThrow(/got 1 from 0.5 on/);
  const [turned] = twoIntervals(ring(12, 2), [[{ start: -3, length: 2 }, pair[1]]]);
  expect(turned!.information).toBe(twoIntervals(ring(12, 2), [[{ start: 9, length: 2 }, pair[1]]])[0]!.information);
});
