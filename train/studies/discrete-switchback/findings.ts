/** @file The findings of the study in words. */

import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { type Cones, type Spread, spreadChecks, spreadSection } from './epidemics.ts';
import { type Agreement, agreementOf, type Exchange, heatChecks, heatSection, type RandomCases } from './heat.ts';
import { independent, type Precursor, precursorChecks, precursorSection } from './precursors.ts';
import { type Walk, walkChecks, walkSection } from './walks.ts';

interface Measured {
  readonly qubits: number;
  readonly walks: readonly Walk[];
  readonly precursors: readonly Precursor[];
  readonly spreads: readonly Spread[];
  readonly cones: Cones;
  readonly exchanges: readonly Exchange[];
  readonly random: RandomCases;
}

export function findings(measured: Measured): Findings {
  const { qubits, walks, precursors, spreads, cones, exchanges, random } = measured;
  const [walk] = walks;
  const [small] = precursors;
  const agreement = agreementOf(random.cases);
  const at = Math.min(12, small!.precursor.mean.length - 1);
  return {
    title: 'Growth, saturation, switchback and the arrow of time, exactly',
    question:
      'How does the complexity of a random circuit grow, what does a perturbation of the past cost, and does complexity tell the direction of time? (II.A)',
    answer:
      `The mean complexity of random circuits of CNOTs on ${qubits} qubits reaches nine tenths of its plateau ${walk!.complexity.plateau.toFixed(3)} after ` +
      `${walk!.complexity.nineTenths?.toFixed(1) ?? 'more'} gates. The precursor of a CNOT costs ${small!.precursor.mean[at]!.toFixed(2)} after ${at} gates, where there, W and ` +
      `back would cost ${(2 * small!.circuit[at]! + 1).toFixed(1)}; on so small a group it soon saturates at its class (${small!.precursor.plateau.toFixed(3)}). On many qubits the ` +
      `delay grows as log K. Of ${agreement.cases} random pairs of thermal qubits ${(100 * agreement.share).toFixed(1)} % become more complex as heat flows from hot to ` +
      `cold, or simpler as it flows back.`,
    sections: [
      walkSection(qubits, walks),
      precursorSection(precursors),
      spreadSection(spreads, cones),
      heatSection(exchanges, random.cases),
    ],
    checks: [
      ...walkChecks(walks),
      ...precursorChecks(precursors),
      ...spreadChecks(spreads, cones),
      ...heatChecks(exchanges, random),
    ],
    verdicts: [growthVerdict(walks), switchbackVerdict(precursors), heatVerdict(agreement)],
  };
}

function growthVerdict(walks: readonly Walk[]): Verdict {
  const [walk] = walks;
  const { complexity, fromFarthest, greatest, name } = walk!;
  const rises = walks.every(({ complexity: own }) =>
    own.mean.every((value, t) => t === 0 || value >= own.mean[t - 1]! - 1e-9),
  );
  return {
    statement: 'Complexity grows with time, and so gives time a direction.',
    source: 'II.A',
    verdict: rises ? 'holds in part' : 'fails',
    because:
      `From the identity the mean ${rises ? 'never falls' : 'falls at times'} (${name}: to ${complexity.plateau.toFixed(3)}). From the farthest circuit, at ${greatest}, the same random gates lower it to ` +
      `${fromFarthest.mean.at(-1)!.toFixed(3)}: the direction is that away from an atypical beginning, and it ends on the plateau.`,
  };
}

function switchbackVerdict(precursors: readonly Precursor[]): Verdict {
  const early = precursors.map(({ qubits, precursor, circuit }) => {
    const t = 3;
    return { qubits, own: precursor.mean[t]!, control: independent(circuit)[t]! };
  });
  return {
    statement: 'A perturbation of the past is cheaper than the way there and back: the switchback.',
    source: 'II.A',
    verdict: early.every(({ own, control }) => own < control) ? 'holds' : 'fails',
    because: early
      .map(
        ({ qubits, own, control }) =>
          `${qubits} qubits, 3 gates: U⁻¹WU ${own.toFixed(2)}, with independent circuits ${control.toFixed(2)}`,
      )
      .join('; '),
  };
}

function heatVerdict({ cases, share, chance, exchanged, reversed }: Agreement): Verdict {
  return {
    statement:
      'The complexity of the state of two thermal qubits is the thermodynamic arrow of time: it rises as heat flows from hot to cold.',
    source: 'I, II.A',
    verdict: share === 1 ? 'holds' : chance < 1e-3 && share > exchanged ? 'holds in part' : 'fails',
    because:
      `${(100 * share).toFixed(1)} % of ${cases} random pairs agree (random signs: 50 %, so large a share by chance ${chance.toExponential(1)}; slopes of other cases: ` +
      `${(100 * exchanged).toFixed(1)} %); heat flows back in ${(100 * reversed).toFixed(1)} %. With coherence of |01⟩ and |10⟩ alone it is a theorem.`,
  };
}
