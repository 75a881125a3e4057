/** @file The parts of results: numbers that may be infinite, and arrays, with the JSON in which they are written. */

import { z } from 'zod';
import type { ComplexArray } from '../../src/linalg/complex.ts';

/** A number that may be NaN or infinite, which stands in JSON as {"$number": "Infinity"}. */
export const number = () =>
  z
    .custom<number>((value) => typeof value === 'number', 'number required')
    .meta({ anyOf: [{ type: 'number' }, { type: 'object', properties: { $number: { type: 'string' } } }] });

/** Numbers of a list. */
export const numbers = () => z.array(number());

/** Rows of numbers, null where there is none. */
export const table = () => z.array(z.array(number().nullable()));

/** The terms h_P P of a Pauli sum. */
export const terms = () => z.array(z.strictObject({ word: z.string(), coefficient: number() }));

/** The rotation that costs nothing at the end of a path, where words of one qubit are free. */
export const freeRotation = () =>
  terms().nullable().describe('a_P of exp(−i Σ a_P P), which ends the path at no cost; null where no word is free');

/** Its terms. */
export function freeRotationTerms(
  rotation: { readonly words: readonly string[]; readonly coefficients: readonly number[] } | null,
): z.output<ReturnType<typeof freeRotation>> {
  if (rotation === null) return null;
  return rotation.words.map((word, k) => ({ word, coefficient: rotation.coefficients[k]! }));
}

const isArray = (value: unknown): value is ComplexArray =>
  typeof value === 'object' &&
  value !== null &&
  'shape' in value &&
  'interleaved' in value &&
  value.interleaved instanceof Float64Array;

/** An array of complex numbers, which stands in JSON as {"re": …, "im": …}, one list within another for each axis. */
export const complexArray = () =>
  z
    .custom<ComplexArray>(isArray, 'complex array required')
    .meta({ type: 'object', properties: { re: {}, im: {} }, required: ['re', 'im'] });

/** A list for each axis, the first outermost; a number for no axis. */
function nested(shape: readonly number[], entry: (index: number) => unknown): unknown {
  const lists = (axis: number, from: number): unknown => {
    if (axis === shape.length) return entry(from);
    return Array.from({ length: shape[axis]! }, (_, k) => lists(axis + 1, from * shape[axis]! + k));
  };
  return lists(0, 0);
}

/**
 * A value as JSON writes it: NaN and infinities as {"$number": …}, arrays as `ofArray` has them.
 *
 * @param ofArray - default {"re": …, "im": …}
 */
export function jsonValue(value: unknown, ofArray: (array: ComplexArray) => unknown = realAndImaginary): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return ofArray(value);
  if (Array.isArray(value)) return value.map((entry) => jsonValue(entry, ofArray));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, jsonValue(entry, ofArray)]));
}

function realAndImaginary({ shape, interleaved }: ComplexArray): unknown {
  const part = (offset: number): unknown => nested(shape, (index) => jsonValue(interleaved[2 * index + offset]!));
  return { re: part(0), im: part(1) };
}

/** The array that stands in JSON as {"re": …, "im": …}, the inverse of `jsonValue`; a number for no axis. */
export function complexArrayIn({ re, im }: { readonly re: unknown; readonly im: unknown }): ComplexArray {
  const shape: number[] = [];
  for (let at = re; Array.isArray(at); at = at[0]) shape.push(at.length);
  const flat = (part: unknown): readonly unknown[] => (Array.isArray(part) ? part.flat(Infinity) : [part]);
  const [real, imaginary] = [flat(re), flat(im)];
  const interleaved = Float64Array.from({ length: 2 * real.length }, (_, k) =>
    numberIn((k % 2 === 0 ? real : imaginary)[k >> 1]),
  );
  return { shape, interleaved };
}

const numberIn = (value: unknown): number =>
  typeof value === 'object' && value !== null && '$number' in value ? Number(value.$number) : Number(value);
