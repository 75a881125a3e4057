/** @file The fields of a sweep: which values each task has, in order. */

import type { Issue } from '../../src/issues.ts';
import { MOST_TASKS, type Sweep, type SweptValues } from './sweep-schema.ts';

/** The values of the swept fields in one task, by the paths of their keys. */
export type Fields = Readonly<Record<string, unknown>>;

/** The key of the seed, and that of the part of a contraction. */
export const [SEED, PART] = ['seed', 'part.index'];

/** A list of settings; one of each list makes a task. */
type Axis = readonly Fields[];

/**
 * The values of a list or range. Linear: from + (to − from)·k/(count − 1); logarithmic: from·(to/from)^(k/(count − 1)).
 * The last is `to` to the bit.
 */
export function valuesOf(values: SweptValues): readonly unknown[] {
  if (Array.isArray(values)) return values;
  const { from, to, count, scale } = values;
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return from;
    if (k === count - 1) return to;
    const share = k / (count - 1);
    return scale === 'linear' ? from + (to - from) * share : from * (to / from) ** share;
  });
}

/**
 * The settings of all tasks: every combination of the grid, the last key fastest; within it the lists that go together,
 * parts, and seeds fastest of all. Nothing is made where there are too many.
 *
 * @returns the mistakes, and the settings of the keys that have none
 */
export function fieldsOf(given: Sweep): { readonly fields: readonly Fields[]; readonly issues: readonly Issue[] } {
  const issues = [...rangeIssues(given), ...keyIssues(given), ...lengthIssues(given)];
  const sweep = withoutKeys(given, new Set(issues.map(({ path }) => path)));
  const count = countOf(sweep);
  if (count > MOST_TASKS) {
    const many = { path: 'grid', expected: `at most ${MOST_TASKS} tasks`, received: `${count}` };
    return { fields: [], issues: [...issues, many] };
  }
  const axes: readonly Axis[] = [
    ...Object.entries(sweep.grid).map(([key, values]) => valuesOf(values).map((value) => ({ [key]: value }))),
    togetherAxis(sweep),
    partsAxis(sweep),
    seedsAxis(sweep),
  ];
  const fields = axes.reduce<Axis>(
    (all, axis) => all.flatMap((one) => axis.map((other) => ({ ...one, ...other }))),
    [{}],
  );
  return { fields, issues };
}

/** The sweep without the keys of these paths, 'grid.training.starts'. */
function withoutKeys({ grid, together, ...others }: Sweep, paths: ReadonlySet<string>): Sweep {
  const kept = (list: string, values: Sweep['grid']): Sweep['grid'] =>
    Object.fromEntries(Object.entries(values).filter(([key]) => !paths.has(`${list}.${key}`)));
  return { ...others, grid: kept('grid', grid), together: kept('together', together) };
}

const lengthOf = (values: SweptValues): number => (Array.isArray(values) ? values.length : values.count);

function countOf({ grid, together, seeds, parts = 1 }: Sweep): number {
  const lists = Object.values(grid).map(lengthOf);
  const side = Math.max(1, ...Object.values(together).map(lengthOf));
  const starts = seeds === undefined ? 1 : typeof seeds === 'number' ? seeds : seeds.length;
  return [...lists, side, parts, starts].reduce((product, length) => product * length, 1);
}

function togetherAxis({ together }: Sweep): Axis {
  const lists = Object.entries(together).map(([key, values]) => [key, valuesOf(values)] as const);
  if (lists.length === 0) return [{}];
  return lists[0]![1].map((_, k) => Object.fromEntries(lists.map(([key, list]) => [key, list[k]])));
}

const partsAxis = ({ parts }: Sweep): Axis =>
  parts === undefined ? [{}] : Array.from({ length: parts }, (_, k) => ({ [PART]: k }));

function seedsAxis({ seeds, experiment, compute }: Sweep): Axis {
  if (seeds === undefined) return [{}];
  if (typeof seeds !== 'number') return seeds.map((seed) => ({ [SEED]: seed }));
  const own = (experiment ?? compute)?.[SEED];
  const first = typeof own === 'number' ? own : 1;
  return Array.from({ length: seeds }, (_, k) => ({ [SEED]: first + k }));
}

/** Ranges that cannot be: logarithmic ones through 0. */
function rangeIssues({ grid, together }: Sweep): readonly Issue[] {
  const lists = [...Object.entries(grid).map(named('grid')), ...Object.entries(together).map(named('together'))];
  return lists.flatMap(([path, values]) => {
    if (Array.isArray(values) || values.scale === 'linear' || values.from * values.to > 0) return [];
    const received = `from ${values.from} to ${values.to}`;
    return [{ path, expected: 'ends of one sign and not 0 on a logarithmic scale', received }];
  });
}

const named =
  (list: string) =>
  ([key, values]: readonly [string, SweptValues]): readonly [string, SweptValues] => [`${list}.${key}`, values];

/** Keys that are varied twice, or of which one lies within the other. */
function keyIssues({ grid, together, seeds, parts }: Sweep): readonly Issue[] {
  const keys = [
    ...Object.keys(grid).map((key) => [`grid.${key}`, key] as const),
    ...Object.keys(together).map((key) => [`together.${key}`, key] as const),
    ...(parts === undefined ? [] : [['parts', PART] as const]),
    ...(seeds === undefined ? [] : [['seeds', SEED] as const]),
  ];
  return keys.flatMap(([path, key], k) => {
    const other = keys
      .slice(0, k)
      .find(([, one]) => one === key || one.startsWith(`${key}.`) || key.startsWith(`${one}.`));
    if (other === undefined) return [];
    return [{ path, expected: 'a key that is varied once', received: `'${key}' beside ${other[0]}` }];
  });
}

function lengthIssues({ together }: Sweep): readonly Issue[] {
  const [first, ...others] = Object.entries(together).map(([key, values]) => [key, lengthOf(values)] as const);
  return others.flatMap(([key, length]) =>
    length === first![1]
      ? []
      : [{ path: `together.${key}`, expected: `${first![1]} values as in ${first![0]}`, received: `${length}` }],
  );
}
