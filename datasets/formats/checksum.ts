/** @file The two checksums of compressed files. */

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/**
 * The cyclic redundancy check of zip archives and PNG chunks, an unsigned 32-bit integer.
 *
 * @see ISO 3309; the polynomial is 0xedb88320 with its bits in reverse order
 */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let k = 0; k < bytes.length; k++) sum = REMAINDERS[(sum ^ bytes[k]!) & 0xff]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

/**
 * The checksum of zlib streams, an unsigned 32-bit integer: a = 1 + Σ bytes and b = Σ a, both modulo 65521.
 *
 * @see Deutsch & Gailly, RFC 1950 (1996)
 */
export function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let from = 0; from < bytes.length; from += 5552) {
    const end = Math.min(from + 5552, bytes.length); // most bytes before b overflows 32 bits
    for (let k = from; k < end; k++) {
      a += bytes[k]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
