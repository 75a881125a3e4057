import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causalCone, causalWedge } from '../../src/bulk/causal-cones.ts';
import { recoverability } from '../../src/bulk/recoverability.ts';
import type { Circuit, Rotation } from '../../src/circuit/circuit.ts';
import { support } from '../../src/operator/pauli.ts';

const NONE = new Float64Array(0);
const word = (qubits: number, letters: Readonly<Record<number, string>>): string =>
  Array.from({ length: qubits }, (_, q) => letters[q] ?? 'I').join('');
const circuitOf = (qubits: number, gates: readonly Rotation[]): Circuit => ({
  kind: 'circuit',
  qubits,
  parameters: 0,
  gates,
});
/** Controlled flip, up to a phase. */
const flip = (qubits: number, c: number, t: number): readonly Rotation[] => [
  { word: word(qubits, { [c]: 'Z' }), angle: Math.PI / 2 },
  { word: word(qubits, { [t]: 'X' }), angle: Math.PI / 2 },
  { word: word(qubits, { [c]: 'Z', [t]: 'X' }), angle: -Math.PI / 2 },
];
const subsets = (n: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** n }, (_, mask) => [...Array(n).keys()].filter((k) => (mask >> k) & 1));

/** Five-qubit code as a graph code: |x⟩ ↦ Z^x on every vertex of the pentagon's graph state, up to local rotations. */
const fiveQubitCode = circuitOf(5, [
  ...[1, 2, 3, 4].map((t) => ({ word: word(5, { 0: 'Z', [t]: 'Y' }), angle: Math.PI / 2 })),
  { word: 'YIIII', angle: Math.PI / 2 },
  ...[0, 1, 2, 3, 4].map((q) => ({ word: word(5, { [q]: 'Z', [(q + 1) % 5]: 'Z' }), angle: Math.PI / 2 })),
]);

/** [[4,2,2]]: |a, b⟩ ↦ Σ_c |a + c, b + c, a + b + c, c⟩. */
const fourQubitCode = circuitOf(4, [
  ...flip(4, 0, 2),
  ...flip(4, 1, 2),
  { word: 'IIIY', angle: Math.PI / 2 },
  ...[0, 1, 2].flatMap((t) => flip(4, 3, t)),
]);

describe('what enters a circuit', () => {
  test('through bare wires comes out where it went in, and nowhere else', () => {
    for (const region of subsets(3)) {
      const { leaked, share } = recoverability(circuitOf(3, []), NONE, { wires: [1] }, region);
      expect(share).toBeCloseTo(region.includes(1) ? 1 : 0, 12);
      expect(leaked).toBeCloseTo(region.includes(1) ? 0 : 2 * Math.LN2, 12);
    }
  });

  test('the five-qubit code survives the loss of any two qubits, and is lost with any three', () => {
    for (const region of subsets(5)) {
      const { share, fidelityBound } = recoverability(fiveQubitCode, NONE, { wires: [0] }, region);
      expect(share).toBeCloseTo(region.length >= 3 ? 1 : 0, 10);
      expect(fidelityBound).toBeCloseTo(region.length >= 3 ? 1 : 1 / 4, 10);
    }
  });

  test('the [[4,2,2]] code survives the loss of any one qubit, and half of it that of two', () => {
    for (const region of subsets(4)) {
      const { share } = recoverability(fourQubitCode, NONE, { wires: [0, 1] }, region);
      expect(share).toBeCloseTo([0, 0, 1 / 2, 1, 1][region.length]!, 10);
    }
  });

  test('partly copied into an ancilla at angle a leaks the entropy h((1 + cos a)/2) to it', () => {
    for (const a of [0, 0.3, 1, Math.PI / 2]) {
      const { leaked } = recoverability(circuitOf(2, [{ word: 'ZY', angle: a }]), NONE, { wires: [0] }, [0]);
      const h = [(1 + Math.cos(a)) / 2, (1 - Math.cos(a)) / 2].reduce(
        (s, p) => s - (p > 1e-15 ? p * Math.log(p) : 0),
        0,
      );
      expect(leaked).toBeCloseTo(h, 10);
    }
  });
});

describe('a region of the bulk: several places at once', () => {
  test('is recovered as a whole: bare wires each where they are', () => {
    const gates = [{ word: 'IIX', angle: 1 }];
    const both = [{ wires: [0] }, { wires: [2], before: 1 }];
    const share = (region: readonly number[]) => recoverability(circuitOf(3, gates), NONE, both, region).share;
    expect(share([0, 2])).toBeCloseTo(1, 12);
    expect(share([0])).toBeCloseTo(1 / 2, 12);
    expect(share([2, 1])).toBeCloseTo(1 / 2, 12);
    expect(share([1])).toBeCloseTo(0, 12);
  });

  test('of wires at one gate is one place of them all', () => {
    const split = [{ wires: [1] }, { wires: [0] }];
    for (const region of subsets(4)) {
      const { leaked } = recoverability(fourQubitCode, NONE, split, region);
      expect(leaked).toBeCloseTo(recoverability(fourQubitCode, NONE, { wires: [0, 1] }, region).leaked, 10);
    }
  });

  test('what enters early is lost to the world where a later place takes its wire', () => {
    const places = [{ wires: [0] }, { wires: [0], before: 1 }];
    const { share, leaked } = recoverability(circuitOf(2, [{ word: 'XI', angle: 0.3 }]), NONE, places, [0, 1]);
    expect(share).toBeCloseTo(1 / 2, 12);
    expect(leaked).toBeCloseTo(2 * Math.LN2, 12);
  });

  test('all of the five-qubit code and its wires after encoding: three sites no longer suffice', () => {
    const places = [{ wires: [0] }, { wires: [4], before: fiveQubitCode.gates.length }];
    const share = (region: readonly number[]) => recoverability(fiveQubitCode, NONE, places, region).share;
    expect(share([0, 1, 2, 4])).toBeCloseTo(1, 10); // the code corrects the loss of 3 and of what was on 4
    expect(share([0, 1, 2, 3])).toBeCloseTo(1 / 2, 10); // the logical qubit, not what entered at 4
    expect(share([0, 1, 4])).toBeCloseTo(1 / 2, 10); // what entered at 4, not the logical qubit
  });

  test('refuses one wire twice at the same gate, and no wire at all', () => {
    expect(() => recoverability(fourQubitCode, NONE, [{ wires: [0] }, { wires: [0] }], [0])).toThrow(
      /different sites below 4/,
    );
    expect(() => recoverability(fourQubitCode, NONE, [], [0])).toThrow(/at least one wire/);
  });
});

describe('what enters in the midst of a random circuit', () => {
  const letters = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 4, maxLength: 4 });
  const local = letters.filter((one) => one !== 'IIII' && support(one).length <= 2);
  const circuits = fc.array(fc.record({ word: local, angle: fc.double({ min: -3, max: 3, noNaN: true }) }), {
    minLength: 1,
    maxLength: 8,
  });

  test('is all there in the whole boundary, more in more of it, and never in two places', () => {
    fc.assert(
      fc.property(circuits, fc.nat(3), fc.nat(8), (gates, wire, at) => {
        const place = { wires: [wire], before: Math.min(at, gates.length) };
        const share = (region: readonly number[]) => recoverability(circuitOf(4, gates), NONE, place, region).share;
        expect(share([0, 1, 2, 3])).toBeCloseTo(1, 9);
        expect(share([])).toBeCloseTo(0, 12);
        expect(share([0, 1])).toBeGreaterThanOrEqual(share([0]) - 1e-9);
        expect(share([0, 1]) + share([2, 3])).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { seed: 31, numRuns: 40 },
    );
  });

  test('is recovered from a region in whose causal wedge its gate lies, and unseen outside the cone of a region', () => {
    fc.assert(
      fc.property(circuits, fc.nat(7), (gates, at) => {
        const circuit = circuitOf(4, gates);
        const before = at % gates.length;
        const id = `gate ${before}`;
        const place = { wires: support(gates[before]!.word), before };
        for (const region of [[0], [0, 1], [1, 2, 3]]) {
          const { share } = recoverability(circuit, NONE, place, region);
          if (causalWedge(circuit, region).includes(id)) expect(share).toBeCloseTo(1, 9);
          if (!causalCone(circuit, region).nodes.includes(id)) expect(share).toBeCloseTo(0, 9);
        }
      }),
      { seed: 32, numRuns: 60 },
    );
  });

  test('of a mixed input: the environment has none of it', () => {
    const circuit: Circuit = {
      ...circuitOf(2, [{ word: 'XX', angle: 0.7 }]),
      reference: { spectrum: [0.4, 0.3, 0.2, 0.1] },
    };
    expect(recoverability(circuit, NONE, { wires: [0], before: 1 }, [0]).share).toBeCloseTo(1, 10);
    expect(recoverability(circuit, NONE, { wires: [0] }, [0, 1]).share).toBeCloseTo(1, 10);
    expect(recoverability(circuit, NONE, { wires: [0] }, [0]).share).toBeLessThan(1 - 1e-3);
  });
});

test('no wire, no such wire, no such gate and no such site are refused', () => {
  const bare = circuitOf(2, []);
  expect(() => recoverability(bare, NONE, { wires: [] }, [0])).toThrow(/at least one wire/);
  expect(() => recoverability(bare, NONE, { wires: [2] }, [0])).toThrow(RangeError);
  expect(() => recoverability(bare, NONE, { wires: [0], before: 1 }, [0])).toThrow(/from 0 to 0/);
  expect(() => recoverability(bare, NONE, { wires: [0] }, [0, 0])).toThrow(RangeError);
});
