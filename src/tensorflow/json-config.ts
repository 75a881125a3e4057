/** @file A record inside the configuration of a layer, as numbers: TensorFlow.js changes the case of strings and keys there. */

/** The UTF-8 bytes of the record's JSON. */
export function numbersOfJson(record: unknown): number[] {
  return [...new TextEncoder().encode(JSON.stringify(record))];
}

/** The record again. */
export function jsonOfNumbers(bytes: readonly number[]): unknown {
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes)));
}
