/** @file bulkweave list: what an experiment may be made of, with every option. */

import type { z } from 'zod';
import { CURVES, DATASETS } from '../../datasets/index.ts';
import { MODELS } from '../../models/index.ts';
import { DomainError } from '../../src/errors.ts';
import { suggestion } from '../../src/nearest-name.ts';
import { hamiltonianSpec } from '../../src/operator/hamiltonian-spec.ts';
import { REQUESTS } from '../../train/compute/catalogue.ts';
import { STUDIES } from '../../train/studies/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { experimentJsonSchema } from '../file-schema.ts';
import { type JsonSchema, jsonSchemaOf, objectIn, optionLines } from '../option-list.ts';
import type { Terminal } from '../terminal.ts';

type Catalogue = Readonly<Record<string, { readonly summary: string; readonly options: z.ZodObject }>>;

const CATALOGUES: Readonly<Record<string, { readonly title: string; readonly entries: Catalogue }>> = {
  targets: { title: 'Targets: "target": { "name": …, options }', entries: DATASETS as unknown as Catalogue },
  curves: { title: 'Curves of states: "curve": { "name": …, options }', entries: CURVES as unknown as Catalogue },
  models: { title: 'Models: "model": { "name": …, options }', entries: MODELS as unknown as Catalogue },
  studies: {
    title: 'Studies: a file { "name": …, "study": { "name": …, options } }',
    entries: STUDIES as unknown as Catalogue,
  },
};

const SETTINGS: Readonly<Record<string, string>> = {
  metric: 'Complexity metric: "metric": { options }',
  training: 'Training: "training": { options }',
  geodesic: 'Geodesic stage: "geodesic": { options }, or false',
};

/** Settings that have a name and options, wherever they stand. */
const NAMED: Readonly<Record<string, { readonly title: string; readonly schema: () => JsonSchema }>> = {
  optimisers: {
    title: 'Optimisers: "training": { "optimiser": { "name": …, options } }',
    schema: () => objectIn(setting('training'))?.properties?.optimiser ?? {},
  },
  hamiltonians: {
    title: 'Hamiltonians: "hamiltonian": { "name": …, options }',
    schema: () => jsonSchemaOf(hamiltonianSpec),
  },
};

/** The topics that can be listed. */
const TOPICS: readonly string[] = [
  ...[CATALOGUES, SETTINGS, NAMED].flatMap((topics) => Object.keys(topics)),
  'requests',
];

/**
 * Lists one topic with all options, or the names of everything.
 *
 * @throws {DomainError} unknown topic
 */
export async function listCommand(topic: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const lines = topic === undefined ? overview() : topic === 'requests' ? await requests() : details(topic);
  terminal.out(`${lines.join('\n')}\n`);
  return EXIT.success;
}

async function requests(): Promise<readonly string[]> {
  const entries = await Promise.all(
    Object.entries(REQUESTS).map(async ([name, { summary, load }]) => {
      const { formula, options } = (await load()).request;
      return ['', `  ${name}: ${summary}`, `      ${formula}`, ...optionLines(jsonSchemaOf(options), '      ')];
    }),
  );
  return ['Requests: { "request": …, options } for \'bulkweave compute\', or a command each', ...entries.flat()];
}

function overview(): readonly string[] {
  const all = [...Object.entries(CATALOGUES), ['requests', { entries: REQUESTS }] as const];
  const catalogues = all.flatMap(([topic, { entries }]) => {
    const width = Math.max(...Object.keys(entries).map((name) => name.length));
    const lines = Object.entries(entries).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
    return [`${topic}`, ...lines, ''];
  });
  return [...catalogues, `Options and defaults: bulkweave list ${TOPICS.join(' | ')}`];
}

function details(topic: string): readonly string[] {
  const catalogue = CATALOGUES[topic];
  if (catalogue !== undefined) {
    const entries = Object.entries(catalogue.entries).flatMap(([name, { summary, options }]) => [
      '',
      `  ${name}: ${summary}`,
      ...optionLines(jsonSchemaOf(options), '      '),
    ]);
    return [catalogue.title, ...entries];
  }
  const title = SETTINGS[topic];
  if (title !== undefined) return [title, '', ...optionLines(objectIn(setting(topic)) ?? {}, '  ')];
  const named = NAMED[topic];
  if (named !== undefined) return [named.title, ...variants(named.schema())];
  throw new DomainError(`list: one of ${TOPICS.join(', ')} required, got '${topic}'${suggestion(topic, TOPICS)}`);
}

const setting = (topic: string): JsonSchema => experimentJsonSchema().properties?.[topic] ?? {};

function variants({ oneOf, anyOf }: JsonSchema): readonly string[] {
  return (oneOf ?? anyOf ?? []).flatMap((variant) => {
    const { const: name, description } = variant.properties?.name ?? {};
    const title = description === undefined ? String(name) : `${name}: ${description}`;
    return ['', `  ${title}`, ...optionLines(variant, '      ')];
  });
}
