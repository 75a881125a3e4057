/** @file Entropy, fidelity and overlap with the vacuum of oscillators, by their covariances. */

import {
  entropiesOfGaussian,
  type GaussianState,
  gaussianFidelity,
  gaussianOverlap,
  gaussianState,
  gaussianVacuum,
} from 'bulkweave/gaussian';
import { given, input, measure, range } from './measure.ts';

const { modes, task } = given<{ readonly modes: number; readonly task: string }>();
const size = 2 * modes;
const state = (name: string): GaussianState => gaussianState('boson', { rows: size, cols: size, data: input(name) });
const a = state('a');

switch (task) {
  case 'entropy':
    measure(
      () => entropiesOfGaussian(a).entropy(range(modes / 2)),
      (entropy) => ({ entropy }),
    );
    break;
  case 'fidelity': {
    const b = state('b');
    measure(
      () => gaussianFidelity(a, b),
      (fidelity) => ({ fidelity }),
    );
    break;
  }
  case 'vacuum': {
    const vacuum = gaussianVacuum('boson', modes);
    measure(
      () => gaussianOverlap(a, vacuum),
      (overlap) => ({ overlap }),
    );
    break;
  }
}
