/** @file Choices from a catalogue as one writes them in a line: `ghz(4)`, `dicke(4, excitations=2)`, `psi.npy`. */

import { DomainError } from '../../src/errors.ts';
import { printable } from '../../src/printable.ts';

/** How a text is read. */
export interface Writing {
  /** Keys of the options of a name, in the order in which they may stand unnamed; null for a name that is none. */
  readonly keys: (name: string) => readonly string[] | null;
  /** The choice that a file name stands for; null where its ending says nothing. */
  readonly file: (path: string) => unknown;
  /** Keys whose values are choices themselves, and how those are read. */
  readonly inner?: Readonly<Record<string, (text: string) => unknown>>;
}

/**
 * The JSON that a text stands for:
 *
 *     ghz                          {"name": "ghz"}
 *     ghz(4)                       {"name": "ghz", "qubits": 4}, by the order of its options
 *     dicke(4, excitations=2)      {"name": "dicke", "qubits": 4, "excitations": 2}
 *     psi.npy                      {"name": "file", "path": "psi.npy"}, by its ending
 *     {"name": "ghz", "qubits": 4} itself
 *
 * A value is JSON where it can be read as JSON, else a text. Of a name that is none, only that name is handed on.
 *
 * @throws {DomainError} brackets that do not close, more values than options, an ending that says nothing
 */
export function writtenChoice(text: string, writing: Writing): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return jsonOr(trimmed, () => refuse(text, 'JSON'));
  const call = /^([\w-]+)(?:\((.*)\))?$/s.exec(trimmed);
  if (call === null)
    return writing.file(trimmed) ?? refuse(text, "a name, a name with options such as 'ghz(4)', or a file");
  const [, name = '', inside] = call;
  if (inside === undefined) return { name };
  const keys = writing.keys(name);
  if (keys === null) return { name };
  const entries = partsOf(inside, text).map((part, place) => {
    const [, key = keys[place], value = part] = /^([\w-]+)\s*=\s*(.*)$/s.exec(part) ?? [];
    if (key === undefined) return refuse(text, `at most ${keys.length} values for '${name}'`);
    return [key, valueIn(value, writing.inner?.[key])] as const;
  });
  const twice = entries.find(([key], place) => entries.findIndex(([other]) => other === key) < place);
  if (twice !== undefined) return refuse(text, `one value of ${twice[0]}`);
  return { name, ...Object.fromEntries(entries) };
}

function valueIn(text: string, inner: ((text: string) => unknown) | undefined): unknown {
  return inner === undefined ? jsonOr(text, () => text) : inner(text);
}

function jsonOr(text: string, otherwise: () => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise();
  }
}

/** The parts between commas that are in no brackets and no quotes. */
function partsOf(inside: string, text: string): readonly string[] {
  const parts = [''];
  let [depth, quoted] = [0, false];
  for (const [at, letter] of [...inside].entries()) {
    if (letter === '"' && inside[at - 1] !== '\\') quoted = !quoted;
    if (!quoted && '([{'.includes(letter)) depth++;
    if (!quoted && ')]}'.includes(letter)) depth--;
    if (depth < 0) return refuse(text, 'brackets that close each other');
    if (letter === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  if (depth !== 0 || quoted) return refuse(text, 'brackets and quotes that close');
  const trimmed = parts.map((part) => part.trim());
  return trimmed.length === 1 && trimmed[0] === '' ? [] : trimmed;
}

function refuse(text: string, required: string): never {
  throw new DomainError(`${required} required, got '${printable(text, 80)}'`);
}
