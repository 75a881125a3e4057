/** @file Files packed by gzip. */

import { DomainError } from '../../src/errors.ts';
import { crc32 } from './checksum.ts';
import { inflated } from './inflate.ts';

const [FIXED, TRAILER] = [10, 8];
const FLAGS = { check: 2, extra: 4, name: 8, comment: 16 } as const;

/** Whether the bytes begin as a gzip file does. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The content of a gzip file of one member.
 *
 * @param name - what to call it in an error
 * @throws {DomainError} not a gzip file, or a damaged one
 * @throws {ShapeError} more or fewer bytes than its last four tell
 *
 * @see Deutsch, RFC 1952 (1996)
 */
export function gunzipped(bytes: Uint8Array, name: string): Uint8Array {
  if (!isGzip(bytes) || bytes[2] !== 8 || bytes.length < FIXED + TRAILER) {
    throw new DomainError(`${name}: a gzip file required, got other bytes at its start or too few`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = bytes[3]!;
  let at = FIXED;
  if (flags & FLAGS.extra) at += 2 + view.getUint16(at, true);
  for (const flag of [FLAGS.name, FLAGS.comment]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
  if (flags & FLAGS.check) at += 2;
  const end = bytes.length - TRAILER;
  if (at < FIXED || at > end) throw new DomainError(`${name}: a gzip file required, got a damaged header`);
  const content = inflated(bytes.subarray(at, end), view.getUint32(end + 4, true), name);
  if (crc32(content) !== view.getUint32(end, true)) {
    throw new DomainError(`${name}: an undamaged gzip file required, got another checksum`);
  }
  return content;
}
