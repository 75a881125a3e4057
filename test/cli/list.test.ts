import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { experimentJsonSchema } from '../../cli/file-schema.ts';
import { type JsonSchema, jsonSchemaOf } from '../../cli/option-list.ts';
import { CURVES, DATASETS } from '../../datasets/index.ts';
import { MODELS } from '../../models/index.ts';
import { type HamiltonianSpec, hamiltonianOfSpec, hamiltonianSpec } from '../../src/operator/hamiltonian-spec.ts';
import { REQUESTS } from '../../train/compute/catalogue.ts';
import { STUDIES } from '../../train/studies/index.ts';

/** Paths of all options without a meaning, whatever their depth; a name that a variant is chosen by needs none. */
function unexplained({ properties = {}, anyOf = [], oneOf = [], items, prefixItems = [] }: JsonSchema): string[] {
  const own = Object.entries(properties).flatMap(([name, option]) => {
    const missing = option.description === undefined && option.const === undefined ? [name] : [];
    return [...missing, ...unexplained(option).map((inner) => `${name}.${inner}`)];
  });
  const inner = [...anyOf, ...oneOf, ...prefixItems, ...(items ? [items] : [])].flatMap(unexplained);
  return [...own, ...inner];
}

describe('every option has a meaning', () => {
  const entries = Object.entries({ DATASETS, CURVES, MODELS, STUDIES }).flatMap(([catalogue, all]) =>
    Object.entries(all as Readonly<Record<string, { readonly options: z.ZodObject }>>).map(
      ([name, { options }]) => [catalogue, name, options] as const,
    ),
  );

  test.each(entries)('%s: %s', (_catalogue, _name, options) => {
    expect(unexplained(jsonSchemaOf(options))).toEqual([]);
  });

  test.each(Object.entries(REQUESTS))('of the request %s', async (_, { load }) => {
    expect(unexplained(jsonSchemaOf((await load()).request.options))).toEqual([]);
  });

  test('in the settings of an experiment', () => {
    expect(unexplained(experimentJsonSchema())).toEqual([]);
  });

  test('an option without one is found at any depth', () => {
    const schema = { properties: { a: { description: 'a', items: { anyOf: [{ properties: { b: {} } }] } }, c: {} } };
    expect(unexplained(schema)).toEqual(['a.b', 'c']);
  });
});

describe('Hamiltonians', () => {
  const variants = jsonSchemaOf(hamiltonianSpec).oneOf!;
  const coefficients = variants.flatMap(({ properties = {} }) =>
    Object.entries(properties)
      .filter(([, { type }]) => type === 'number')
      .map(([key, { default: value, description }]) => ({
        name: String(properties.name!.const),
        key,
        value: value as number,
        meaning: description!,
      })),
  );

  test('every one has its formula', () => {
    for (const { properties } of variants) expect(properties!.name!.description).toMatch(/^H = /);
  });

  test.each(coefficients)('the sign of $key in $name is that of its term', ({ name, key, value, meaning }) => {
    const at = (coefficient: number): ReadonlyMap<string, number> => {
      const spec = { name, [key]: coefficient } as HamiltonianSpec;
      const { terms } = hamiltonianOfSpec(spec, 4, { read: () => new Uint8Array() });
      return new Map(terms.map((term) => [term.word, term.coefficient]));
    };
    const [before, after] = [at(value), at(value + 1)];
    const words = [...new Set([...before.keys(), ...after.keys()])];
    const change = (word: string): number => (after.get(word) ?? 0) - (before.get(word) ?? 0);
    // Numbers of particles are (1 − Z)/2: their sign is that of their value where all sites are occupied.
    const filled = (word: string): number =>
      /[XY]/.test(word) ? 0 : [...word].reduce((s, P) => (P === 'Z' ? -s : s), 1);
    const changes = / Σ n/.test(meaning)
      ? [words.reduce((sum, word) => sum + change(word) * filled(word), 0)]
      : words.map(change);
    const [, sign] = meaning.match(/ of ([+−])/)!;
    expect(new Set(changes.filter((x) => x !== 0).map(Math.sign))).toEqual(new Set([sign === '−' ? -1 : 1]));
  });
});
