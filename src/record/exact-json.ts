/** @file JSON that gives back every bit: typed arrays, NaN, infinities and −0 survive. For checkpoints. */

import { DomainError } from '../errors.ts';
import { printable } from '../printable.ts';

const ARRAYS = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint8Array } as const;

type ArrayName = keyof typeof ARRAYS;

/** Keys that have a meaning here. */
const MARKS: readonly string[] = ['$number', '$array', '$entries'];

/**
 * The value as JSON; typed arrays become { $array: name, base64 }, numbers that JSON lacks { $number: text }, and
 * objects with such a key of their own { $entries: [[key, value], …] }.
 */
export function exactJson(value: unknown): string {
  return JSON.stringify(encoded(value));
}

/**
 * The inverse of `exactJson`.
 *
 * @throws {SyntaxError} not JSON
 * @throws {DomainError} an array of unknown kind, or one whose text does not encode its bytes
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_, value) => decoded(value));
}

function encoded(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: numberText(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $array: value.constructor.name, base64: base64Of(bytes) };
  }
  if (Array.isArray(value)) return value.map(encoded);
  const entries = Object.entries(value).map(([key, entry]) => [key, encoded(entry)] as const);
  return entries.some(([key]) => MARKS.includes(key)) ? { $entries: entries } : Object.fromEntries(entries);
}

function decoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$entries' in value && Array.isArray(value.$entries) && value.$entries.every(isMember)) {
    return Object.fromEntries(value.$entries);
  }
  if ('$number' in value && typeof value.$number === 'string') return Number(value.$number);
  if (!('$array' in value && 'base64' in value) || typeof value.$array !== 'string') return value;
  const make = Object.hasOwn(ARRAYS, value.$array) ? ARRAYS[value.$array as ArrayName] : undefined;
  if (make === undefined)
    throw new DomainError(`checkpoint: a typed array required, got ${printable(value.$array, 80)}`);
  try {
    const bytes = Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0));
    return new make(bytes.buffer);
  } catch {
    throw new DomainError(`checkpoint: the bytes of a ${make.name} in base64 required, got other text`);
  }
}

const isMember = (entry: unknown): boolean =>
  Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string';

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(binary);
}
