/** @file One text for each JSON value: what a content address is the checksum of. */

/**
 * The value as JSON with the keys of all objects in ascending order of their UTF-16 code units and without spaces, so that two
 * values are equal exactly if their texts are.
 *
 * @param value - numbers finite; keys that are undefined count as absent
 * @see Rundgren, Jordan & Erdtman, RFC 8785 (2020)
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`);
  return `{${members.join(',')}}`;
}
