/**
 * @file Groups of gates as graphs: an edge is a gate, and the distance from the identity is the least number of gates.
 *
 *     identity ── g₁ ── g₂g₁ ── … ── U          distance C(U) = min { L : U = g_L ⋯ g₁ }
 */

import { DomainError } from '../../errors.ts';

/** A gate that may be applied at every step. */
export interface CayleyGenerator {
  /** 'CNOT(0,1)', 'XY on 0, 2': how the gate is written in a word. */
  readonly name: string;
  /** U ↦ gU, on codes. */
  readonly apply: (code: number) => number;
  /** U ↦ g⁻¹Ug, on codes; absent where codes stand for cosets. */
  readonly conjugate?: (code: number) => number;
}

/**
 * The Cayley graph of a finite group, or of its cosets UL by a subgroup L of free gates. Elements are packed into
 * integer codes below `codes`; not every code need be an element. The inverse of a generator is a generator.
 */
export interface CayleyGraph {
  /** 'GL(5,2)'. */
  readonly name: string;
  /** Number of elements of the whole group, of which the generators may reach a part. */
  readonly order: number;
  /** |L|, elements in every coset; 1 if no gate is free. */
  readonly multiplicity: number;
  readonly codes: number;
  readonly identity: number;
  readonly generators: readonly CayleyGenerator[];
  /** Writes gU for all generators in turn, shape (generators,): the same as `apply` one by one, in one call. */
  readonly neighbours: (code: number, into: Int32Array) => void;
}

/** A table of distances has a byte for every code: 32 MiB. */
export const MOST_CODES = 2 ** 25;

/**
 * A graph, checked before any table is made.
 *
 * @param graph - without `neighbours` generators are applied one by one, which takes up to three times as long
 * @throws {DomainError} more than 2²⁵ codes, an identity that is no code, no generator, or one whose inverse is missing
 */
export function cayleyGraph(
  graph: Omit<CayleyGraph, 'neighbours'> & Partial<Pick<CayleyGraph, 'neighbours'>>,
): CayleyGraph {
  const { name, codes, identity, generators } = graph;
  if (!(codes >= 1 && codes <= MOST_CODES)) {
    throw new DomainError(`cayleyGraph: at most ${MOST_CODES} codes required, got ${codes} for ${name}`);
  }
  if (!(Number.isInteger(identity) && identity >= 0 && identity < codes)) {
    throw new DomainError(`cayleyGraph: an identity below ${codes} required, got ${identity}`);
  }
  if (generators.length === 0) throw new DomainError(`cayleyGraph: at least one generator required for ${name}`);
  inversesOf(graph);
  const oneByOne = (code: number, into: Int32Array): void => {
    for (let k = 0; k < generators.length; k++) into[k] = generators[k]!.apply(code);
  };
  return { neighbours: oneByOne, ...graph };
}

/**
 * The index of the inverse of every generator.
 *
 * @throws {DomainError} an inverse is missing
 */
export function inversesOf({ generators, identity }: Pick<CayleyGraph, 'generators' | 'identity'>): readonly number[] {
  return generators.map(({ name, apply }) => {
    const image = apply(identity);
    const inverse = generators.findIndex((other) => other.apply(image) === identity);
    if (inverse < 0) throw new DomainError(`cayleyGraph: the inverse of every generator required, got none of ${name}`);
    return inverse;
  });
}
