/** @file Pluperfect tensors: unitaries from the bulk to the legs, perfect for every basis state of the bulk. */

import { DomainError, ShapeError } from '../../errors.ts';
import { perfectState } from '../../stabiliser/perfect-state.ts';
import { codeOfGroup, type StabiliserCode } from '../../stabiliser/stabiliser-code.ts';
import { projectedQudits } from '../../stabiliser/stabiliser-contraction.ts';
import { generatorRows, type StabiliserGroup } from '../../stabiliser/stabiliser-group.ts';
import { stabiliserGroupOfWords } from '../../stabiliser/stabiliser-words.ts';
import { translatesOf } from '../../stabiliser/translates.ts';

/**
 * A pluperfect tensor: 2k legs of dimension p and a bulk leg of dimension p^{2k}, unitary from the bulk to the legs, which
 * makes a perfect state of every state of a basis of the bulk: the translates of a perfect stabiliser state. In the
 * working definition used here the basis is that of the syndromes.
 *
 *         │ │
 *       ──■══ bulk      S = k ln p between any k legs and the others, for each of the p^{2k} basis states
 *         │ │
 *
 * @returns the state of the 2k legs, then of the 2k qudits of the bulk
 * @throws {DomainError} no perfect state is known, see `perfectState`: (prime, legs) = (2, 6), (3, 4), (5, 6) have one,
 *   (2, 4) has none
 *
 * @see Yang, Hayden & Qi, arXiv:1510.03784
 */
export function pluperfectTensor(prime: number, legs: number): StabiliserGroup {
  return translatesOf(perfectState(prime, legs));
}

/**
 * The code that is left of a pluperfect tensor when the bulk is confined to a subspace: words of the perfect state have
 * fixed eigenvalues. ⟨X⊗⁶, Z⊗⁶⟩ for six qubits gives [[6, 4, 2]].
 *
 * @param tensor - as `pluperfectTensor` returns it
 * @param words - generators of the subgroup, see `stabiliserGroupOfWords`
 * @throws {ShapeError} words of another length
 * @throws {DomainError} words that are no group, or not among those of the perfect state
 */
export function codeSubspace(tensor: StabiliserGroup, words: readonly string[]): StabiliserCode {
  const legs = tensor.qudits / 2;
  const subgroup = stabiliserGroupOfWords(words, tensor.prime);
  if (subgroup.qudits !== legs) {
    throw new ShapeError(`codeSubspace: words of ${legs} letters required, got ${subgroup.qudits}`);
  }
  const values = Object.fromEntries(Array.from({ length: legs }, (_, q) => [legs + q, 0]));
  const perfect = generatorRows(projectedQudits(tensor, values)!.group).generators;
  // What commutes with all words of a pure state is one of them.
  generatorRows(subgroup).generators.forEach((word, k) => {
    const commutes = perfect.every((g) => {
      let form = 0;
      for (let q = 0; q < legs; q++) form += g[legs + q]! * word[q]! - g[q]! * word[legs + q]!;
      return form % tensor.prime === 0;
    });
    if (!commutes) throw new DomainError(`codeSubspace: words of the perfect state required, got '${words[k]}'`);
  });
  return codeOfGroup(subgroup);
}
