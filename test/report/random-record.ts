/** @file Run records of every shape, for property tests: odd names, missing stages, numbers that JSON lacks. */

import fc from 'fast-check';
import { type BlockCircuit, circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import type { PictureRecord } from '../../src/record/likeness-record.ts';
import { RECORD_SCHEMA, type RunPoint, type RunRecord } from '../../src/record/run-record.ts';

/** A number as measurements give it: tiny, zero, slightly negative, huge, or none at all. */
const measured = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e-9, max: 20, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1e-300, 1e-17, 1e9, 1) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, null as unknown as number) },
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('a<b & "c" > \'d\'', '</svg>', 'τ_{x}'),
);
const many = <Value>(arbitrary: fc.Arbitrary<Value>, most: number) => fc.array(arbitrary, { maxLength: most });
const result = fc.constantFrom('converged', 'max-steps', 'stalled', 'diverged');

const word = (qubits: number) =>
  fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: qubits, maxLength: qubits });

const circuit = (qubits: number): fc.Arbitrary<Circuit> => {
  const angle = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.record({ parameter: fc.nat(3) }));
  return many(fc.record({ word: word(qubits), angle }), 12).map((gates) => ({
    kind: 'circuit',
    qubits,
    parameters: 4,
    gates,
  }));
};

/** A chain of tensors of bond dimension 3, perhaps with one that hangs apart. */
const chain = (sites: number, apart: boolean): TensorNetwork => {
  const bond = (k: number): readonly string[] => (k >= 0 && k < sites - 1 ? [`b${k}`] : []);
  const nodes = Array.from({ length: sites }, (_, k) => ({
    id: `A${k}`,
    legs: [...bond(k - 1), `s${k}`, ...bond(k)],
    tensor: { kind: 'free' as const, offset: 0 },
  }));
  const far = { id: 'far', legs: ['f'], tensor: { kind: 'constant' as const, interleaved: [1, 0] } };
  const legs = [...nodes.flatMap((node) => node.legs), 'f'];
  return {
    kind: 'network',
    parameters: 4,
    dimensions: Object.fromEntries(legs.map((leg) => [leg, leg.startsWith('s') ? 2 : 3])),
    nodes: apart ? [...nodes, far] : nodes,
    boundary: Array.from({ length: sites }, (_, k) => `s${k}`),
    bulk: [],
    environment: [],
  };
};

/** Blocks with four words in all. */
const blocks = (qubits: number): fc.Arbitrary<BlockCircuit> =>
  fc.constantFrom(
    circuitOfBlocks(qubits, [
      { sites: [0], words: ['X', 'Y'] },
      { sites: [qubits - 1], words: ['Z', 'Y'] },
    ]),
    circuitOfBlocks(qubits, [
      { sites: qubits > 1 ? [qubits - 1, 0] : [0], words: qubits > 1 ? ['XY', 'IZ', 'YI', 'ZZ'] : ['X', 'Y', 'Z'] },
    ]),
    circuitOfBlocks(qubits, []),
  );

const blockFront = many(
  fc.record({ phase: text, gates: fc.nat(99), layers: fc.nat(9), length: measured, infidelity: measured }),
  5,
);

const growth = (qubits: number) =>
  many(
    fc.record({
      gates: fc.nat(99),
      word: word(qubits),
      position: fc.nat(99),
      perCost: fc.oneof(fc.constant(0), measured),
      infidelity: measured,
      complexity: fc.option(measured),
    }),
    5,
  );

const training = (qubits: number) =>
  fc.record({
    growth: growth(qubits),
    network: fc.oneof(
      circuit(qubits),
      blocks(qubits),
      fc.boolean().map((apart) => chain(qubits, apart)),
    ),
    theta: fc.array(measured, { minLength: 4, maxLength: 4 }).map((theta) => theta.map((value) => value || 0)),
    infidelity: measured,
    front: blockFront,
    complexity: fc.record({ name: text, value: fc.option(measured) }),
    result,
    starts: many(measured, 4),
    gates: fc.option(fc.record({ before: fc.nat(99), after: fc.nat(99) })),
    history: many(
      fc.record({
        step: fc.nat(100),
        phase: fc.oneof(fc.constantFrom('start 1', 'polish'), text),
        loss: measured,
        infidelity: measured,
        complexity: fc.option(measured),
        gradientNorm: measured,
      }),
      30,
    ),
  });

const pairOf = <Value>(value: fc.Arbitrary<Value>) => fc.record({ geodesic: value, circuit: value });

const comparison = (qubits: number) => {
  const ranges = fc.integer({ min: 1, max: 4 });
  const orders = fc.constantFrom(1, 2, 4);
  return fc.record({
    lengths: fc.record({ geodesic: measured, gates: measured, layers: measured }),
    excess: fc.record({ gates: measured, layers: measured, relative: measured }),
    words: many(fc.record({ word: word(qubits), geodesic: measured, circuit: measured }), 5),
    ranges: many(fc.record({ range: fc.nat(4), geodesic: measured, circuit: measured }), 4),
    pairs: pairOf(fc.constant(Array.from({ length: qubits }, () => Array<number>(qubits).fill(0.1)))),
    sharedTime: measured,
    curves: fc.record({
      frechet: measured,
      resolution: measured,
      equalArcs: measured,
      arcs: fc.tuple(measured, measured),
      steps: fc.constant(16),
    }),
    profile: pairOf(ranges.chain((rows) => fc.array(many(measured, 8), { minLength: rows, maxLength: rows }))),
    centres: pairOf(many(fc.option(measured), 4)),
    blockFactor: fc.option(fc.constantFrom(1, Math.SQRT2, 2)),
    gates: fc.record({ gates: fc.nat(99), interactions: fc.nat(99), layers: fc.nat(99), cnots: fc.nat(99) }),
    trotter: fc.record({
      rows: many(
        fc.record({ order: orders, steps: fc.nat(4), gates: fc.nat(99), cnots: fc.nat(99), error: measured }),
        9,
      ),
      slopes: many(fc.record({ order: orders, slope: fc.option(measured) }), 3),
    }),
  });
};

const mixed = fc.record({
  spectrum: many(measured, 16),
  eigenspaces: many(fc.record({ value: measured, dimension: fc.nat(16) }), 10),
  gap: fc.option(measured),
  distance: measured,
  costateResidual: measured,
  orderings: fc.record({ searched: fc.nat(9), count: fc.nat(99) }),
});

const geodesic = (qubits: number) =>
  fc.uniqueArray(word(qubits), { maxLength: 9 }).chain((words) =>
    fc.record({
      words: fc.constant(words),
      velocity: many(fc.array(measured, { minLength: words.length, maxLength: words.length }), 5),
      slices: fc.integer({ min: 1, max: 9 }),
      length: measured,
      energy: measured,
      infidelity: measured,
      speedVariation: measured,
      coarseLength: measured,
      lowerBound: measured,
      status: text,
      result,
      starts: many(measured, 3),
      learned: fc.option(fc.record({ length: measured, layeredLength: measured, excess: measured })),
      comparison: fc.option(comparison(qubits)),
      polished: fc.option(fc.record({ length: measured, residual: measured, conjugatePoints: fc.option(fc.nat(5)) })),
      mixed: fc.option(mixed),
    }),
  );

const fisher = fc.record({
  parameters: fc.nat(12),
  eigenvalues: many(measured, 12),
  rank: fc.nat(12),
  threshold: fc.constant(1e-8),
  resolution: many(fc.option(measured), 12),
});

const bulk = (sites: number) => {
  const ids = ['a', 'b', 'c'];
  return fc.record({
    nodes: fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...ids), site: measured, depth: measured, information: measured }),
      {
        selector: ({ id }) => id,
        maxLength: 3,
      },
    ),
    edges: many(
      fc.record({
        leg: text,
        from: fc.constantFrom(...ids),
        to: fc.option(fc.constantFrom(...ids)),
        capacity: measured,
        entropy: measured,
        length: fc.option(measured),
      }),
      6,
    ),
    boundary: fc.constant(Array.from({ length: sites }, (_, k) => `s${k}`)),
    cuts: many(
      fc.record({ start: fc.nat(sites), length: fc.nat(sites), entropy: measured, cut: measured, legs: many(text, 3) }),
      6,
    ),
    mutualInformation: fc.array(fc.array(measured, { minLength: sites, maxLength: sites }), {
      minLength: sites,
      maxLength: sites,
    }),
    distances: fc.array(fc.array(fc.option(measured), { minLength: sites, maxLength: sites }), {
      minLength: sites,
      maxLength: sites,
    }),
    geodesics: fc.array(fc.array(fc.option(measured), { minLength: sites, maxLength: sites }), {
      minLength: sites,
      maxLength: sites,
    }),
  });
};

const spaceFit = fc.record({
  kind: fc.constantFrom('spherical', 'euclidean', 'hyperbolic'),
  dimension: fc.constant(2),
  radius: measured,
  stress: measured,
  goodness: measured,
  points: fc.option(many(fc.tuple(fc.double({ min: -1.2, max: 1.2 }), fc.double({ min: -1, max: 1 })), 5), {
    nil: undefined,
  }),
});

const shape = (sites: number) => {
  const rows = fc.integer({ min: 0, max: 4 });
  const table = <Value>(entry: fc.Arbitrary<Value>, length: number) =>
    fc.array(fc.array(entry, { minLength: sites, maxLength: sites }), { minLength: length, maxLength: length });
  const map = rows.chain((length) =>
    fc.record({ information: table(measured, length), resolution: table(fc.option(measured), length) }),
  );
  return fc.record({
    boundary: fc.option(
      fc.record({
        diameter: measured,
        spread: measured,
        shortened: measured,
        embedding: fc.record({
          eigenvalues: many(measured, sites),
          points: fc.array(many(measured, 3), { minLength: sites, maxLength: sites }),
          dimension: fc.constant(3),
          participation: measured,
          stress: measured,
          negativeShare: measured,
        }),
        hyperbolicity: fc.record({ delta: measured, mean: measured, relative: measured }),
        fit: fc.option(fc.record({ best: spaceFit, fits: many(spaceFit, 3) })),
      }),
    ),
    seen: fc.option(map),
    seenFromHalf: fc.option(map),
    recovered: fc.option(rows.chain((length) => table(fc.option(measured), length))),
    curvature: fc.option(many(fc.record({ from: text, to: text, depth: measured, curvature: measured }), 6)),
    path: fc.option(
      fc.uniqueArray(word(sites), { maxLength: 4 }).chain((words) =>
        fc.record({
          words: fc.constant(words),
          information: rows.chain((slices) =>
            fc.array(fc.array(measured, { minLength: words.length, maxLength: words.length }), {
              minLength: slices,
              maxLength: slices,
            }),
          ),
          rank: fc.nat(9),
        }),
      ),
    ),
  });
};

const table = <Value>(entry: fc.Arbitrary<Value>, rows: number, columns = rows) =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const response = fc.record({ value: measured, change: measured });

const gravity = (sites: number) =>
  fc.record({
    label: fc.constant('analogy'),
    site: fc.nat(sites - 1),
    half: fc.constant(Array.from({ length: sites >> 1 }, (_, k) => k)),
    firstLaw: many(
      fc.record({ size: measured, entropyChange: measured, modularChange: measured, relativeEntropy: measured }),
      4,
    ),
    residual: fc.option(measured),
    regions: many(
      fc.record({
        start: fc.nat(sites - 1),
        length: fc.integer({ min: 1, max: sites }),
        value: measured,
        change: measured,
        cut: fc.option(response),
      }),
      6,
    ),
    distances: table(fc.option(response), sites),
    curvature: fc.option(
      fc.record({
        label: fc.constant('analogy'),
        kind: fc.constantFrom('spherical', 'hyperbolic'),
        value: measured,
        change: measured,
        stress: measured,
      }),
    ),
    spectrum: fc.option(
      fc.record({
        rank: fc.nat(5),
        trace: measured,
        whole: measured,
        curvature: fc.option(measured),
        einstein: many(measured, 3),
      }),
    ),
  });

const front = fc.record({
  velocity: fc.option(measured),
  arrivals: many(fc.record({ separation: fc.nat(5), time: measured }), 4),
});

const overTime = fc.integer({ min: 1, max: 4 }).chain((sites) =>
  fc.record({
    label: fc.constant('analogy'),
    frames: many(
      fc.record({
        time: measured,
        points: table(measured, sites, 2),
        stress: measured,
        displacement: fc.array(measured, { minLength: sites, maxLength: sites }),
        dilation: measured,
        shear: measured,
      }),
      4,
    ),
    threshold: fc.constant(1e-4),
    arrivals: table(fc.option(measured), sites),
    front: blockFront,
    causal: fc.option(
      fc.record({
        of: fc.constantFrom('trotter-circuit', 'learned-circuit'),
        layers: fc.nat(9),
        contact: table(fc.option(measured), sites),
        front,
      }),
    ),
  }),
);

const grey = fc.double({ min: 0, max: 1, noNaN: true });

const both = <Value>(value: fc.Arbitrary<Value>) => fc.record({ target: value, learned: value });
const likeness = (sites: number) => {
  const entries = (length: number) => fc.array(measured, { minLength: length, maxLength: length });
  return fc.record({
    amplitudes: fc.option(both(entries(2 * 2 ** sites))),
    probabilities: fc.option(both(entries(2 ** sites))),
    spectra: fc.option(both(many(measured, 4))),
    energy: fc.option(
      fc.record({
        mean: both(fc.option(measured)),
        ground: fc.option(measured),
        gap: fc.option(measured),
        magnetisation: fc.option(both(fc.array(entries(sites), { minLength: 3, maxLength: 3 }))),
      }),
    ),
  });
};

const picture: fc.Arbitrary<PictureRecord> = fc
  .record({ rows: fc.constantFrom(1, 2, 4), columns: fc.constantFrom(2, 8) })
  .chain(({ rows, columns }) => {
    const pixels = fc.array(grey, { minLength: rows * columns, maxLength: rows * columns });
    return fc.record({ rows: fc.constant(rows), columns: fc.constant(columns), target: pixels, generated: pixels });
  });

const point: fc.Arbitrary<RunPoint> = fc.integer({ min: 1, max: 5 }).chain((qubits) =>
  fc.record({
    time: fc.option(fc.double({ noNaN: true, min: -3, max: 3 })),
    target: fc.record({
      name: text,
      kind: fc.constantFrom('pure', 'mixed'),
      dimensions: fc.constant(Array<number>(qubits).fill(2)),
    }),
    training: training(qubits),
    geodesic: fc.option(geodesic(qubits)),
    fisher: fc.option(fisher),
    bulk: fc.option(bulk(qubits)),
    shape: fc.option(shape(qubits)),
    gravity: fc.option(gravity(qubits)),
    likeness: likeness(qubits),
    picture: fc.option(picture),
    notes: many(text, 2),
  }),
) as fc.Arbitrary<RunPoint>;

/** Any record; also what a hostile name or a failed stage would leave. */
export const randomRecord: fc.Arbitrary<RunRecord> = fc.record({
  schema: fc.constant(RECORD_SCHEMA),
  versions: fc.constant({ bulkweave: '0.1.0' }),
  backend: fc.constantFrom('wasm', 'cpu'),
  startedAt: fc.constant('2026-01-02T03:04:05.678Z'),
  seconds: measured,
  experiment: fc.record({ name: text, seed: fc.nat(), remark: text }),
  points: many(point, 3),
  overTime: fc.option(overTime),
}) as fc.Arbitrary<RunRecord>;
