/** @file The options of a request as those of a command: what is typed in a terminal, and the JSON that it stands for. */

import type { AnyRequest } from '../train/compute/request.ts';
import { type JsonSchema, jsonSchemaOf, objectIn, typeText } from './option-list.ts';

/** An option of a command: `--metric.maxRange <integer>`. */
export interface CommandOption {
  /** Path of the key: 'metric.maxRange'. */
  readonly key: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** Letters for the keys that are typed most. */
export const LETTERS: Readonly<Record<string, string>> = {
  between: 'b',
  'metric.maxRange': 'r',
  'metric.penalty': 'p',
  qubits: 'n',
  seed: 's',
  slices: 'k',
  thorough: 't',
};

/** The options of a request, those of objects by their path. */
export function commandOptions({ options }: AnyRequest): readonly CommandOption[] {
  return leavesOf(jsonSchemaOf(options), '');
}

function leavesOf({ properties = {}, required = [] }: JsonSchema, prefix: string): readonly CommandOption[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = objectIn(schema);
    if (inner !== null) return leavesOf(inner, `${prefix}${name}.`);
    return [{ key: prefix + name, schema, isRequired: required.includes(name) }];
  });
}

export const isFlag = ({ schema }: CommandOption): boolean => schema.type === 'boolean';

export const isList = ({ schema }: CommandOption): boolean => schema.type === 'array';

/** How an option is declared: '-r, --metric.maxRange <value>'. */
export function declarationOf(option: CommandOption): string {
  const letter = LETTERS[option.key];
  const value = isFlag(option) ? '' : isList(option) ? ' <value...>' : ' <value>';
  return `${letter === undefined ? '' : `-${letter}, `}--${option.key}${value}`;
}

/** What an option means, with its type and default. */
export function explanationOf({ schema, isRequired }: CommandOption, isText: boolean): string {
  const { description = '', default: value } = schema;
  const type = isText || schema.type === 'boolean' ? '' : typeText(schema);
  const shown = value === undefined || value === false ? '' : `default ${JSON.stringify(value)}`;
  const kind = type.length > 48 || description.includes(type) ? '' : type;
  const facts = [kind, shown, isRequired ? 'required' : ''].filter(Boolean).join('; ');
  return facts === '' ? description : `${description} (${facts})`;
}

/**
 * The request that was typed.
 *
 * @param places - values without a name, in order; a list for the last one if it is a list
 * @param named - values by the keys of options
 */
export function typedRequest(
  name: string,
  request: AnyRequest,
  places: readonly (string | readonly string[] | undefined)[],
  named: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const options = commandOptions(request);
  const json: Record<string, unknown> = { request: name };
  const given: [key: string, value: unknown][] = request.places.map((key, k) => [key, places[k]]);
  for (const [key, value] of [...given, ...Object.entries(named)]) {
    const option = options.find((one) => one.key === key);
    if (value === undefined || option === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const isText = Object.hasOwn(request.texts ?? {}, key);
    setAt(json, key.split('.'), isText ? value : valueTyped(value, option.schema));
  }
  return json;
}

function setAt(json: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) json[key] = value;
  else {
    const inner = (json[key] ?? {}) as Record<string, unknown>;
    json[key] = inner;
    setAt(inner, rest, value);
  }
}

/** A typed value: JSON where it can be read as such, else text; a list from several values, or from one that is a list as deep. */
function valueTyped(value: unknown, schema: JsonSchema): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => jsonOrText(String(item)));
    return items.length === 1 && depthOf(items[0]) >= depthIn(schema) ? items[0] : items;
  }
  if (typeof value !== 'string' || schema.type === 'string') return value;
  return jsonOrText(value);
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + Math.max(0, ...value.map(depthOf)) : 0);

/** How many lists are within each other, at least. */
function depthIn({ type, items, prefixItems }: JsonSchema): number {
  if (type !== 'array') return 0;
  const inner = [...(prefixItems ?? []), ...(items ? [items] : [])];
  return 1 + Math.min(0 + (inner.length === 0 ? 0 : Infinity), ...inner.map(depthIn));
}
