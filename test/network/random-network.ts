import fc from 'fast-check';
import type { Leg } from '../../src/contraction/contraction-graph.ts';
import { type ComplexArray, sizeOf } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { networkOfShapes } from '../../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

/** What a contraction takes: legs and dimensions, tensors of Gaussians, and the open legs in some order. */
export interface RandomContraction {
  readonly legs: readonly (readonly Leg[])[];
  readonly dimensions: Readonly<Record<Leg, number>>;
  readonly output: readonly Leg[];
  readonly tensors: readonly ComplexArray[];
}

/** Random networks of up to five tensors, connected or not, with double bonds and legs of dimension 1 among them. */
export const arbitraryContraction: fc.Arbitrary<RandomContraction> = fc
  .record({
    count: fc.integer({ min: 1, max: 5 }),
    wires: fc.array(
      fc.record({
        ends: fc.tuple(fc.nat(4), fc.nat(4)),
        dimension: fc.integer({ min: 1, max: 3 }),
        open: fc.boolean(),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    seed: fc.nat(1000),
  })
  .map(({ count, wires, seed }) => {
    const legs: Leg[][] = Array.from({ length: count }, () => []);
    const dimensions: Record<Leg, number> = {};
    const output: Leg[] = [];
    wires.forEach(({ ends, dimension, open }, k) => {
      const [a, b] = ends.map((end) => end % count) as [number, number];
      const leg = `leg ${k}`;
      dimensions[leg] = dimension;
      legs[a]!.push(leg);
      if (open || a === b) output.unshift(leg);
      else legs[b]!.unshift(leg);
    });
    const stream = randomStream(seed, 'contraction');
    const tensors = legs.map((own) => {
      const shape = own.map((leg) => dimensions[leg]!);
      return { shape, interleaved: Float64Array.from({ length: 2 * sizeOf(shape) }, () => stream.normal()) };
    });
    return { legs, dimensions, output, tensors };
  });

/** Random networks whose legs lie on any number of tensors, each leg kept or summed, up to `most` tensors. */
export const arbitraryHypernetwork = (most: number): fc.Arbitrary<RandomContraction> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: most }),
      wires: fc.array(
        fc.record({
          on: fc.integer({ min: 1, max: 2 ** most - 1 }),
          dimension: fc.integer({ min: 1, max: 3 }),
          kept: fc.boolean(),
        }),
        { minLength: 1, maxLength: 7 },
      ),
      seed: fc.nat(1000),
    })
    .map(({ count, wires, seed }) => {
      const legs: Leg[][] = Array.from({ length: count }, () => []);
      const dimensions: Record<Leg, number> = {};
      const output: Leg[] = [];
      wires.forEach(({ on, dimension, kept }, k) => {
        const carriers = legs.filter((_, index) => (on >> index) & 1);
        if (carriers.length === 0) carriers.push(legs[0]!);
        carriers.forEach((own, place) => {
          if (place % 2 === 0) own.push(`leg ${k}`);
          else own.unshift(`leg ${k}`);
        });
        dimensions[`leg ${k}`] = dimension;
        if (kept) output.unshift(`leg ${k}`);
      });
      const stream = randomStream(seed, 'contraction');
      const tensors = legs.map((own) => {
        const shape = own.map((leg) => dimensions[leg]!);
        return { shape, interleaved: Float64Array.from({ length: 2 * sizeOf(shape) }, () => stream.normal()) };
      });
      return { legs, dimensions, output, tensors };
    });

/** The contraction by its definition: a sum over all values of all legs. */
export function naiveContraction({ legs, dimensions, output, tensors }: RandomContraction): Float64Array {
  const names = [...output, ...Object.keys(dimensions).filter((leg) => !output.includes(leg))];
  const shape = names.map((leg) => dimensions[leg]!);
  const inner = sizeOf(shape.slice(output.length));
  const result = new Float64Array(2 * sizeOf(shape.slice(0, output.length)));
  for (let index = 0; index < sizeOf(shape); index++) {
    const values: Record<Leg, number> = {};
    let rest = index;
    for (let k = names.length - 1; k >= 0; k--) {
      values[names[k]!] = rest % shape[k]!;
      rest = Math.floor(rest / shape[k]!);
    }
    let [re, im] = [1, 0];
    legs.forEach((own, t) => {
      const at = 2 * own.reduce((place, leg) => place * dimensions[leg]! + values[leg]!, 0);
      const [x, y] = [tensors[t]!.interleaved[at]!, tensors[t]!.interleaved[at + 1]!];
      [re, im] = [re * x - im * y, re * y + im * x];
    });
    const to = 2 * Math.floor(index / inner);
    result[to] = result[to]! + re;
    result[to + 1] = result[to + 1]! + im;
  }
  return result;
}

/** Two tensors that share two bonds, one of them with an environment leg: small, and with a cycle. */
export function smallNetwork(): TensorNetwork {
  const shapes = [
    {
      id: 'A',
      outputs: [['s0', 2]] as const,
      inputs: [
        ['x', 2],
        ['y', 3],
      ] as const,
    },
    {
      id: 'B',
      outputs: [
        ['y', 3],
        ['s1', 2],
        ['e', 2],
      ] as const,
      inputs: [['x', 2]] as const,
    },
  ];
  return networkOfShapes(shapes, ['s0', 's1'], 'free', ['e']);
}
