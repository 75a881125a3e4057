/** @file From a sweep to its tasks: each an experiment or a request with all defaults, and an address that its content determines. */

import { type Issue, issuesOf, knownKeys } from '../../src/issues.ts';
import { sha256 } from '../../src/sha-256.ts';
import { checkedRequest } from '../compute/compute.ts';
import { type Experiment, parseExperiment, type StudyExperiment } from '../run/experiment.ts';
import { canonicalJson } from './canonical-json.ts';
import { checksumsOf, type FileReader, namedFiles } from './named-files.ts';
import { type Sweep, sweepSchema } from './sweep-schema.ts';
import { type Fields, fieldsOf } from './swept-fields.ts';
import { withField } from './with-field.ts';

/** What a task is to do: an experiment, a study, or a request with all defaults. */
export type TaskContent =
  | { readonly kind: 'experiment'; readonly experiment: Experiment | StudyExperiment }
  | { readonly kind: 'compute'; readonly request: Readonly<Record<string, unknown>> };

/** A task of a sweep. */
export interface SweepTask {
  /** 64 hexadecimal digits: SHA-256 of content and files, without the name. Tasks of one address have one result. */
  readonly address: string;
  /** Made of the values of its fields. */
  readonly name: string;
  readonly fields: Fields;
  readonly content: TaskContent;
  /** SHA-256 of the files that it names, by their names. */
  readonly files: Readonly<Record<string, string>>;
}

/** A sweep and its tasks in order. Two may have the same address. */
export interface ExpandedSweep {
  readonly sweep: Sweep;
  readonly tasks: readonly SweepTask[];
}

/** Names a version of what an address is made of. */
const ADDRESS = 'bulkweave/task/1';

/**
 * Expands a sweep. Never throws for what is wrong in it: all mistakes, of the sweep and of every task, are told at once; one
 * that several tasks have once.
 *
 * @param read - the files that tasks name
 */
export async function expandedSweep(
  json: unknown,
  read: FileReader,
): Promise<ExpandedSweep | { readonly issues: readonly Issue[] }> {
  const { sweep, issues: own } = checkedSweep(json);
  if (sweep === null) return { issues: own };
  const all = fieldsOf(sweep);
  const mistakes = mistakeCounter(all.fields.length);
  const names = uniqueNames(sweep.name, all.fields);
  const files = new Map<string, Uint8Array | null>();
  const remembered: FileReader = (path) => {
    if (!files.has(path)) files.set(path, read(path));
    return files.get(path)!;
  };
  const tasks: SweepTask[] = [];
  for (const [k, fields] of all.fields.entries()) {
    const found = await contentOf(sweep, fields, names[k]!);
    if ('issues' in found) mistakes.add(found.issues);
    else tasks.push(taskOf(names[k]!, fields, found.content, remembered));
  }
  const known = [...own, ...all.issues];
  const issues = [...known, ...mistakes.all().filter((issue) => !isOfField(issue, known))];
  return issues.length > 0 ? { issues } : { sweep, tasks };
}

/**
 * A sweep and its mistakes. Of one that has some what is right in it, whose tasks may have further ones; null if there is no experiment
 * and no request.
 */
function checkedSweep(json: unknown): { readonly sweep: Sweep | null; readonly issues: readonly Issue[] } {
  const parsed = sweepSchema.safeParse(json, knownKeys);
  if (parsed.success) return { sweep: parsed.data, issues: [] };
  const issues = parsed.error.issues.flatMap((issue) => issuesOf(issue, json));
  const wrong = parsed.error.issues.map(({ path }) => path);
  const without = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([key, inner]) => {
      const at = [...path, key];
      const [deepest] = wrong.filter((one) => at.every((part, k) => part === one[k]));
      if (deepest === undefined) return [[key, inner]];
      const isWithin = at.length === 1 && SWEPT.includes(key) && deepest.length > 1;
      return isWithin ? [[key, without(inner, at)]] : [];
    });
    return Object.fromEntries(entries);
  };
  const rest = sweepSchema.safeParse({ name: 'sweep', ...(without(onlyKnown(json), []) as object | null) });
  return { sweep: rest.success ? rest.data : null, issues };
}

/** The lists of a sweep whose entries may be wrong one by one. */
const SWEPT: readonly string[] = ['grid', 'together'];

/** The keys that a sweep may have. */
function onlyKnown(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).filter(([key]) => key in sweepSchema.shape));
}

/** Whether a task lacks, or has wrong, what a field of the sweep would have told that is wrong itself. */
function isOfField({ path, received }: Issue, known: readonly Issue[]): boolean {
  const place = path.replace(/^(?:experiment|compute)\.?/, '');
  return known.some((issue) => {
    const [list, ...keys] = issue.path.split('.');
    const key = keys.join('.');
    if (!SWEPT.includes(list!) || key === '') return false;
    return `${place}.`.startsWith(`${key}.`) || (received === 'nothing' && key.startsWith(`${place}.`));
  });
}

async function contentOf(
  { experiment, compute, parts }: Sweep,
  fields: Fields,
  name: string,
): Promise<{ readonly content: TaskContent } | { readonly issues: readonly Issue[] }> {
  const root = experiment === undefined ? 'compute' : 'experiment';
  const under = (issue: Issue): Issue => ({ ...issue, path: issue.path === '' ? root : `${root}.${issue.path}` });
  const issues: Issue[] = [];
  let json: unknown = experiment === undefined ? compute : { ...experiment, name };
  const settings = parts === undefined ? fields : { ...fields, 'part.of': parts };
  for (const [path, value] of Object.entries(settings)) {
    const changed = withField(json, path, value);
    if ('issue' in changed) issues.push(under(changed.issue));
    else json = changed.value;
  }
  if (experiment !== undefined) {
    const found = parseExperiment(json);
    if ('issues' in found) return { issues: [...issues, ...found.issues.map(under)] };
    if (issues.length > 0) return { issues };
    return { content: { kind: 'experiment', experiment: found.experiment } };
  }
  const found = await checkedRequest(json);
  if ('issues' in found) return { issues: [...issues, ...found.issues.map(under)] };
  if (issues.length > 0) return { issues };
  return { content: { kind: 'compute', request: { request: found.checked.name, ...found.checked.options } } };
}

function taskOf(name: string, fields: Fields, content: TaskContent, read: FileReader): SweepTask {
  const plain = JSON.parse(JSON.stringify(content)) as TaskContent;
  const files = checksumsOf(namedFiles(plain, read));
  return { address: addressOf(plain, files), name, fields, content: plain, files };
}

/** The address of a task. */
export function addressOf(content: TaskContent, files: SweepTask['files']): string {
  if (content.kind === 'compute') return sha256(canonicalJson({ version: ADDRESS, ...content, files }));
  const { name: _, ...experiment } = content.experiment;
  return sha256(canonicalJson({ version: ADDRESS, kind: content.kind, experiment, files }));
}

/** Longest name of a task. */
const LONGEST = 100;

/** A name for each task, of its values or, where they make none, of its number. */
function uniqueNames(sweep: string, all: readonly Fields[]): readonly string[] {
  const digits = String(all.length).length;
  const taken = new Set<string>();
  return all.map((fields, k) => {
    const parts = Object.entries(fields).map(([path, value]) => `${path.split('.').at(-1)}-${wordOf(value)}`);
    const spoken = [sweep, ...parts].join('-').replaceAll(/[^\w.-]/g, '-');
    const isPlain = Object.values(fields).every((value) => typeof value !== 'object' || value === null);
    const isGood = isPlain && spoken.length <= LONGEST && !taken.has(spoken);
    const name = isGood ? spoken : `${sweep}-${String(k + 1).padStart(digits, '0')}`;
    taken.add(name);
    return name;
  });
}

const wordOf = (value: unknown): string =>
  String(value)
    .replaceAll(/[()\s]+/g, '-')
    .replace(/-$/, '');

/** Mistakes by what they say, with the number of tasks that have them. */
function mistakeCounter(tasks: number) {
  const counts = new Map<string, { readonly issue: Issue; count: number }>();
  const add = (issues: readonly Issue[]): void => {
    for (const issue of issues) {
      const key = JSON.stringify([issue.path, issue.expected, issue.received]);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { issue, count: 1 });
      else known.count++;
    }
  };
  const all = (): readonly Issue[] =>
    [...counts.values()].map(({ issue, count }) =>
      count === tasks ? issue : { ...issue, received: `${issue.received} (in ${count} of ${tasks} tasks)` },
    );
  return { add, all };
}
