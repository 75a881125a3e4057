/** @file Terms of chains without end. */

import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';

const term = (words: Readonly<Record<string, number>>): ComplexMatrix =>
  pauliSumMatrix({ qubits: 2, terms: Object.entries(words).map(([word, coefficient]) => ({ word, coefficient })) });

/** −ZZ − g X − h Z. */
export const isingTerm = (g: number, h = 0): ComplexMatrix =>
  term({ ZZ: -1, XI: -g / 2, IX: -g / 2, ZI: -h / 2, IZ: -h / 2 });

/** −XX − YY. */
export const xxTerm = term({ XX: -1, YY: -1 });
