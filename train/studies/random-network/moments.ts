/** @file Moments on small graphs: exact, and from samples of two kinds. */

import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  annealedEntropies,
  pageEntropy,
  type SampleMean,
  sampledEntropies,
  sampledStabilisers,
} from '../../../src/systems/random-network/index.ts';

/** Moments on small graphs. */
export interface Moments {
  readonly rows: readonly MomentRow[];
  readonly page: { readonly exact: number; readonly sampled: SampleMean };
  /** Tr ρ² of triangles of stabiliser states without weights, and the share of them that vanish. */
  readonly plain: SampleMean;
  readonly vanished: number;
}

interface MomentRow {
  readonly name: string;
  readonly order: number;
  readonly exact: number;
  /** Closed form or published value. */
  readonly known: number;
  readonly gaussian: SampleMean;
  /** null where the dimensions are no powers of 2. */
  readonly stabiliser: SampleMean | null;
}

/** A graph from bonds [from, to, dimension] and legs [tensor, dimension]. */
function graphOf(
  bonds: readonly (readonly [number, number, number])[],
  legs: readonly (readonly [number, number])[],
): CapacityGraph {
  const tensors = 1 + Math.max(...legs.map(([a]) => a));
  const outer = legs.map(([a, d], k) => ({ leg: `s${k}`, from: `n${a}`, to: null, capacity: Math.log(d) }));
  return {
    nodes: Array.from({ length: tensors }, (_, k) => ({ id: `n${k}`, site: k, depth: 1 })),
    edges: [
      ...bonds.map(([a, b, D], k) => ({ leg: `b${k}`, from: `n${a}`, to: `n${b}`, capacity: Math.log(D) })),
      ...outer,
    ],
    boundary: outer.map(({ leg }) => leg),
  };
}

const page = [4, 8] as const;
const single = graphOf([], [[0, page[0]] as const, [0, page[1]] as const]);
const triangle = graphOf(
  [[0, 1, 4] as const, [1, 2, 2] as const, [0, 2, 2] as const],
  [[0, 4] as const, [1, 4] as const, [2, 2] as const],
);
const pair = graphOf([[0, 1, 3]], [[0, 3] as const, [1, 4] as const]);

export function measuredMoments(samples: number, stream: RandomStream): Moments {
  const rowOf = (name: string, graph: CapacityGraph, order: number, known: number, qubits: boolean): MomentRow => {
    const exact = Math.exp((1 - order) * annealedEntropies(graph, { order }).entropy([0]));
    const [gaussian] = sampledEntropies(graph, [[0]], stream, { samples, order });
    const stabiliser = qubits ? sampledStabilisers(graph, [[0]], stream, { samples, order }).regions[0]!.moment : null;
    return { name, order, exact, known, gaussian: gaussian!.moment, stabiliser };
  };
  const [a, b] = page;
  const third = (a * a + 3 * a * b + b * b + 1) / ((a * b + 1) * (a * b + 2));
  const stabilisers = sampledStabilisers(triangle, [[0]], stream, { samples });
  return {
    rows: [
      rowOf('triangle, bonds 4, 2, 2, legs 4, 4, 2', triangle, 2, 19 / 36, true),
      rowOf('two tensors, bond 3, legs 3 | 4', pair, 3, 0.636914, false),
      rowOf(`one tensor, ${a} | ${b}`, single, 2, (a + b) / (a * b + 1), true),
      rowOf(`one tensor, ${a} | ${b}`, single, 3, third, true),
    ],
    page: {
      exact: pageEntropy(a, b),
      sampled: sampledEntropies(single, [[0]], stream, { samples })[0]!.vonNeumann,
    },
    plain: stabilisers.regions[0]!.plainMoment,
    vanished: stabilisers.vanished / samples,
  };
}

/** Distance from a value in standard errors. */
export const deviation = ({ mean, error }: SampleMean, value: number): number =>
  error === 0 ? 0 : Math.abs(mean - value) / error;

export function momentSection({ rows, page: { exact, sampled }, plain, vanished }: Moments): StudySection {
  return {
    heading: 'Moments',
    text:
      'The mean of n copies of a random tensor and its conjugate is proportional to the sum over all permutations of the copies, so ' +
      'every tensor becomes a spin in the symmetric group S_{n}, and every bond a weight. The sum is contracted exactly. Samples are weighted by (Tr ρ)ⁿ. ' +
      `Of triangles of uniformly random stabiliser states ${(100 * vanished).toFixed(1)} % vanish; without weights their mean ` +
      `purity is ${plain.mean.toFixed(4)} ± ${plain.error.toFixed(4)}, which is biased. Page’s entropy of 4 | 8 is ` +
      `${exact.toFixed(5)}, sampled ${sampled.mean.toFixed(5)} ± ${sampled.error.toFixed(5)}.`,
    exhibits: [
      {
        kind: 'table',
        caption: 'E Tr ρⁿ/E (Tr ρ)ⁿ of the first leg. Exact, and from samples.',
        columns: ['network', 'n', 'sum over S_{n}', 'Gaussian tensors', '±', 'stabiliser states', '±'],
        rows: rows.map(({ name, order, exact: value, gaussian, stabiliser }) => [
          name,
          order,
          value,
          gaussian.mean,
          gaussian.error,
          stabiliser?.mean ?? null,
          stabiliser?.error ?? null,
        ]),
      },
    ],
  };
}

export function momentChecks({ rows, page: { exact, sampled } }: Moments): readonly Check[] {
  return [
    ...rows.flatMap(({ name, order, exact: value, known, gaussian, stabiliser }) => {
      const title = `${name}, moment ${order}`;
      const byHand = order === 3 && !name.startsWith('one') ? 5e-7 : 1e-12;
      return [
        equals(title, byHand > 1e-9 ? 'independent computation' : 'closed form', value, known, byHand),
        equals(`${title}, Gaussian tensors, in standard errors`, 'theorem', deviation(gaussian, value), 0, 4),
        ...(stabiliser === null
          ? []
          : [equals(`${title}, stabiliser states, in standard errors`, 'theorem', deviation(stabiliser, value), 0, 4)]),
      ];
    }),
    equals('one tensor: Page’s entropy, in standard errors', 'closed form', deviation(sampled, exact), 0, 4),
  ];
}
