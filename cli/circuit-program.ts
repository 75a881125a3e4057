/** @file The circuit that a run has learned, for other programs. */

import { byKind } from '../src/by-kind.ts';
import { openQasm } from '../src/circuit/open-qasm/write-open-qasm.ts';
import { blockOpenQasm } from '../src/complexity/block-open-qasm.ts';
import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { RunRecord } from '../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../src/record/study-record.ts';

/**
 * The learned circuit as an OpenQASM 2 program, with what it makes in its first line; null for studies, curves, tensor networks,
 * circuits that start from a mixed state, and trainings that diverged.
 */
export function circuitProgram(record: RunRecord | StudyRecord): string | null {
  if (record.schema === STUDY_SCHEMA || record.points.length !== 1) return null;
  const { target, training } = record.points[0]!;
  const { network, theta, infidelity } = training;
  const isMixed = network.kind !== 'network' && network.reference !== undefined && 'spectrum' in network.reference;
  if (isMixed || !theta.every(Number.isFinite)) return null;
  const program = programOf(network, Float64Array.from(theta));
  const name = target.name.replaceAll(/\s+/g, ' ');
  return program && `// ${name} from |0...0>, infidelity ${infidelity}\n${program}`;
}

const programOf = byKind<GenerativeNetwork, [theta: Float64Array], string | null>({
  circuit: (circuit, theta) => openQasm(circuit, theta),
  'block-circuit': blockOpenQasm,
  network: () => null,
});
