/** @file JSON values by the paths of their keys: one set, and one read. */

import type { Issue } from '../../src/issues.ts';
import { printable } from '../../src/printable.ts';

/**
 * A copy of the value in which the key at a path has another value. Objects that are missing on the way are made; numbers on the
 * path are places in lists.
 *
 * @param path - keys joined by dots, 'training.maxSteps'
 * @returns the copy, or what stands on the way: a text, a number, a list that is too short
 */
export function withField(
  root: unknown,
  path: string,
  value: unknown,
): { readonly value: unknown } | { readonly issue: Issue } {
  const keys = path.split('.');
  const set = (at: unknown, depth: number): { readonly value: unknown } | { readonly issue: Issue } => {
    if (depth === keys.length) return { value };
    const key = keys[depth]!;
    const isList = Array.isArray(at);
    if (
      isList
        ? !(/^\d+$/.test(key) && Number(key) < at.length)
        : at !== undefined && (typeof at !== 'object' || at === null)
    ) {
      const place = keys.slice(0, depth).join('.');
      const expected = isList
        ? `a list of more than ${printable(key, 20)} entries`
        : `an object, of which '${key}' is varied,`;
      return { issue: { path: place, expected, received: printable(JSON.stringify(at), 80) } };
    }
    const inner = set((at as Record<string, unknown> | undefined)?.[key], depth + 1);
    if ('issue' in inner) return inner;
    if (isList) return { value: at.with(Number(key), inner.value) };
    return { value: { ...(at as object | undefined), [key]: inner.value } };
  };
  return set(root, 0);
}

/**
 * The value at a path; with '*' for all entries of a list, the list of what they have there.
 *
 * @returns undefined if there is none
 */
export function fieldAt(root: unknown, path: string): unknown {
  const [key, ...rest] = path.split('.') as [string, ...string[]];
  if (typeof root !== 'object' || root === null) return undefined;
  const inner = (value: unknown): unknown => (rest.length === 0 ? value : fieldAt(value, rest.join('.')));
  if (key === '*' && Array.isArray(root)) return root.map(inner);
  return Object.hasOwn(root, key) ? inner((root as Record<string, unknown>)[key]) : undefined;
}
