/** @file Partial derivatives by name: ascending lists of variables, and Leibniz's rule for products. */

/** An ascending list of variables, [0, 0, 2] for ∂₀²∂₂; [] is the function itself. */
export type MultiIndex = readonly number[];

/**
 * All derivatives with respect to a number of variables up to an order, lower ones first: C(variables + order, order)
 * of them.
 */
export function multiIndices(variables: number, order: number): readonly MultiIndex[] {
  const all: MultiIndex[] = [[]];
  let longest: readonly MultiIndex[] = [[]];
  for (let length = 1; length <= order; length++) {
    longest = longest.flatMap((list) => {
      const last = list.at(-1) ?? 0;
      return Array.from({ length: variables - last }, (_, k) => [...list, last + k]);
    });
    all.push(...longest);
  }
  return all;
}

/** One term of Leibniz's rule. */
export interface LeibnizTerm {
  readonly left: MultiIndex;
  readonly right: MultiIndex;
  /** How often the term occurs. */
  readonly count: number;
}

/** Leibniz's rule ∂^α(f·g) = Σ count · ∂^left f · ∂^right g, terms with the shortest left part first. */
export function leibniz(index: MultiIndex): readonly LeibnizTerm[] {
  const terms = new Map<string, LeibnizTerm>();
  for (let choice = 0; choice < 2 ** index.length; choice++) {
    const left = index.filter((_, k) => (choice >> k) & 1);
    const right = index.filter((_, k) => !((choice >> k) & 1));
    const count = (terms.get(left.join())?.count ?? 0) + 1;
    terms.set(left.join(), { left, right, count });
  }
  return [...terms.values()].sort((a, b) => a.left.length - b.left.length);
}
