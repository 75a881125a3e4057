/** @file Which representations of the permutations a second variation can have negative directions in, and in which sectors they are. */

/**
 * How many qubits of each block are set apart, κ. In the sector of parts (κ_i, n_i − κ_i) every irreducible representation
 * ⊗(n_i − κ'_i, κ'_i) with κ' ≤ κ occurs once.
 */
export type Levels = readonly number[];

/** All κ with Σκ_i ≤ locality and κ_i ≤ n_i/2, by Σκ_i. */
export function levels(blocks: readonly number[], locality: number): readonly Levels[] {
  let all: readonly Levels[] = [[]];
  for (const n of blocks) {
    all = all.flatMap((level) => {
      const most = Math.min(Math.floor(n / 2), locality - total(level));
      return Array.from({ length: most + 1 }, (_, kappa) => [...level, kappa]);
    });
  }
  return all.toSorted((a, b) => total(a) - total(b));
}

const total = (level: Levels): number => level.reduce((sum, kappa) => sum + kappa, 0);

/** Whether every κ_i is at most that of the other. */
export const isWithin = (level: Levels, other: Levels): boolean => level.every((kappa, i) => kappa <= other[i]!);

/** The blocks (κ_i, n_i − κ_i). */
export const splitBlocks = (blocks: readonly number[], level: Levels): readonly number[] =>
  blocks.flatMap((n, i) => (level[i] === 0 ? [n] : [level[i]!, n - level[i]!]));

/** Dimension of the representation ⊗(n_i − κ_i, κ_i): Π [C(n_i, κ_i) − C(n_i, κ_i − 1)]. */
export const representationDimension = (blocks: readonly number[], level: Levels): number =>
  blocks.reduce((product, n, i) => product * (binomial(n, level[i]!) - binomial(n, level[i]! - 1)), 1);

function binomial(n: number, k: number): number {
  let product = k < 0 ? 0 : 1;
  for (let j = 1; j <= k; j++) product = (product * (n - k + j)) / j;
  return Math.round(product);
}

/**
 * The finest sectors in which a geodesic of symmetric blocks can be other than a minimum, if words have at most `locality` letters:
 * blocks are parted in two, with `locality` qubits set apart in all. S₆ with words of two qubits: 2 + 4.
 *
 * @param blocks - numbers of qubits
 */
export function refinements(blocks: readonly number[], locality: number): readonly (readonly number[])[] {
  const all = levels(blocks, locality);
  const finest = all.filter((level) => !all.some((other) => other !== level && isWithin(level, other)));
  return finest.map((level) => splitBlocks(blocks, level));
}

/**
 * The types of blocks to which a geodesic can break in a representation of level κ: block i falls into κ_i + 1 parts, in every way.
 * S₆ at level 1: 1 + 5, 2 + 4, 3 + 3, for a vector with two different entries is in the representation (5, 1).
 *
 * @param blocks - numbers of qubits
 */
export function brokenTypes(blocks: readonly number[], level: Levels): readonly (readonly number[])[] {
  return blocks.reduce<readonly (readonly number[])[]>(
    (types, n, i) => types.flatMap((type) => partitions(n, level[i]! + 1).map((parts) => [...type, ...parts])),
    [[]],
  );
}

/** Ascending sums of `parts` positive numbers, none below `least`. */
function partitions(n: number, parts: number, least = 1): readonly (readonly number[])[] {
  if (parts === 1) return n < least ? [] : [[n]];
  const firsts = Array.from({ length: Math.max(0, Math.floor(n / parts) - least + 1) }, (_, k) => least + k);
  return firsts.flatMap((first) => partitions(n - first, parts - 1, first).map((rest) => [first, ...rest]));
}
