/** @file An upper bound of the complexity of GHZ in closed form: from GHZ of fewer qubits, whose entangled qubits turn the others. */

import { DomainError } from '../../errors.ts';

/** A path to GHZ of many qubits and its length. */
export interface GrowthBound {
  readonly length: number;
  /** How many qubits are in GHZ, before the first turn and after each: ascending, the last is n. */
  readonly sizes: readonly number[];
}

/** Coefficient of each turn: a right angle on the Bloch sphere is exp(−i(π/4)Y). */
const TURN = Math.PI / 4;

/**
 * The least length of paths to GHZ_n that grow it, where words of one and two qubits on all pairs weigh 1. With L_m the length of a path
 * to GHZ_m, by one turn
 *
 *     C(GHZ_n) ≤ √(L_m² + (π/4)²) + (π/4)·√((n − m)/m),
 *
 * and by several the second term is a sum over m = m₀ < m₁ < … < n. The first term: while the first m qubits go to GHZ, the l others
 * are turned from |0⟩ to |+⟩ by (π/4l)·(ΣY_b + Σ_{b≠c} Y_b A_c), A = cos θ·Z + sin θ·X along the state they have got to. As
 * A|θ⟩ = |θ⟩ that acts on |θ…θ⟩ as (π/4)ΣY_b, exactly, and is π/4 long for any l. The second term: exp(i(π/4m)ΣZ_aY_b), see `growingGhz`.
 *
 * The length to GHZ_m may be one where words of one qubit weigh 1/(1 + n − m): the others are a field, see `fieldWeights`.
 *
 * @param known - lengths of paths to GHZ of fewer qubits by their number; GHZ of one qubit, |+⟩, is π/4 away
 * @throws {DomainError} n below 2 or not whole; a length that is not positive, of a number of qubits that is not whole
 */
export function growthBound(n: number, known: Iterable<readonly [qubits: number, length: number]> = []): GrowthBound {
  if (!Number.isInteger(n) || n < 2) throw new DomainError(`growthBound: at least 2 qubits required, got ${n}`);
  const begun = new Map<number, number>([[1, TURN], ...known]);
  for (const [m, length] of begun) {
    if (!(Number.isInteger(m) && m > 0 && length > 0 && length < Infinity)) {
      throw new DomainError(`growthBound: positive lengths of whole numbers of qubits required, got ${length} of ${m}`);
    }
  }
  /** By number of qubits m: what the turns from m to n take, in π/4, and where the first of them leads. */
  const turns = new Map<number, { readonly rest: number; readonly to: number }>([[n, { rest: 0, to: n }]]);
  for (let m = n - 1; m > 0; m--) {
    let least = { rest: Infinity, to: n };
    for (let to = m + 1; to <= n; to++) {
      const rest = Math.sqrt(to / m - 1) + turns.get(to)!.rest;
      if (rest < least.rest) least = { rest, to };
    }
    turns.set(m, least);
  }
  const bounds = [...begun].flatMap(([m, length]) => {
    const turn = turns.get(m);
    if (turn === undefined) return [];
    const sizes = [m];
    for (let size = m; size < n; size = sizes.at(-1)!) sizes.push(turns.get(size)!.to);
    return [{ length: m === n ? length : Math.hypot(length, TURN) + TURN * turn.rest, sizes }];
  });
  return bounds.reduce((least, bound) => (bound.length < least.length ? bound : least));
}
