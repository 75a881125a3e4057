/**
 * @file What a record must contain for its report to be drawn, as a schema: every mistake in a damaged one is named.
 */

import { z } from 'zod';
import type { Kind } from '../generative/generative-network.ts';
import { type Issue, issuesOf } from '../issues.ts';
import { RECORD_SCHEMA, type RunPoint } from './run-record.ts';
import { type Exhibit, STUDY_SCHEMA } from './study-record.ts';

/** A number; null in records before version 0.2 where JSON lacks it. */
const real = z.custom<number | null>((value) => value === null || typeof value === 'number', 'a number required');
const count = z.int().nonnegative();
const list = z.array(real);
const table = z.array(list);
const text = z.string();
const texts = z.array(text);
const result = z.enum(['converged', 'max-steps', 'stalled', 'diverged']);

const angle = real.or(z.looseObject({ parameter: count }));
/** The fields of networks by kind; a kind without them does not compile. */
const NETWORKS = {
  circuit: {
    qubits: count,
    parameters: count,
    gates: z.array(z.looseObject({ word: text, angle })),
  },
  'block-circuit': {
    qubits: count,
    parameters: count,
    gates: z.array(z.looseObject({ sites: z.array(count), words: texts })),
  },
  network: {
    parameters: count,
    dimensions: z.record(text, count),
    nodes: z.array(z.looseObject({ id: text, legs: texts, tensor: z.looseObject({ kind: text }) })),
    boundary: texts,
    bulk: texts,
    environment: texts,
  },
} satisfies Readonly<Record<Kind, z.ZodRawShape>>;

const [first, ...others] = Object.entries(NETWORKS).map(([kind, fields]) =>
  z.looseObject({ kind: z.literal(kind), ...fields }),
);

const training = z.looseObject({
  network: z.discriminatedUnion('kind', [first!, ...others]),
  theta: list,
  infidelity: real,
  complexity: z.looseObject({ name: text, value: real }),
  result,
  starts: list,
  growth: z.array(z.looseObject({ gates: count, word: text, position: count, infidelity: real })).optional(),
  front: z
    .array(z.looseObject({ phase: text, gates: count, layers: count, length: real, infidelity: real }))
    .optional(),
  truncation: z
    .looseObject({
      infidelity: real,
      upperBound: real,
      discarded: real,
      angle: real,
      bond: count,
      limits: z.looseObject({ bond: count, tolerance: real }),
      lowerBound: real.optional(),
    })
    .optional(),
  contraction: z.looseObject({ order: text, improvements: count }).optional(),
  gates: z.looseObject({ before: count, after: count }).nullable(),
  history: z.array(
    z.looseObject({ step: count, phase: text, loss: real, infidelity: real, complexity: real, gradientNorm: real }),
  ),
});

const pauliSum = z.looseObject({
  qubits: count,
  terms: z.array(z.looseObject({ word: text, coefficient: real })),
});

/** An observable of the total spin. */
const spinTerms = z.array(z.looseObject({ j: real, m: real, other: real, coefficient: real }));

/** What bounds the speed of an observable in each interval of its expectation. */
const boundCells = z.array(z.looseObject({ c: real, b: real, nu: real, transposed: table.optional() }));

/** A path of Hamiltonians, slice by slice; as a whole it is also what a run on a curve starts from. */
const geodesic = z.looseObject({
  words: texts,
  velocity: table,
  slices: count,
  length: real,
  energy: real,
  infidelity: real,
  speedVariation: real,
  straightness: real,
  coarseLength: real,
  lowerBound: real,
  uncertainty: real.optional(),
  status: text,
  starts: list,
  result,
  learned: z.looseObject({ length: real, layeredLength: real, excess: real }).nullable(),
  gaussian: z.looseObject({ string: text, residual: real, lowerBound: real }).optional(),
  lowerBounds: z
    .looseObject({
      fubiniStudy: real,
      entanglement: real,
      observable: z.looseObject({ bound: real, observable: pauliSum, cells: boundCells, copies: count }).nullable(),
      symmetric: z
        .looseObject({
          bound: real,
          observable: spinTerms,
          cells: boundCells,
        })
        .optional(),
      moving: z
        .looseObject({
          bound: real,
          leaves: z.array(pauliSum),
          segments: z.array(
            z.looseObject({
              multipliers: z.tuple([pauliSum, pauliSum]),
              beta: real,
              transposed: z.tuple([table, table, table]),
            }),
          ),
        })
        .optional(),
      symmetricMoving: z
        .looseObject({
          bound: real,
          leaves: z.array(spinTerms),
          segments: z.array(z.looseObject({ multipliers: z.tuple([spinTerms, spinTerms]), beta: real })),
        })
        .optional(),
    })
    .nullish(),
  sector: z
    .looseObject({
      blocks: z.array(count),
      qubits: z.array(z.array(count)),
      dimension: count,
      controls: z.array(z.looseObject({ name: text, words: count })),
      velocity: table,
      length: real,
      residual: real,
      searched: z.array(z.looseObject({ blocks: z.array(count), length: real, residual: real, status: text })),
      index: z
        .looseObject({
          index: count,
          nullity: count,
          parts: z.array(z.looseObject({ blocks: z.array(count), dimension: count, negative: count, lowest: real })),
        })
        .nullable(),
      certificate: text,
      shortest: z.boolean(),
    })
    .nullish(),
  ring: z
    .looseObject({
      cell: count,
      reflection: z.boolean(),
      dimension: count,
      controls: z.array(z.looseObject({ name: text, words: count })),
      length: real,
      residual: real,
      extrapolated: real.nullable(),
      shortest: z.boolean(),
    })
    .optional(),
});

const fisher = z.looseObject({ parameters: count, eigenvalues: list, rank: count, threshold: real, resolution: list });

const bulk = z.looseObject({
  nodes: z.array(z.looseObject({ id: text, depth: real, site: real, information: real.optional() })),
  edges: z.array(z.looseObject({ leg: text, from: text, to: text.nullable(), capacity: real, entropy: real })),
  boundary: texts,
  cuts: z.array(z.looseObject({ start: count, length: count, entropy: real, cut: real, legs: texts })),
  mutualInformation: table,
  distances: table,
});

const map = z.looseObject({ information: table, resolution: table }).nullable();
const shape = z.looseObject({
  boundary: z.looseObject({ diameter: real, spread: real, shortened: real }).nullable(),
  seen: map,
  seenFromHalf: map,
  recovered: table.nullable(),
  curvature: z.array(z.looseObject({ from: text, to: text, depth: real, curvature: real })).nullable(),
});

const gravity = z.looseObject({
  site: count,
  half: list,
  firstLaw: z.array(z.looseObject({ size: real })),
  residual: real,
  regions: z.array(z.looseObject({ start: count, length: count, value: real, change: real })),
  distances: z.array(z.array(z.looseObject({ value: real, change: real }).nullable())),
});

const pair = <Schema extends z.ZodType>(schema: Schema) => z.looseObject({ target: schema, learned: schema });
const likeness = z.looseObject({
  amplitudes: pair(list).nullable(),
  probabilities: pair(list).nullable(),
  spectra: pair(list).nullable(),
  energy: z
    .looseObject({ mean: pair(real), ground: real, gap: real, magnetisation: pair(table).nullable() })
    .nullable(),
});

/** One state of a run. */
export const pointSchema = z.looseObject({
  time: real,
  target: z.looseObject({ name: text, kind: text, dimensions: z.array(count) }),
  training,
  geodesic: geodesic.nullable(),
  fisher: fisher.nullable(),
  bulk: bulk.nullable(),
  shape: shape.nullish(),
  targetGeometry: z
    .looseObject({
      regions: z.array(z.looseObject({ start: count, length: count, entropy: real })),
      mutualInformation: table,
      distances: table,
    })
    .nullish(),
  gravity: gravity.nullish(),
  likeness: likeness.optional(),
  picture: z.looseObject({ rows: count, columns: count, target: list, generated: list }).nullish(),
  notes: texts,
} satisfies Readonly<Record<keyof RunPoint, z.ZodType>>);

/** The files that an experiment has read. */
export const inputsSchema = z.array(
  z.looseObject({
    path: text,
    bytes: count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    base64: z.base64().optional(),
  }),
);

const head = {
  versions: z.record(text, text),
  backend: text,
  startedAt: text,
  seconds: real,
  experiment: z.looseObject({ name: text, seed: count }),
  inputs: inputsSchema.optional(),
};

const kinds: { readonly [K in Exhibit['kind']]: K } = {
  table: 'table',
  chart: 'chart',
  'heat-map': 'heat-map',
  graph: 'graph',
  circuit: 'circuit',
  disk: 'disk',
  tower: 'tower',
  scale: 'scale',
  map: 'map',
  pictures: 'pictures',
  morph: 'morph',
};
const exhibit = z.looseObject({ kind: z.enum(kinds), caption: text });
const findings = z.looseObject({
  title: text,
  question: text,
  answer: text,
  sections: z.array(z.looseObject({ heading: text, text, exhibits: z.array(exhibit) })),
  checks: z.array(
    z.looseObject({ statement: text, computed: real, expected: real, tolerance: real, passed: z.boolean() }),
  ),
  verdicts: z.array(z.looseObject({ statement: text, source: text, verdict: text })),
});

const recordSchema = z.discriminatedUnion('schema', [
  z.looseObject({
    schema: z.literal(RECORD_SCHEMA),
    ...head,
    points: z.array(pointSchema),
    overTime: z.looseObject({}).nullish(),
  }),
  z.looseObject({ schema: z.literal(STUDY_SCHEMA), ...head, findings }),
]);

/** Every mistake in a record: what is missing or of the wrong kind; [] if there is none. */
export function recordIssues(json: unknown): readonly Issue[] {
  const schema = (json as { readonly schema?: unknown } | null)?.schema;
  if (schema !== RECORD_SCHEMA && schema !== STUDY_SCHEMA) {
    const received = JSON.stringify(schema) ?? 'nothing';
    return [{ path: 'schema', expected: `"${RECORD_SCHEMA}" or "${STUDY_SCHEMA}"`, received }];
  }
  const parsed = recordSchema.safeParse(json);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => issuesOf(issue, json));
}
