import type { z } from 'zod';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { emptyJournal } from '../../train/phase.ts';
import { type Trained, train } from '../../train/train.ts';
import { trainingOptions } from '../../train/training-options.ts';

/** Nielsen's metric: two-qubit words anywhere, nothing else. */
export const PAIRS = { maxSize: 2, penalty: Infinity };

/** Trains to the end, without looking at the steps. */
export async function trained(
  network: GenerativeNetwork,
  target: TargetState,
  options: z.input<typeof trainingOptions>,
  seed = 1,
): Promise<Trained> {
  const steps = train({ network, target, metric: PAIRS, seed }, trainingOptions.parse(options), emptyJournal());
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** Prints one line of the acceptance table. */
export function show(what: string, { infidelity, network, starts, history }: Trained, seconds: number): void {
  const parts = network.kind === 'circuit' ? `${network.gates.length} gates` : `${network.parameters} parameters`;
  const row = [
    what,
    infidelity.toExponential(2),
    parts,
    `${starts.length} starts`,
    `${history.length} steps`,
    `${seconds.toFixed(1)} s`,
  ];
  console.log(`| ${row.join(' | ')} |`);
}
