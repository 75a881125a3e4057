/** @file Which permutations of the qubits leave a state as it is, found from its amplitudes. */

import { bitCount } from '../../engine/bits.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { normalised } from '../../linalg/vector.ts';
import { permutedQubits } from '../../state/permuted-qubits.ts';
import { binomial, type SymmetricVector } from '../../state/symmetric-vector.ts';

/** A state by its Dicke components, and which qubits make up its blocks. */
export interface SymmetricForm extends SymmetricVector {
  /** The qubits of the blocks, block after block: qubit order[k] is in place k. */
  readonly order: readonly number[];
}

/** ‖swap ψ − ψ‖ up to which a state counts as unchanged. */
const TOLERANCE = 1e-8;

/**
 * The classes of qubits that a state does not tell apart: i ~ j if exchanging them leaves it, sign included. As (ik) = (ij)(jk)(ij), that
 * is an equivalence, and the state is symmetric under all permutations within the classes.
 *
 * @param psi - shape (2ⁿ,), norm 1
 * @returns by size, the smallest first, then by the first qubit: hubs come before what they are joined to
 *
 * O(n·classes·2ⁿ).
 */
export function symmetryClasses(psi: ComplexVector, tolerance = TOLERANCE): readonly (readonly number[])[] {
  const qubits = Math.log2(psi.length);
  const classes: number[][] = [];
  for (let q = 0; q < qubits; q++) {
    const own = classes.find(([first]) => swapDistance(psi, first!, q) <= tolerance);
    if (own === undefined) classes.push([q]);
    else own.push(q);
  }
  return classes.toSorted((a, b) => a.length - b.length || a[0]! - b[0]!);
}

/** ‖swap_ab ψ − ψ‖: twice over each pair of basis states that differ. */
function swapDistance({ length, interleaved }: ComplexVector, a: number, b: number): number {
  const [one, other] = [length >> (a + 1), length >> (b + 1)];
  let sum = 0;
  for (let i = 0; i < length; i++) {
    if ((i & one) === 0 || (i & other) !== 0) continue;
    const j = i ^ one ^ other;
    sum +=
      2 * ((interleaved[2 * i]! - interleaved[2 * j]!) ** 2 + (interleaved[2 * i + 1]! - interleaved[2 * j + 1]!) ** 2);
  }
  return Math.sqrt(sum);
}

/**
 * The Dicke components of a state in the blocks of `symmetryClasses`, and the order of its qubits there.
 *
 * @param psi - shape (2ⁿ,), norm 1
 */
export function symmetricForm(psi: ComplexVector, tolerance = TOLERANCE): SymmetricForm {
  const classes = symmetryClasses(psi, tolerance);
  const blocks = classes.map(({ length }) => length);
  const order = classes.flat();
  return { blocks, order, components: dickeComponentsOf(permutedQubits(psi, order), blocks) };
}

/** ⟨D_{k₁}…D_{k_m}|ψ⟩ for neighbouring blocks, normalised. */
function dickeComponentsOf({ length, interleaved }: ComplexVector, blocks: readonly number[]): ComplexVector {
  const size = blocks.reduce((product, n) => product * (n + 1), 1);
  const sums = new Float64Array(2 * size);
  for (let b = 0; b < length; b++) {
    let [index, left, weight] = [0, Math.log2(length), 1];
    for (const n of blocks) {
      left -= n;
      const ones = bitCount((b >> left) & (2 ** n - 1));
      index = index * (n + 1) + ones;
      weight *= binomial(n, ones);
    }
    const factor = 1 / Math.sqrt(weight);
    sums[2 * index] = sums[2 * index]! + factor * interleaved[2 * b]!;
    sums[2 * index + 1] = sums[2 * index + 1]! + factor * interleaved[2 * b + 1]!;
  }
  return normalised({ length: size, interleaved: sums });
}
