/** @file What another program has to know of a request to offer it: its options and their meaning, and the form of its result. */

import { REQUESTS, type RequestName } from '../train/compute/catalogue.ts';
import { type JsonSchema, jsonSchemaOf, typeText } from './option-list.ts';
import { commandOptions } from './request-options.ts';

/** A request as it is described to another program. */
export interface RequestDescription {
  readonly name: RequestName;
  readonly summary: string;
  readonly formula: string;
  /** Keys whose values a command line takes without naming them, in order. */
  readonly places: readonly string[];
  /** Keys that may be texts: names with options, or files. */
  readonly texts: readonly string[];
  readonly options: readonly OptionDescription[];
  /** A request that needs no file, without its name. */
  readonly example: unknown;
  /** JSON Schema of the result. */
  readonly result: JsonSchema;
}

/** An option; those of objects by their path, 'metric.maxRange'. */
export interface OptionDescription {
  readonly key: string;
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
  /** Absent where there is none. */
  readonly default?: unknown;
}

/** The description of a request. Loads what computes it. */
export async function requestDescription(name: RequestName): Promise<RequestDescription> {
  const { request } = await REQUESTS[name].load();
  const texts = Object.keys(request.texts ?? {});
  const options = commandOptions(request).map(({ key, schema, isRequired }) => ({
    key,
    type: texts.includes(key) ? `string | ${typeText(schema)}` : typeText(schema),
    description: schema.description ?? '',
    required: isRequired,
    ...(schema.default !== undefined && { default: schema.default }),
  }));
  const { $schema: _, ...result } = jsonSchemaOf(request.result);
  const { formula, places, example } = request;
  return { name, summary: REQUESTS[name].summary, formula, places, texts, options, example, result };
}
