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
  const parsed = sweepSchema.safeParse(json, knownKeys);
  if (!parsed.success) return { issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, json)) };
  const sweep = parsed.data;
  const all = fieldsOf(sweep);
  if ('issues' in all) return all;
  const mistakes = mistakeCounter(all.fields.length);
  const names = uniqueNames(sweep.name, all.fields);
  const known = new Map<string, Uint8Array | null>();
  const remembered: FileReader = (path) => {
    if (!known.has(path)) known.set(path, read(path));
    return known.get(path)!;
  };
  const tasks: SweepTask[] = [];
  for (const [k, fields] of all.fields.entries()) {
    const found = await contentOf(sweep, fields, names[k]!);
    if ('issues' in found) mistakes.add(found.issues);
    else tasks.push(taskOf(names[k]!, fields, found.content, remembered));
  }
  const issues = mistakes.all();
  return issues.length > 0 ? { issues } : { sweep, tasks };
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
  if (issues.length > 0) return { issues };
  if (experiment !== undefined) {
    const found = parseExperiment(json);
    if ('issues' in found) return { issues: found.issues.map(under) };
    return { content: { kind: 'experiment', experiment: found.experiment } };
  }
  const found = await checkedRequest(json);
  if ('issues' in found) return { issues: found.issues.map(under) };
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
