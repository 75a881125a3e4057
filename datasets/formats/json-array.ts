/** @file Amplitudes and density matrices in JSON: {re, im?}, each a list of numbers or a list of rows. */

import * as z from 'zod';
import { DomainError, ShapeError } from '../../src/errors.ts';
import type { ComplexArray } from '../../src/linalg/complex.ts';

const numbers = z.union([z.array(z.number()), z.array(z.array(z.number()))], {
  error: 'a list of numbers, or a list of rows of numbers, required',
});
const file = z.union(
  [z.strictObject({ re: numbers, im: numbers.optional() }), numbers.transform((re) => ({ re, im: undefined }))],
  {
    error: '{re: […], im?: […]} or a list of real numbers required',
  },
);

/**
 * The array in a JSON text: {"re": […], "im": […]}, {"re": […]} or a bare list of real numbers. A list of rows
 * has two axes, and is a density matrix.
 *
 * @throws {DomainError} not JSON, or not of this form
 * @throws {ShapeError} rows of unequal length, or re and im of different shape
 */
export function readJsonArray(bytes: Uint8Array, name = 'JSON file'): ComplexArray {
  const parsed = file.safeParse(parsedJson(bytes, name));
  if (!parsed.success) throw new DomainError(`${name}: ${z.prettifyError(parsed.error)}`);
  const { re, im } = parsed.data;
  const shape = shapeOf(re, name);
  if (im !== undefined && shapeOf(im, name).join() !== shape.join()) {
    throw new ShapeError(`${name}: re and im of equal shape required, got (${shape}) and (${shapeOf(im, name)})`);
  }
  const [reals, imaginaries] = [re.flat(), im?.flat()];
  const interleaved = new Float64Array(2 * reals.length);
  reals.forEach((x, k) => {
    interleaved[2 * k] = x;
    interleaved[2 * k + 1] = imaginaries?.[k] ?? 0;
  });
  return { shape, interleaved };
}

function parsedJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new DomainError(`${name}: JSON required, got ${(error as Error).message}`);
  }
}

function shapeOf(rows: readonly (number | readonly number[])[], name: string): readonly number[] {
  const first = rows[0];
  if (typeof first !== 'object') return [rows.length];
  if (rows.some((row) => (row as readonly number[]).length !== first.length)) {
    throw new ShapeError(`${name}: rows of ${first.length} numbers required, got unequal ones`);
  }
  return [rows.length, first.length];
}
