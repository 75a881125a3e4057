/** @file Functions by cases. Whoever adds a kind is told by the compiler what it still lacks. */

import { DomainError } from './errors.ts';

/** One case for each kind of a union of records. */
export type Cases<Union extends { readonly kind: string }, Arguments extends readonly unknown[], Result> = {
  readonly [K in Union['kind']]: (record: Extract<Union, { readonly kind: K }>, ...rest: Arguments) => Result;
};

/**
 * The function that is given by its cases,
 *
 *     f(x, …) = cases[kind of x](x, …);
 *
 * a kind without its case does not compile.
 *
 * @throws {DomainError} the function, of a record with another kind, which only JSON can have
 */
export function byKind<Union extends { readonly kind: string }, Arguments extends readonly unknown[], Result>(
  cases: Cases<Union, Arguments, Result>,
): (record: Union, ...rest: Arguments) => Result {
  return (record, ...rest) => {
    const own = cases[record.kind as Union['kind']] as ((record: Union, ...rest: Arguments) => Result) | undefined;
    if (own === undefined) {
      throw new DomainError(`kind: one of ${Object.keys(cases).join(', ')} required, got ${record.kind}`);
    }
    return own(record, ...rest);
  };
}
