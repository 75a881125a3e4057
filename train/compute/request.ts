/** @file What a registered request is: a quantity of the library with its options, its result, and how it is computed. */

import type { z } from 'zod';
import type { Noted } from '../../src/noted.ts';
import type { SearchJournal } from '../../src/search-journal.ts';

/** What a computation needs from its surroundings. */
export interface ComputeContext {
  /** The bytes of a file named in the options. */
  readonly read: (path: string) => Uint8Array;
  /** Where a long computation writes what it has found, so that one that was broken off goes on; nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** A step of a computation: what is being done, in words. */
export interface ComputeStep {
  readonly message: string;
  /** What would be lost if the computation ended here, of a request that has `saved`. */
  readonly state?: unknown;
}

/** A computation: its steps, and at last the result with what is to be said beside it. */
export type Computation<Result> = Generator<ComputeStep, Noted<Result>>;

/** A quantity that can be asked for by name. */
export interface RegisteredRequest<Options extends z.ZodObject = z.ZodObject, Result = unknown> {
  /** The formula, in one line. */
  readonly formula: string;
  readonly options: Options;
  readonly result: z.ZodType<Result>;
  /** Keys whose values a command line takes without naming them, in order; the last may be a list. */
  readonly places: readonly (keyof z.output<Options> & string)[];
  /** Keys that may be written as text, 'ghz(4)' or 'psi.npy', and the JSON that a text stands for. */
  readonly texts?: Readonly<Record<string, (text: string) => unknown>>;
  /** A request that takes no file and little time; the tests run it. */
  readonly example: z.input<Options>;
  /** What to type in a terminal, without the program's name; file names may be anything. */
  readonly commands: readonly string[];
  readonly answer: (options: z.output<Options>, context: ComputeContext) => Computation<Result>;
  /** Whether it writes in the journal of its context what it has found. */
  readonly isKept?: boolean;
  /** The result as lines for a reader. */
  readonly text: (result: Result) => readonly string[];
  /** The answer as a page of HTML, where there is one. */
  readonly page?: (options: z.output<Options>, context: ComputeContext, result: Result) => string;
  /** What of the answer a file of its own can keep, where there is such a thing: a state from which another request goes on. */
  readonly saved?: (result: Result) => unknown;
}

/** A request of any kind, as the catalogue hands it over: options and result belong together by its schemas. */
export type AnyRequest = RegisteredRequest<z.ZodObject, unknown>;

/** A request with its types checked against each other. */
export function registered<Options extends z.ZodObject, Result>(
  request: RegisteredRequest<Options, Result>,
): AnyRequest {
  return request as unknown as AnyRequest; // options and results that its schemas have checked
}

/** A computation without steps. */
// biome-ignore lint/correctness/useYield: it has none
export function* atOnce<Result>(value: Result, notes: readonly string[] = []): Computation<Result> {
  return { value, notes };
}
