/** @file The findings of the study in words. */

import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { type Coupling, couplingChecks, couplingSection } from './cnot-circuits.ts';
import { type Gauge, gaugeChecks, gaugeSection } from './gauge.ts';
import { type Cliffords, otherChecks, otherSection, type Swaps } from './other-circuits.ts';

interface Measured {
  readonly qubits: number;
  readonly couplings: readonly Coupling[];
  readonly gauges: readonly Gauge[];
  readonly cliffords: readonly Cliffords[];
  readonly swaps: readonly Swaps[];
}

export function findings({ qubits, couplings, gauges, cliffords, swaps }: Measured): Findings {
  const [first] = couplings;
  const costs = couplings.map(({ name, mean, spheres }) => `${mean.toFixed(4)} and ${spheres.length - 1} (${name})`);
  const last = swaps.at(-1)!;
  return {
    title: 'Exact discrete complexity',
    question: `How many gates does each circuit of a finite group need, and what does locality cost? (II.A, II.B)`,
    answer:
      `Of the ${first!.order} circuits of CNOTs on ${qubits} qubits the mean and the greatest least number of gates are ${costs.join(', ')}. ` +
      `Most circuits are near to the mean (deviation ${first!.deviation.toFixed(2)} for ${first!.name}). ` +
      `Permutations of ${last.sites} sites take ${last.overhead.toFixed(3)} times as many swaps on a chain, an overhead that grows as n/4. ` +
      'No number here is a bound: every element was reached.',
    sections: [couplingSection(qubits, couplings), gaugeSection(qubits, gauges), otherSection(cliffords, swaps)],
    checks: [...couplingChecks(qubits, couplings), ...gaugeChecks(gauges), ...otherChecks(cliffords, swaps)],
    verdicts: verdictsOf(couplings, gauges),
  };
}

function verdictsOf(couplings: readonly Coupling[], gauges: readonly Gauge[]): readonly Verdict[] {
  const [reference, ...others] = gauges;
  const unchanged = gauges.filter(({ exchanged }) => exchanged === 1);
  const ratios = couplings.slice(1).map(({ name, mean }) => `${(mean / couplings[0]!.mean).toFixed(3)} (${name})`);
  const verdicts: Verdict[] = [];
  if (others.length > 0) {
    const least = others.reduce((a, b) => (a.correlation < b.correlation ? a : b));
    verdicts.push({
      statement: 'The complexity depends on which operators are allowed, by size and range.',
      source: 'II.B',
      verdict: others.every(({ correlation }) => correlation < 1 - 1e-9) ? 'holds' : 'holds in part',
      because:
        `Mean costs are ${ratios.join(', ')} times those of ${reference!.name}; the orders of all elements by cost agree to a rank correlation of ` +
        `${least.correlation.toFixed(3)} at the least (shuffled ${least.shuffled.toFixed(3)}), so the metrics are alike and not the same.`,
    });
  }
  verdicts.push({
    statement: 'Permutations of qubits are gauge transformations: they leave the complexity as it is.',
    source: 'III.C',
    verdict: unchanged.length === gauges.length ? 'holds' : unchanged.length > 0 ? 'holds in part' : 'fails',
    because: gauges
      .map(
        ({ name, exchanged }) =>
          `${name}: ${(100 * exchanged).toFixed(1)} % of all circuits cost the same after an exchange of two qubits`,
      )
      .join('; '),
  });
  return verdicts;
}
