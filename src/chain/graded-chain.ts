/** @file Matrix-product states of a definite charge: bonds carry the charge of all sites on their left. */

import { DomainError } from '../errors.ts';
import { contractGraded } from '../grading/graded-contraction.ts';
import { chargeModulo, type GradedLeg, gradedLeg } from '../grading/graded-leg.ts';
import { splitGraded } from '../grading/graded-split.ts';
import { denseOf, type GradedTensor, gradedOf, gradedShape, realTensor } from '../grading/graded-tensor.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { Chain } from './matrix-product-state.ts';

/** Tensors with axes (left bond, site, right bond) and signs (+, +, −); the last bond has the charge of the state. */
export type GradedChain = readonly GradedTensor[];

/** The charge of every basis state of every site, integers or modulo N. */
export interface SiteCharges {
  readonly siteCharges: readonly (readonly number[])[];
  /** N of Z_N; 0 for integer charges. */
  readonly modulus: number;
}

/** Signs of a tensor's legs. */
const SIGNS = [1, 1, -1];

/** The charge of all sites of a state. */
export const sectorOf = (chain: GradedChain): number => chain.at(-1)!.shape.legs[2]!.charges[0]!;

/** The chain with all its entries. */
export const denseChain = (chain: GradedChain): Chain => chain.map(denseOf);

/** Entries below this fraction of a column's largest are zero where charges of bonds are looked for. */
const NEGLIGIBLE = 1e-10;

/**
 * A dense chain as one of a definite charge, if every value of its bonds has one; so it is for what sweeps within a sector
 * return.
 *
 * @param name - who asks, for the error
 * @throws {DomainError} a value of a bond joins states of different charges
 */
export function gradedChain(chain: Chain, { siteCharges, modulus }: SiteCharges, name: string): GradedChain {
  let left = gradedLeg([0]);
  return withoutEmptyColumns(chain).map((tensor, k) => {
    const site = gradedLeg(siteCharges[k]!);
    const right = gradedLeg(rightCharges(tensor, left, site, modulus, name));
    const shape = gradedShape([left, site, right], SIGNS, modulus);
    left = right;
    return gradedOf(tensor, shape, name);
  });
}

/** The same state without values of bonds that no state on the left leads to: they have no charge. */
function withoutEmptyColumns(chain: Chain): Chain {
  let kept: readonly number[] = [0];
  return chain.map(({ shape, interleaved }, k) => {
    const [, d, b] = shape as [number, number, number];
    const rows = kept.flatMap((a) => Array.from({ length: d }, (_, s) => a * d + s));
    const isUsed = (column: number): boolean =>
      rows.some((row) => interleaved[2 * (row * b + column)] !== 0 || interleaved[2 * (row * b + column) + 1] !== 0);
    const all = Array.from({ length: b }, (_, column) => column);
    const columns = k === chain.length - 1 ? all : all.filter(isUsed);
    const own = [kept.length, d, columns.length];
    kept = columns;
    return {
      shape: own,
      interleaved: Float64Array.from(
        rows.flatMap((row) =>
          columns.flatMap((column) => [interleaved[2 * (row * b + column)]!, interleaved[2 * (row * b + column) + 1]!]),
        ),
      ),
    };
  });
}

/** The charge of each value of the right bond, that of its largest entry. */
function rightCharges(
  { shape, interleaved }: ComplexArray,
  left: GradedLeg,
  site: GradedLeg,
  modulus: number,
  name: string,
): readonly number[] {
  const [a, d, b] = shape as [number, number, number];
  return Array.from({ length: b }, (_, right) => {
    const found = new Map<number, number>();
    for (let row = 0; row < a * d; row++) {
      const at = 2 * (row * b + right);
      const size = Math.hypot(interleaved[at]!, interleaved[at + 1]!);
      const sum = left.charges[Math.floor(row / d)]! + site.charges[row % d]!;
      const charge = chargeModulo(sum, modulus);
      found.set(charge, Math.max(found.get(charge) ?? 0, size));
    }
    const most = Math.max(...found.values());
    const charges = [...found].filter(([, size]) => size > NEGLIGIBLE * most);
    if (charges.length === 1) return charges[0]![0];
    throw new DomainError(`${name}: a state of a definite charge required, got a bond that joins several`);
  });
}

/** Most charges that a bond of a random chain has. */
const MOST_CHARGES = 8;

/**
 * A random chain of a given charge: on every bond one state for each of the charges that most basis states have there.
 * Without a symmetry it is a random product state, which overlaps with every sector.
 *
 * @throws {DomainError} a charge that no basis state has
 */
export function randomGradedChain(
  { siteCharges, modulus }: SiteCharges,
  sector: number,
  stream: RandomStream,
  name: string,
): GradedChain {
  const n = siteCharges.length;
  const wanted = chargeModulo(sector, modulus);
  const before = countsByCharge(siteCharges, 1, modulus);
  if (!before[n]!.has(wanted)) {
    const range = [...before[n]!.keys()].sort((a, b) => a - b);
    throw new DomainError(
      `${name}: a sector that some state of the sites has required (${range.length} of them, ${range[0]} to ${range.at(-1)}), got ${sector}`,
    );
  }
  const after = countsByCharge(siteCharges.toReversed(), -1, modulus).reverse();
  const bonds = before.map((counts, k) => {
    const states = (charge: number): number =>
      counts.get(charge)! * (after[k]!.get(chargeModulo(charge - wanted, modulus)) ?? 0);
    const possible = [...counts.keys()].filter((charge) => states(charge) > 0);
    return possible.sort((a, b) => states(b) - states(a)).slice(0, MOST_CHARGES);
  });
  const tensors = siteCharges.map((own, k) => {
    const shape = gradedShape([gradedLeg(bonds[k]!), gradedLeg(own), gradedLeg(bonds[k + 1]!)], SIGNS, modulus);
    return realTensor(
      shape,
      Float64Array.from({ length: shape.size }, () => stream.normal()),
    );
  });
  return rightCanonicalGraded(tensors);
}

/** For 0, 1, 2, … sites how many of their basis states have each charge, with the given sign. */
function countsByCharge(
  siteCharges: readonly (readonly number[])[],
  sign: 1 | -1,
  modulus: number,
): ReadonlyMap<number, number>[] {
  const all = [new Map([[0, 1]])];
  siteCharges.forEach((own, k) => {
    const next = new Map<number, number>();
    for (const [charge, count] of all[k]!) {
      for (const more of own) {
        const sum = chargeModulo(charge + sign * more, modulus);
        next.set(sum, (next.get(sum) ?? 0) + count);
      }
    }
    all.push(next);
  });
  return all;
}

/** The state with norm 1, all tensors but the first co-isometries. */
export function rightCanonicalGraded(chain: GradedChain): GradedChain {
  const tensors = [...chain];
  for (let k = tensors.length - 1; k > 0; k--) {
    const { left, right } = splitGraded(tensors[k]!, 1, false, { tolerance: 0, bond: Infinity });
    tensors[k] = right;
    tensors[k - 1] = contractGraded(['asb', 'bc'], [tensors[k - 1]!, left], 'asc');
  }
  tensors[0] = unitGraded(tensors[0]!);
  return tensors;
}

/** The tensor divided by its norm. */
export function unitGraded(tensor: GradedTensor): GradedTensor {
  const { shape, real } = tensor;
  const numbers = real ?? tensor.interleaved;
  const norm = Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0));
  const unit = numbers.map((x) => x / norm);
  return real ? realTensor(shape, unit) : { shape, interleaved: unit };
}
