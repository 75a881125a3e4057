/** @file Typed arrays in JSON, bit for bit: { "$float64": base64 } and { "$float32": base64 }. */

/** JSON text of plain data that may contain Float64Arrays, Float32Arrays and infinite numbers. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, item) => {
    if (item instanceof Float64Array) return { $float64: base64Of(item) };
    if (item instanceof Float32Array) return { $float32: base64Of(item) };
    if (typeof item === 'number' && !Number.isFinite(item)) return { $number: String(item) };
    return item;
  });
}

/**
 * The inverse of `encode`.
 *
 * @throws {SyntaxError} the text is not JSON
 */
export function decode(text: string): unknown {
  return JSON.parse(text, (_key, item) => {
    if (typeof item?.$float64 === 'string') return new Float64Array(bytesOf(item.$float64).buffer);
    if (typeof item?.$float32 === 'string') return new Float32Array(bytesOf(item.$float32).buffer);
    if (typeof item?.$number === 'string') return Number(item.$number);
    return item;
  });
}

function base64Of({ buffer, byteOffset, byteLength }: Float64Array | Float32Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192)
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(binary);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
