/** @file What the page of play shows: a state, a network, a metric, how it is trained. Checked, as it comes in an address. */

import { z } from 'zod';

/** Most qubits of the playground. */
export const MOST_QUBITS = 10;
const qubits = (least = 1) => z.int().min(least).max(MOST_QUBITS);
const coefficient = z.number().min(-5).max(5);
const seed = z.int().min(0).max(999_999);

/** States by name, with the least number of qubits of each. */
export const NAMED_STATES = {
  ghz: 1,
  w: 1,
  dicke: 2,
  product: 1,
  graph: 2,
  'haar-random': 1,
  'random-circuit': 2,
} as const;

/** Gates of the circuit editor, with their numbers of qubits. */
export const GATES = {
  h: 1,
  x: 1,
  y: 1,
  z: 1,
  s: 1,
  t: 1,
  rx: 1,
  ry: 1,
  rz: 1,
  cx: 2,
  cz: 2,
  swap: 2,
  rzz: 2,
  ccx: 3,
} as const;

const gate = z
  .strictObject({
    gate: z.enum(Object.keys(GATES) as [keyof typeof GATES]),
    on: z
      .array(
        z
          .int()
          .min(0)
          .max(MOST_QUBITS - 1),
      )
      .min(1)
      .max(3),
    angle: z.number().min(-100).max(100).optional(),
  })
  .refine(({ gate: name, on }) => on.length === GATES[name] && new Set(on).size === on.length, 'different qubits');

/** Most gates of a circuit that is drawn by hand. */
export const MOST_GATES = 120;

const complex = z.tuple([z.number().min(-1e6).max(1e6), z.number().min(-1e6).max(1e6)]);

export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('named'),
    name: z.enum(Object.keys(NAMED_STATES) as [keyof typeof NAMED_STATES]),
    qubits: qubits(),
    seed: seed.default(1),
  }),
  z
    .strictObject({
      kind: z.literal('amplitudes'),
      values: z
        .array(complex)
        .min(2)
        .max(2 ** MOST_QUBITS),
    })
    .refine(({ values }) => Number.isInteger(Math.log2(values.length)), '2ⁿ amplitudes')
    .refine(({ values }) => values.some(([re, im]) => re !== 0 || im !== 0), 'an amplitude other than 0'),
  z.strictObject({
    kind: z.literal('picture'),
    pixels: z
      .string()
      .regex(/^[01]{64}$/)
      .refine((pixels) => pixels.includes('1'), 'a pixel that is set'),
  }),
  z
    .strictObject({ kind: z.literal('circuit'), qubits: qubits(), gates: z.array(gate).max(MOST_GATES) })
    .refine(({ qubits: n, gates }) => gates.every(({ on }) => on.every((at) => at < n)), 'gates on the qubits'),
  z.strictObject({
    kind: z.literal('hamiltonian'),
    qubits: qubits(2),
    name: z.enum(['transverse-field-ising', 'xxz', 'heisenberg']),
    coupling: coefficient,
    anisotropy: coefficient,
    field: coefficient,
    periodic: z.boolean().default(false),
  }),
]);

/** A state that was chosen or drawn. */
export type Source = z.output<typeof sourceSchema>;

export const MODEL_NAMES = [
  'block-circuit',
  'brickwall',
  'staircase',
  'tree',
  'mera',
  'matrix-product-state',
  'tree-tensor-network',
] as const;

export const playSchema = z.strictObject({
  source: sourceSchema,
  model: z.strictObject({ name: z.enum(MODEL_NAMES), depth: z.int().min(1).max(12) }),
  metric: z.strictObject({
    maxSize: z.int().min(1).max(3),
    maxRange: z.int().min(1).max(MOST_QUBITS),
    penalty: z.number().min(1).max(1000).or(z.literal('infinite')),
  }),
  starts: z.int().min(1).max(6),
  shorten: z.boolean(),
  seed,
  /** Steps a second; 0 for as many as the machine can do. */
  pace: z.int().min(0).max(1000),
});

/** Everything that the page of play depends on. */
export type PlayState = z.output<typeof playSchema>;

export const FIRST_STATE: PlayState = {
  source: { kind: 'named', name: 'ghz', qubits: 4, seed: 1 },
  model: { name: 'block-circuit', depth: 4 },
  metric: { maxSize: 2, maxRange: 1, penalty: 'infinite' },
  starts: 2,
  shorten: true,
  seed: 1,
  pace: 180,
};

/** Number of qubits of a state. */
export function qubitsOf(source: Source): number {
  if (source.kind === 'picture') return 6;
  return source.kind === 'amplitudes' ? Math.log2(source.values.length) : source.qubits;
}
