import { describe, expect, test } from 'vitest';
import { rotatedStabilisers } from '../../src/circuit/clifford-circuit.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { zeroVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { place } from '../../src/operator/pauli.ts';
import { type CliffordGate, conjugatedGroup } from '../../src/stabiliser/clifford-gate.ts';
import { randomDigit } from '../../src/stabiliser/random-digit.ts';
import { randomStabiliserState } from '../../src/stabiliser/random-stabilisers.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords, stabiliserWords } from '../../src/stabiliser/stabiliser-words.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

/** The gate on basis states, |digits⟩ → Σ amplitude |other digits⟩, as its docstring has it. */
function action(
  gate: CliffordGate,
  prime: number,
  digits: readonly number[],
): readonly (readonly [number[], number])[] {
  const half = prime === 2 ? 0.5 : (prime + 1) / 2;
  const of = (qudit: number): number => digits[qudit]!;
  const mod = (value: number): number => ((value % prime) + prime) % prime;
  switch (gate.kind) {
    case 'fourier':
      return Array.from({ length: prime }, (_, k) => [digits.with(gate.qudit, k), of(gate.qudit) * k] as const);
    case 'phase':
      return [[[...digits], half * of(gate.qudit) ** 2]];
    case 'sum':
      return [[digits.with(gate.target, mod(of(gate.target) + (gate.power ?? 1) * of(gate.control))), 0]];
    case 'scale':
      return [[digits.with(gate.qudit, mod(gate.factor * of(gate.qudit))), 0]];
    case 'shift':
      return [[digits.with(gate.qudit, mod(of(gate.qudit) + gate.x)), gate.z * of(gate.qudit)]];
  }
}

function applied(gate: CliffordGate, prime: number, qudits: number, psi: ComplexVector): ComplexVector {
  const after = zeroVector(psi.length);
  for (let index = 0; index < psi.length; index++) {
    const digits = Array.from({ length: qudits }, (_, q) => Math.floor(index / prime ** (qudits - 1 - q)) % prime);
    const terms = action(gate, prime, digits);
    for (const [moved, turns] of terms) {
      const to = moved.reduce((sum, digit) => sum * prime + digit, 0);
      const angle = (2 * Math.PI * turns) / prime;
      const [c, s] = [Math.cos(angle) / Math.sqrt(terms.length), Math.sin(angle) / Math.sqrt(terms.length)];
      const [re, im] = [psi.interleaved[2 * index]!, psi.interleaved[2 * index + 1]!];
      after.interleaved[2 * to] = after.interleaved[2 * to]! + c * re - s * im;
      after.interleaved[2 * to + 1] = after.interleaved[2 * to + 1]! + c * im + s * re;
    }
  }
  return after;
}

const GATES: readonly CliffordGate[] = [
  { kind: 'fourier', qudit: 1 },
  { kind: 'phase', qudit: 0 },
  { kind: 'sum', control: 2, target: 0 },
  { kind: 'sum', control: 0, target: 1, power: -1 },
  { kind: 'shift', qudit: 2, x: 1, z: 1 },
];

describe('Clifford gates', () => {
  test.each([2, 3, 5])('on a group are the gates on its amplitudes, p = %i', (prime) => {
    const gates: readonly CliffordGate[] = prime === 2 ? GATES : [...GATES, { kind: 'scale', qudit: 1, factor: 2 }];
    for (let seed = 0; seed < (prime === 2 ? 20 : 4); seed++) {
      const group = randomStabiliserCode(seed, prime, 3);
      for (const gate of gates) {
        const dense = projector(applied(gate, prime, 3, stabiliserVector(group)));
        const exact = projector(stabiliserVector(conjugatedGroup(group, [gate])));
        expect(largestDifference(dense.interleaved, exact.interleaved), gate.kind).toBeLessThan(1e-13);
      }
    }
  });

  test('act in order, and leave the group that they are given', () => {
    const zero = stabiliserGroupOfWords(['ZI', 'IZ']);
    const bell = conjugatedGroup(zero, [
      { kind: 'fourier', qudit: 0 },
      { kind: 'sum', control: 0, target: 1 },
    ]);
    expect(stabiliserWords(bell)).toEqual(['XX', 'ZZ']);
    expect(stabiliserWords(zero)).toEqual(['ZI', 'IZ']);
  });

  test('on more qubits than a word has bits are quarter turns, generator by generator', () => {
    const stream = randomStream(1, 'gates');
    const qubits = 70;
    const group = randomStabiliserState(stream, 2, qubits);
    const [gates, words, quarters]: [CliffordGate[], string[], number[]] = [[], [], []];
    const turn = (letters: Readonly<Record<number, string>>, times: number): void => {
      words.push(place(qubits, letters));
      quarters.push(times);
    };
    for (let k = 0; k < 400; k++) {
      const [a, b] = [randomDigit(stream, qubits), randomDigit(stream, qubits - 1)];
      const other = b < a ? b : b + 1;
      gates.push(
        { kind: 'fourier', qudit: a },
        { kind: 'phase', qudit: other },
        { kind: 'sum', control: a, target: other, power: 3 },
        { kind: 'sum', control: other, target: a, power: 2 },
        { kind: 'shift', qudit: a, x: 1, z: 0 },
        { kind: 'shift', qudit: other, x: -2, z: 3 },
        { kind: 'scale', qudit: a, factor: 5 },
      );
      turn({ [a]: 'Z' }, 2); // H: a half turn about Z, then a quarter about Y
      turn({ [a]: 'Y' }, 1);
      turn({ [other]: 'Z' }, 1);
      turn({ [a]: 'Z' }, 1); // the controlled NOT
      turn({ [other]: 'X' }, 1);
      turn({ [a]: 'Z', [other]: 'X' }, -1);
      turn({ [a]: 'X' }, 2);
      turn({ [other]: 'Z' }, 2);
    }
    expect(stabiliserWords(conjugatedGroup(group, gates))).toEqual(
      stabiliserWords(rotatedStabilisers(group, words, quarters)),
    );
  });

  test('need whole powers', () => {
    const group = randomStabiliserCode(1, 2, 2);
    expect(() => conjugatedGroup(group, [{ kind: 'sum', control: 0, target: 1, power: 0.5 }])).toThrow(
      'whole numbers required, got 0.5 at sum',
    );
    expect(() => conjugatedGroup(group, [{ kind: 'shift', qudit: 0, x: Number.NaN, z: 0 }])).toThrow(
      'got NaN at shift',
    );
    expect(() => conjugatedGroup(group, [{ kind: 'scale', qudit: 0, factor: 2 }])).toThrow('got 2');
  });

  test('need qudits that exist, two for a sum, a factor other than zero', () => {
    const group = randomStabiliserCode(1, 3, 2);
    expect(() => conjugatedGroup(group, [{ kind: 'phase', qudit: 2 }])).toThrow(
      'a qudit below 2 required, got 2 at phase',
    );
    expect(() => conjugatedGroup(group, [{ kind: 'sum', control: 1, target: 1 }])).toThrow('got 1 twice');
    expect(() => conjugatedGroup(group, [{ kind: 'scale', qudit: 1, factor: 3 }])).toThrow('got 3');
  });
});
