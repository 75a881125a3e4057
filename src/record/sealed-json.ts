/** @file JSON that shows whether it was changed: an object whose last member is the SHA-256 of all others. */

import type { Issue } from '../issues.ts';
import { sha256 } from '../sha-256.ts';

/**
 * The object with its checksum as last member.
 *
 * @param json - an object as `JSON.stringify` writes it, not empty, without a member `sha256`
 */
export function sealed(json: string): string {
  return `${json.slice(0, -1)},"sha256":"${sha256(json)}"}`;
}

/**
 * Whether a parsed object is as it was sealed; another layout or a missing checksum (as before version 0.2) is no
 * mistake.
 *
 * @param object - from `JSON.parse`, without a reviver
 */
export function sealIssues(object: unknown): readonly Issue[] {
  if (typeof object !== 'object' || object === null || !('sha256' in object)) return [];
  const { sha256: written, ...content } = object;
  const found = sha256(JSON.stringify(content));
  if (found === written) return [];
  const received = `${JSON.stringify(written)} in the file, which was changed after it was written`;
  return [{ path: 'sha256', expected: `the checksum of the contents, "${found}"`, received }];
}
