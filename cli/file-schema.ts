/** @file JSON Schema of the files that the commands read. */

import { REQUESTS, type RequestName } from '../train/compute/catalogue.ts';
import { experimentSchema, studySchema } from '../train/run/experiment.ts';
import { sweepSchema } from '../train/sweep/sweep-schema.ts';
import { type JsonSchema, jsonSchemaOf } from './option-list.ts';

/** JSON Schema of an experiment that trains a network. */
export const experimentJsonSchema = (): JsonSchema => jsonSchemaOf(experimentSchema);

/** JSON Schema of any experiment file. */
export function fileJsonSchema() {
  return { title: 'bulkweave experiment', anyOf: [experimentJsonSchema(), jsonSchemaOf(studySchema)] };
}

/** JSON Schema of a sweep; of its experiment or request only that it is an object. */
export const sweepJsonSchema = (): JsonSchema =>
  ({ title: 'bulkweave sweep', ...jsonSchemaOf(sweepSchema) }) as JsonSchema;

/** JSON Schema of the requests that `bulkweave compute` answers, or of one; of its results below `$defs`. */
export async function requestJsonSchema(names: readonly RequestName[]) {
  const requests = await Promise.all(
    names.map(async (name) => ({
      name,
      summary: REQUESTS[name].summary,
      request: (await REQUESTS[name].load()).request,
    })),
  );
  return {
    title: 'bulkweave request',
    anyOf: requests.map(({ name, summary, request }) => {
      const { $schema: _, properties = {}, required = [], ...rest } = jsonSchemaOf(request.options);
      const own = Object.entries(properties).map(([key, schema]) => {
        return [key, Object.hasOwn(request.texts ?? {}, key) ? orText(schema) : schema] as const;
      });
      return {
        title: name,
        description: summary,
        ...rest,
        properties: {
          request: { const: name },
          id: { description: 'handed back in the answer' },
          ...Object.fromEntries(own),
        },
        required: ['request', ...required],
      };
    }),
    $defs: Object.fromEntries(
      requests.map(({ name, request }) => {
        const { $schema: _, ...schema } = jsonSchemaOf(request.result);
        return [name, schema];
      }),
    ),
  };
}

/** A value that may be written as text, too. */
function orText({ description, ...schema }: JsonSchema): JsonSchema {
  const text = { type: 'string', description: "as text: 'ghz(4)', or a file" };
  return { ...(description !== undefined && { description }), anyOf: [text, schema] };
}
