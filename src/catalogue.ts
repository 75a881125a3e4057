/** @file Catalogues: things by name, each with options of its own, as they are chosen in an experiment file. */

import { z } from 'zod';

/** A choice from a catalogue: the entry's name and its options. */
export type Chosen = { readonly name: string } & Readonly<Record<string, unknown>>;

/** Schema of a choice: one variant { name, …options } for each entry. */
export function chosenFrom(catalogue: Readonly<Record<string, { readonly options: z.ZodObject }>>): z.ZodType<Chosen> {
  const variants = Object.entries(catalogue).map(([name, { options }]) => options.extend({ name: z.literal(name) }));
  const union = z.discriminatedUnion('name', variants as unknown as [z.ZodObject, ...z.ZodObject[]]);
  return union as unknown as z.ZodType<Chosen>;
}

type Buildable = Readonly<Record<string, { readonly build: (options: never, context: never) => unknown }>>;

/** Builds the chosen entry; its options have been checked by `chosenFrom`. */
export function built<Value>(catalogue: Buildable, { name, ...options }: Chosen, context: unknown): Value {
  return catalogue[name]!.build(options as never, context as never) as Value;
}
