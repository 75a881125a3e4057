import { z } from 'zod';
import type { BlochPoint, Circuit, Rotation } from '../src/circuit/circuit.ts';
import { commute } from '../src/operator/pauli.ts';
import type { PauliSum } from '../src/operator/pauli-sum.ts';

export const hamiltonianVariationalOptions = z.strictObject({
  layers: z.int().positive().describe('number of times all groups of terms act'),
  groups: z
    .enum(['commuting', 'terms'])
    .default('commuting')
    .describe('commuting: one parameter for each set of commuting terms; terms: one for each term'),
  reference: z.enum(['plus', 'zero']).default('plus').describe('product state to start from: |+…+⟩ or |0…0⟩'),
});

/**
 * Hamiltonian-variational circuit (alternating-operator ansatz): the terms of H are sorted into groups H_g of
 * commuting words, and each layer ℓ applies
 *
 *     Π_g exp(−i θ_{ℓg} H_g / max|c|)
 *
 * with one parameter for each group. For the transverse-field Ising chain the groups are the ZZ and the X terms.
 *
 *     ─+─┌─────┐┌─────┐┌─────┐
 *     ─+─│e^H_1││e^H_2││e^H_1│ …
 *     ─+─└─────┘└─────┘└─────┘
 *
 * @see Wecker, Hastings & Troyer, Phys. Rev. A 92, 042303 (2015)
 */
export function hamiltonianVariational(
  hamiltonian: PauliSum,
  options: z.input<typeof hamiltonianVariationalOptions>,
): Circuit {
  const { layers, groups, reference } = hamiltonianVariationalOptions.parse(options);
  const terms = hamiltonian.terms.filter(({ word, coefficient }) => /[XYZ]/.test(word) && coefficient !== 0);
  const largest = Math.max(...terms.map(({ coefficient }) => Math.abs(coefficient)));
  const sets = groups === 'terms' ? terms.map((term) => [term]) : commutingSets(terms);
  const gates = Array.from({ length: layers }, (_, layer) =>
    sets.map((set, g) => {
      const parameter = layer * sets.length + g;
      return set.map(({ word, coefficient }): Rotation => {
        return { word, angle: { parameter, scale: (2 * coefficient) / largest } };
      });
    }),
  ).flat(2);
  const plus: readonly BlochPoint[] = Array.from({ length: hamiltonian.qubits }, () => ({
    polar: Math.PI / 2,
    azimuth: 0,
  }));
  return {
    kind: 'circuit',
    qubits: hamiltonian.qubits,
    parameters: layers * sets.length,
    gates,
    ...(reference === 'plus' && { reference: plus }),
  };
}

/** Puts each term into the first set with all of which it commutes. */
function commutingSets(terms: PauliSum['terms']): PauliSum['terms'][] {
  const sets: PauliSum['terms'][number][][] = [];
  for (const term of terms) {
    const home = sets.find((set) => set.every(({ word }) => commute(word, term.word)));
    if (home === undefined) sets.push([term]);
    else home.push(term);
  }
  return sets;
}
