/** @file Options as a readable list: name, type, default, meaning, from their schemas. */

import { z } from 'zod';

/** The part of JSON Schema that the options use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** JSON Schema of what a user may write for a zod schema. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

/** One line for each option of an object, indented, in columns; options of options as `outer.inner`. */
export function optionLines(schema: JsonSchema, indent: string): readonly string[] {
  const rows = optionRows(schema, '');
  const width = (k: number): number =>
    Math.max(0, ...rows.map((row) => row[k]!.length).filter((length) => length <= WIDEST));
  const [first, second] = [width(0), width(1)];
  return rows.map(([name, type, text]) => {
    const line = `${indent}${name.padEnd(first)}  ${type.padEnd(second)}  ${text}`;
    const broken = `${indent}${name.padEnd(first)}  ${type}\n${indent}${' '.repeat(first + 4)}${text}`;
    return (type.length > WIDEST && text !== '' ? broken : line).trimEnd();
  });
}

/** Widest column of types; a longer type has a line to itself. */
const WIDEST = 34;

function optionRows({ properties = {}, required = [] }: JsonSchema, prefix: string): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, option]) => {
    if (name === 'name' && option.const !== undefined) return [];
    const inner = objectIn(option);
    const row = [
      prefix + name,
      inner === null ? typeText(option) : innerText(option),
      meaning(option, required.includes(name)),
    ];
    return inner === null ? [row] : [row, ...optionRows(inner, `${prefix}${name}.`)];
  });
}

/** The one object that the schema describes or allows ('object or false'); null if there are none or several. */
export function objectIn(schema: JsonSchema): JsonSchema | null {
  if (schema.properties !== undefined) return schema;
  const objects = (schema.anyOf ?? schema.oneOf ?? []).filter(({ properties }) => properties !== undefined);
  return objects.length === 1 && (schema.anyOf ?? schema.oneOf)!.some((variant) => variant.const === false)
    ? objects[0]!
    : null;
}

const innerText = (option: JsonSchema): string => (option.properties === undefined ? 'object | false' : 'object');

/** The type in a few words: 'integer ≥ 1', "'chain' | 'ring'", '[number, …]'. */
export function typeText(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) {
    const names = variants.map(({ properties }) => properties?.name?.const);
    if (names.every((name) => name !== undefined))
      return `{ name: ${names.map((name) => JSON.stringify(name)).join(' | ')}, … }`;
    return [...new Set(variants.map(typeText))].join(' | ');
  }
  if (schema.type === 'array') {
    if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeText).join(', ')}]`;
    return schema.items ? `[${typeText(schema.items)}, …]` : '[…]';
  }
  if (schema.properties !== undefined) return objectText(schema);
  const type = String(schema.type ?? 'any');
  return `${type}${boundsText(schema)}`;
}

function objectText({ properties, required = [] }: JsonSchema): string {
  const keys = Object.entries(properties ?? {}).map(([key, { const: value }]) => {
    if (value !== undefined) return `${key}: ${JSON.stringify(value)}`;
    return required.includes(key) ? key : `${key}?`;
  });
  return `{ ${keys.join(', ')} }`;
}

function boundsText({ type, minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const small = type === 'integer' || type === 'number';
  const [low, high] = [bound(minimum), bound(maximum)];
  if (!small) return '';
  if (low !== undefined && high !== undefined) return ` ${low} … ${high}`;
  if (low !== undefined) return ` ≥ ${low}`;
  if (exclusiveMinimum !== undefined) return ` > ${exclusiveMinimum}`;
  return high === undefined ? '' : ` ≤ ${high}`;
}

/** A meaningful bound: JSON Schema writes ±(2⁵³ − 1) for every integer. */
const bound = (value: number | undefined): number | undefined =>
  value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value;

function meaning({ description = '', default: value }: JsonSchema, isRequired: boolean): string {
  const shown = value === undefined ? (isRequired ? '(required)' : '') : defaultText(value);
  return [description, shown].filter(Boolean).join(' ');
}

function defaultText(value: unknown): string {
  const text = JSON.stringify(value);
  return text === '{}' ? '' : `(default ${text})`;
}
