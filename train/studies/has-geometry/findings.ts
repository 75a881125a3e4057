/** @file The findings of the study in words, tables and pictures. */

import { counted, significant } from '../../../src/number-format.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { checksOf, type Measured, named, verdictsOf } from './checks.ts';
import { separableSection, superpositionSection } from './quantum-sections.ts';
import { classSection, growthSection, latticeSection } from './sections.ts';

export function findings(measured: Measured): Findings {
  const { states, superposed, planted, squares } = measured;
  const pure = states.filter(({ verdict }) => verdict.class === 'volume law' && verdict.isPure);
  const lattice = named(states, 'square lattice, potential 1.5').verdict.geometry!;
  const vacua = superposed[0]!;
  return {
    title: 'Has every state a geometry?',
    question:
      'Which states have entropies and pairs that speak of a space of low dimension, and is the space of a superposition that of its parts? (III.A, I)',
    answer:
      `Of ${counted(states.length, 'state')} the law of growth of blocks tells the class that theory gives wherever it gives one. ${counted(pure.length, 'pure state')} with a volume law and ` +
      'states without locality, GHZ and W, have no low-dimensional geometry; a mixed state can have a volume law and a geometry of its pairs. Fermions on a square lattice give their ' +
      `lattice back up to ${significant(lattice.shape!.procrustes!, 2)} (Procrustes; ${significant(lattice.shuffled!.procrustes!, 2)} for shuffled information), but their entropies are sums over ` +
      `pairs only up to ${significant(Math.max(...squares.map(({ defect }) => defect)), 2)}; planted pairs on ${planted.sites} sites have no such defect. Superposing two vacua changes mutual ` +
      `information by ${significant(vacua.informationChange!, 3)} times its size: geometry is not linear in the state.`,
    sections: [
      classSection(measured),
      growthSection(measured),
      latticeSection(measured),
      superpositionSection(measured),
      separableSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}
