/** @file Deflated data unpacked to a size known beforehand, so that a small file cannot fill the memory. */

import { Inflate } from 'fflate';
import { DomainError, ShapeError } from '../../src/errors.ts';

/** Bytes unpacked at a time. */
const SLICE = 2 ** 14;
/** Most bytes into which deflate expands one. */
const LARGEST_RATIO = 1032;

/**
 * The unpacked data.
 *
 * @param packed - a deflate stream
 * @param size - bytes that it must yield
 * @param name - what it is, for errors
 * @throws {DomainError} not a deflate stream, or one that ends too soon
 * @throws {ShapeError} another number of bytes; one that is too large stops at once
 *
 * @see Deutsch, RFC 1951 (1996)
 */
export function inflated(packed: Uint8Array, size: number, name: string): Uint8Array {
  const most = LARGEST_RATIO * packed.length;
  if (size > most) throw new ShapeError(`${name}: ${size} bytes required, got at most ${most}`);
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((part) => {
    if (filled + part.length > size) throw new ShapeError(`${name}: ${size} bytes required, got more`);
    out.set(part, filled);
    filled += part.length;
  });
  try {
    for (let from = 0; from < packed.length; from += SLICE) {
      stream.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length);
    }
  } catch (error) {
    if (error instanceof ShapeError) throw error;
    throw new DomainError(`${name}: deflated data required, got ${(error as Error).message}`);
  }
  if (filled < size) throw new ShapeError(`${name}: ${size} bytes required, got ${filled}`);
  return out;
}
