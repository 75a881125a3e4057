/** @file Records as text: JSON with a checksum, in which numbers that JSON lacks survive as { $number: text }. */

import type { Issue } from '../issues.ts';
import { recordIssues } from './record-schema.ts';
import type { RunRecord } from './run-record.ts';
import { sealed, sealIssues } from './sealed-json.ts';
import type { StudyRecord } from './study-record.ts';

/** Numbers that JSON lacks. */
const LACKING: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity };

/** The record as it stands in record.json. */
export function recordJson(record: RunRecord | StudyRecord): string {
  const json = JSON.stringify(record, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? { $number: String(value) } : value,
  );
  return `${sealed(json)}\n`;
}

/**
 * The record that a text holds, or every mistake in it. Records of earlier versions have no checksum, and null in place
 * of numbers that JSON lacks.
 *
 * @throws {SyntaxError} not JSON
 */
export function parseRecord(
  text: string,
): { readonly record: RunRecord | StudyRecord } | { readonly issues: readonly Issue[] } {
  const seal = sealIssues(JSON.parse(text));
  if (seal.length > 0) return { issues: seal };
  const json = JSON.parse(text, (_, value) => lackingIn(value) ?? value);
  const issues = recordIssues(json);
  if (issues.length > 0) return { issues };
  const { sha256: _, ...record } = json;
  return { record };
}

function lackingIn(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('$number' in value)) return undefined;
  return typeof value.$number === 'string' ? LACKING[value.$number] : undefined;
}
