/** @file The checksum SHA-256, for Node and browsers alike. */

import { sha256 as digestOf } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits.
 *
 * @see NIST, FIPS 180-4 (2015)
 */
export function sha256(content: Uint8Array | string): string {
  return bytesToHex(digestOf(typeof content === 'string' ? utf8ToBytes(content) : content));
}
