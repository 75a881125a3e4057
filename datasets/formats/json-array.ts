/** @file Amplitudes and matrices in JSON: {re, im?}, each a list of numbers, of lists of numbers, and so on. */

import { DomainError, ShapeError } from '../../src/errors.ts';
import { parseJson } from '../../src/json.ts';
import { type ComplexArray, sizeOf } from '../../src/linalg/complex.ts';
import { printable } from '../../src/printable.ts';

/**
 * The array in a JSON text. One list for each axis, the first outermost:
 *
 *     {"re": [0.6, 0], "im": [0, 0.8]}     complex numbers, real and imaginary parts apart
 *     {"re": [[0.5, 0], [0, 0.5]]}         real numbers
 *     [0.6, 0.8]                           real numbers
 *     [[0.6, 0], [0, 0], [0, 0], [0, 0.8]] complex numbers as pairs (re, im)
 *
 * A bare list whose innermost lists have two numbers is read as pairs, but refused where every axis has length 1 or 2:
 * it might as well be a real matrix, or real amplitudes with an axis for each qubit.
 *
 * @throws {DomainError} not JSON, not of this form, or ambiguous
 * @throws {ShapeError} lists of unequal length, or re and im of different shape
 */
export function readJsonArray(bytes: Uint8Array, name = 'JSON file'): ComplexArray {
  return jsonArray(parseJson(bytes, name), name);
}

/** The array in JSON that was parsed, see `readJsonArray`. */
export function jsonArray(json: unknown, name: string): ComplexArray {
  if (Array.isArray(json)) return bareArray(realArray(json, name), name);
  const keys = Object.keys(json !== null && typeof json === 'object' ? json : {});
  if (!keys.includes('re') || keys.some((key) => key !== 're' && key !== 'im')) {
    const got = keys.length > 0 ? `the keys ${printable(keys.map((key) => `'${key}'`).join(', '), 80)}` : shown(json);
    throw new DomainError(`${name}: {"re": […], "im": […]} or a list of numbers required, got ${got}`);
  }
  const parts = json as { readonly re: unknown; readonly im?: unknown };
  const re = realArray(parts.re, `${name}: re`);
  const im = 'im' in parts ? realArray(parts.im, `${name}: im`) : { shape: re.shape, entries: [] };
  if (im.shape.join() !== re.shape.join()) {
    throw new ShapeError(`${name}: re and im of equal shape required, got (${re.shape}) and (${im.shape})`);
  }
  const interleaved = new Float64Array(2 * re.entries.length);
  re.entries.forEach((x, k) => {
    interleaved[2 * k] = x;
    interleaved[2 * k + 1] = im.entries[k] ?? 0;
  });
  return { shape: re.shape, interleaved };
}

interface RealArray {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly entries: readonly number[];
}

function bareArray({ shape, entries }: RealArray, name: string): ComplexArray {
  if (shape.length > 1 && shape.at(-1) === 2) {
    if (shape.every((extent) => extent <= 2)) {
      throw new DomainError(
        `${name}: {"re": […]} or {"re": […], "im": […]} required for shape (${shape}), got a bare list, which may mean ` +
          'real numbers or pairs (re, im)',
      );
    }
    return { shape: shape.slice(0, -1), interleaved: Float64Array.from(entries) };
  }
  const interleaved = new Float64Array(2 * entries.length);
  entries.forEach((x, k) => {
    interleaved[2 * k] = x;
  });
  return { shape, interleaved };
}

/** Numbers in lists within lists, all lists of an axis equally long. */
function realArray(json: unknown, name: string): RealArray {
  const shape: number[] = [];
  for (let first = json; Array.isArray(first); first = first[0]) shape.push(first.length);
  const entries: number[] = [];
  const collect = (part: unknown, axis: number, place: string): void => {
    if (axis === shape.length) {
      if (typeof part === 'number' && Number.isFinite(part)) entries.push(part);
      else throw new DomainError(`${name}${place}: a finite number required, got ${shown(part)}`);
    } else if (!Array.isArray(part)) {
      throw new DomainError(`${name}${place}: a list of ${shape[axis]} entries required, got ${shown(part)}`);
    } else if (part.length !== shape[axis]) {
      throw new ShapeError(`${name}${place}: a list of ${shape[axis]} entries required, got ${part.length}`);
    } else {
      for (let k = 0; k < part.length; k++) collect(part[k], axis + 1, `${place}[${k}]`);
    }
  };
  if (shape.length === 0) throw new DomainError(`${name}: a list of numbers required, got ${shown(json)}`);
  if (sizeOf(shape) === 0) throw new ShapeError(`${name}: at least one number required, got none`);
  collect(json, 0, '');
  return { shape, entries };
}

function shown(json: unknown): string {
  if (Array.isArray(json)) return 'a list';
  return json !== null && typeof json === 'object' ? 'an object' : printable(String(JSON.stringify(json)), 40);
}
