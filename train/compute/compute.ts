/** @file One quantity at a time: a request in JSON is checked as a whole, and answered. */

import { loadHdf5For } from '../../datasets/formats/hdf5.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { type Issue, issuesOf, knownKeys } from '../../src/issues.ts';
import { suggestion } from '../../src/nearest-name.ts';
import { isRequestName, REQUESTS } from './catalogue.ts';
import type { AnyRequest, ComputeContext, ComputeStep } from './request.ts';
import { jsonValue } from './result-schema.ts';

/** A request that was checked, with all defaults filled in. */
export interface CheckedRequest {
  readonly name: string;
  readonly entry: AnyRequest;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The answer to a request. The same request, on the same version, has the same answer to the bit. */
export interface Answer {
  /** The request with all defaults. */
  readonly request: Readonly<Record<string, unknown>>;
  /** As the request's schema of results has it. */
  readonly result: unknown;
  /** What is to be said beside it. */
  readonly notes: readonly string[];
}

/**
 * Checks a request, {"request": name, …options}. Loads what computes it.
 *
 * @returns the request with all defaults filled in, or every mistake in it
 */
export async function checkedRequest(
  json: unknown,
): Promise<{ readonly checked: CheckedRequest } | { readonly issues: readonly Issue[] }> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { issues: [{ path: '', expected: 'an object {"request": …}', received: shown(json) }] };
  }
  const { request: name, ...given } = json as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !isRequestName(name)) {
    const names = Object.keys(REQUESTS);
    const received = `${shown(name)}${suggestion(String(name), names)}`;
    return { issues: [{ path: 'request', expected: `one of ${names.join(', ')}`, received }] };
  }
  const [{ request: entry }] = await Promise.all([REQUESTS[name].load(), loadHdf5For(given)]);
  const { written, issues } = withTexts(given, entry.texts ?? {});
  const meaningIfMissing = (key: string): string | undefined =>
    given[key] === undefined && Object.hasOwn(entry.texts ?? {}, key)
      ? entry.options.shape[key]?.description
      : undefined;
  const parsed = entry.options.safeParse(written, knownKeys);
  const others = parsed.success
    ? []
    : parsed.error.issues
        .flatMap((issue) => issuesOf(issue, written))
        .map(({ path, expected, received }) => ({ path, expected: meaningIfMissing(path) ?? expected, received }));
  const all = [...issues, ...others.filter(({ path }) => !issues.some((issue) => issue.path === path))];
  return parsed.success && all.length === 0 ? { checked: { name, entry, options: parsed.data } } : { issues: all };
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));

/** The options with JSON in place of texts such as 'ghz(4)'. */
function withTexts(given: Readonly<Record<string, unknown>>, texts: NonNullable<AnyRequest['texts']>) {
  const issues: Issue[] = [];
  const entries = Object.entries(given).map(([key, value]) => {
    const read = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (read === undefined || typeof value !== 'string') return [key, value] as const;
    try {
      return [key, read(value)] as const;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [expected = '', received = ''] = error.message.split(' required, got ');
      issues.push({ path: key, expected, received });
      return [key, value] as const;
    }
  });
  return { written: Object.fromEntries(entries) as Readonly<Record<string, unknown>>, issues };
}

/**
 * Computes the answer.
 *
 * @throws {ShapeError | DomainError} what is named does not exist or does not fit together, or is out of reach
 */
export function* answered(
  { name, entry, options }: CheckedRequest,
  context: ComputeContext,
): Generator<ComputeStep, Answer> {
  const { value: result, notes } = yield* entry.answer(options as never, context);
  return { request: { request: name, ...options }, result, notes };
}

/** The answer to a request that is known to be right, at once; for programs that do not look at its steps. */
export async function computed(json: unknown, context: ComputeContext): Promise<Answer> {
  const found = await checkedRequest(json);
  if ('issues' in found) throw new DomainError(issuesLines(found.issues));
  const steps = answered(found.checked, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** All mistakes, a line each: `metric.maxSize: a number required, got "x"`. */
export const issuesLines = (issues: readonly Issue[]): string =>
  issues
    .map(({ path, expected, received }) => {
      const required = /required|no such key/.test(expected) ? expected : `${expected} required`;
      return `${path === '' ? 'request' : path}: ${required}, got ${received}`;
    })
    .join('\n');

/** Whether an error is one of the request, and not of the program. */
export const isMistake = (error: unknown): error is Error =>
  error instanceof DomainError || error instanceof ShapeError;

/** The answer as JSON has it, see `jsonValue`. */
export const answerJson = (answer: Answer): string => JSON.stringify(jsonValue(answer));
