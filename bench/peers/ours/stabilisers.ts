/** @file A Clifford circuit on |0…0⟩: its stabilisers, their canonical form, and the entropy of half of the chain. */

import { createHash } from 'node:crypto';
import {
  type CliffordGate,
  canonicalForm,
  conjugatedGroup,
  stabiliserEntropy,
  stabiliserGroupOfCircuit,
  stabiliserWords,
} from 'bulkweave/stabiliser';
import { given, input, measure, range } from './measure.ts';

const { qubits, task } = given<{ readonly qubits: number; readonly task: string }>();
const numbers = input('gates');
const gates = range(numbers.length / 3).map((k): CliffordGate => {
  const [kind, qudit, target] = [numbers[3 * k]!, numbers[3 * k + 1]!, numbers[3 * k + 2]!];
  if (kind === 2) return { kind: 'sum', control: qudit, target };
  return { kind: kind === 0 ? 'fourier' : 'phase', qudit };
});
const zero = stabiliserGroupOfCircuit({ kind: 'circuit', qubits, parameters: 0, gates: [] }, new Float64Array(0));

/** The first and the next 24 bits of the digest of the canonical generators, a word a line. */
function digest(words: readonly string[]): Readonly<Record<string, number>> {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return { first: Number.parseInt(hex.slice(0, 6), 16), second: Number.parseInt(hex.slice(6, 12), 16) };
}

switch (task) {
  case 'circuit':
    measure(
      () => conjugatedGroup(zero, gates),
      (group) => digest(stabiliserWords(canonicalForm(group))),
    );
    break;
  case 'canonical': {
    const group = conjugatedGroup(zero, gates);
    measure(
      () => canonicalForm(group),
      (canonical) => digest(stabiliserWords(canonical)),
    );
    break;
  }
  case 'entropy': {
    const group = conjugatedGroup(zero, gates);
    measure(
      () => stabiliserEntropy(group, range(qubits / 2)) / Math.LN2,
      (entropy) => ({ entropy }),
    );
    break;
  }
}
