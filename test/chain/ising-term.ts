import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

/** −ZZ − g (X ⊗ 1 + 1 ⊗ X)/2 − h (Z ⊗ 1 + 1 ⊗ Z)/2 + t Z ⊗ Y, whose last term makes it complex. */
export const isingTerm = (g: number, { longitudinal = 0, twist = 0 } = {}): ComplexMatrix =>
  pauliSumMatrix({
    qubits: 2,
    terms: [
      { word: 'ZZ', coefficient: -1 },
      { word: 'XI', coefficient: -g / 2 },
      { word: 'IX', coefficient: -g / 2 },
      { word: 'ZI', coefficient: -longitudinal / 2 },
      { word: 'IZ', coefficient: -longitudinal / 2 },
      { word: 'ZY', coefficient: twist },
    ],
  });
