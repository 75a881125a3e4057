/** @file Zip archives as a directory of files, each unpacked only when it is asked for. */

import { DomainError } from '../../src/errors.ts';
import { crc32 } from './checksum.ts';
import { inflated } from './inflate.ts';

/** A file of an archive, as the directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked bytes. */
  readonly size: number;
  /** Bytes in the archive, and where the file's own header begins. */
  readonly packed: number;
  readonly start: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
}

const [END, ENTRY, FILE] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_LENGTH, ENTRY_LENGTH, FILE_LENGTH] = [22, 46, 30];
const LONGEST_COMMENT = 0xffff;

/**
 * The directory of an archive. Archives beyond 4 GB (zip64) are not read.
 *
 * @param name - what to call the archive in an error
 * @throws {DomainError} not a zip archive, or a damaged one
 *
 * @see PKWARE, APPNOTE.TXT, .ZIP File Format Specification 6.3
 */
export function zipDirectory(bytes: Uint8Array, name: string): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end < 0) throw new DomainError(`${name}: a zip archive required, got no directory at its end`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) {
      throw new DomainError(`${name}: a zip archive required, got a damaged directory`);
    }
    const text = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + text)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += ENTRY_LENGTH + text + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * One file of an archive, unpacked.
 *
 * @param limit - most unpacked bytes
 * @param name - what to call the file in an error
 * @throws {DomainError} larger than the limit, packed by another method than deflate, or damaged
 * @throws {ShapeError} another number of bytes than the directory says
 */
export function unzipped(bytes: Uint8Array, entry: ZipEntry, limit: number, name: string): Uint8Array {
  const { size, packed, start, method, checksum } = entry;
  if (size > limit) throw new DomainError(`${name}: at most ${limit} bytes required, got ${size}`);
  const view = viewOf(bytes);
  if (start + FILE_LENGTH > bytes.length || view.getUint32(start, true) !== FILE) {
    throw new DomainError(`${name}: a file in a zip archive required, got other bytes where it should begin`);
  }
  const data = start + FILE_LENGTH + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (data + packed > bytes.length) throw new DomainError(`${name}: ${packed} packed bytes required, got fewer`);
  if ((view.getUint16(start + 6, true) & 1) === 1) throw new DomainError(`${name}: a file without a password required`);
  const content = bytes.subarray(data, data + packed);
  if (method !== 0 && method !== 8) {
    throw new DomainError(`${name}: a stored or deflated file required, got compression method ${method}`);
  }
  const unpacked = method === 8 ? inflated(content, size, name) : content;
  if (unpacked.length !== size || crc32(unpacked) !== checksum) {
    throw new DomainError(`${name}: the checksum of the archive required, got damaged data`);
  }
  return unpacked;
}

/** Where the directory's last record begins, or −1: only a comment follows it. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  return -1;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
