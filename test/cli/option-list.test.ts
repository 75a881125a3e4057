import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf, optionLines, typeText } from '../../cli/option-list.ts';

const schema = z.strictObject({
  name: z.literal('example'),
  qubits: z.int().min(1).max(24).describe('number of qubits'),
  weights: z.array(z.number().positive()).default([1]).describe('one for each'),
  lattice: z.enum(['chain', 'ring']).default('chain'),
  penalty: z.number().positive().or(z.literal('infinite')).optional(),
});

test('an option has its name, type, meaning and default on one line', () => {
  expect(optionLines(jsonSchemaOf(schema), '  ')).toEqual([
    '  qubits   integer 1 … 24           number of qubits (required)',
    '  weights  [number > 0, …]          one for each (default [1])',
    '  lattice  "chain" | "ring"         (default "chain")',
    '  penalty  number > 0 | "infinite"',
  ]);
});

test('an option that is an object has its own options below it', () => {
  const nested = z.strictObject({
    prune: z
      .strictObject({ tolerance: z.number().default(10).describe('factor') })
      .or(z.literal(false))
      .default(false),
    target: z.discriminatedUnion('name', [
      z.strictObject({ name: z.literal('ghz') }),
      z.strictObject({ name: z.literal('w') }),
    ]),
  });
  expect(optionLines(jsonSchemaOf(nested), '')).toEqual([
    'prune            object | false            (default false)',
    'prune.tolerance  number                    factor (default 10)',
    'target           { name: "ghz" | "w", … }  (required)',
  ]);
});

test('integers without bounds show none, objects show their keys', () => {
  expect(typeText(jsonSchemaOf(z.int()))).toBe('integer');
  expect(typeText(jsonSchemaOf(z.int().nonnegative()))).toBe('integer ≥ 0');
  expect(
    typeText(jsonSchemaOf(z.object({ name: z.literal('grid'), rows: z.int(), columns: z.int().optional() }))),
  ).toBe('{ name: "grid", rows, columns? }');
});
