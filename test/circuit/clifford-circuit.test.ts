import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlochPoint, Circuit } from '../../src/circuit/circuit.ts';
import {
  circuitOfStabilisers,
  rotatedStabilisers,
  stabiliserGroupOfCircuit,
} from '../../src/circuit/clifford-circuit.ts';
import { readOpenQasm } from '../../src/circuit/open-qasm/read-open-qasm.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const none = new Float64Array(0);
const anyRotation = fc.record({
  word: fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 3, maxLength: 3 }),
  angle: fc.integer({ min: -5, max: 5 }).map((turns) => (turns * Math.PI) / 2),
});
const cardinal = fc.constantFrom<BlochPoint>(
  { polar: 0, azimuth: 0 },
  { polar: Math.PI, azimuth: 1 },
  { polar: Math.PI / 2, azimuth: 0 },
  { polar: Math.PI / 2, azimuth: Math.PI },
  { polar: Math.PI / 2, azimuth: Math.PI / 2 },
  { polar: Math.PI / 2, azimuth: -Math.PI / 2 },
);

describe('Clifford circuits', () => {
  test('of quarter turns about any words make the group of their amplitudes', () => {
    fc.assert(
      fc.property(
        fc.array(anyRotation, { maxLength: 12 }),
        fc.tuple(cardinal, cardinal, cardinal),
        (gates, reference) => {
          const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates, reference };
          const dense = projector(runCircuit(circuit, none)).interleaved;
          const exact = projector(stabiliserVector(stabiliserGroupOfCircuit(circuit, none))).interleaved;
          expect(largestDifference(dense, exact)).toBeLessThan(1e-13);
        },
      ),
      { seed: 20, numRuns: 150 },
    );
  });

  test('take their angles from parameters, and begin at |0…0⟩', () => {
    const gates = [{ word: 'XX', angle: { parameter: 0, scale: 2 } }];
    const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 1, gates };
    const group = stabiliserGroupOfCircuit(circuit, Float64Array.of(Math.PI / 4));
    expect(areSameGroup(group, stabiliserGroupOfWords(['-YX', '-XY']))).toBe(true);
    expect(() => stabiliserGroupOfCircuit(circuit, Float64Array.of(0.1))).toThrow('got 0.2 at gate 0 (XX)');
    const bell = stabiliserGroupOfWords(['XX', 'ZZ']);
    expect(() => rotatedStabilisers(bell, ['XXX'], [1])).toThrow("2 letters required, got 'XXX' with 3");
    expect(() => rotatedStabilisers(bell, ['XQ'], [1])).toThrow("letters I, X, Y, Z required, got 'XQ'");
    for (const quarters of [[], [0.5], [Number.NaN]]) {
      expect(() => rotatedStabilisers(bell, ['XX'], quarters)).toThrow('1 whole numbers of quarter turns required');
    }
    expect(() => stabiliserGroupOfCircuit(circuit, none)).toThrow('1 parameters required');
    const mixed = { ...circuit, reference: { spectrum: [1, 0, 0, 0] } };
    expect(() => stabiliserGroupOfCircuit(mixed, Float64Array.of(0))).toThrow('a pure reference required');
    const tilted = {
      ...circuit,
      reference: [
        { polar: 1, azimuth: 0 },
        { polar: 0, azimuth: 0 },
      ],
    }; // prettier-ignore
    expect(() => stabiliserGroupOfCircuit(tilted, Float64Array.of(0))).toThrow('required at qubit 0');
  });

  test('prepare every pure state of qubits', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 40 }), (seed, qubits) => {
        const group = randomStabiliserCode(seed, 2, qubits);
        const circuit = circuitOfStabilisers(group);
        expect(areSameGroup(stabiliserGroupOfCircuit(circuit, none), group)).toBe(true);
      }),
      { seed: 21, numRuns: 40 },
    );
    for (let seed = 0; seed < 10; seed++) {
      const group = randomStabiliserCode(seed, 2, 4);
      const dense = projector(runCircuit(circuitOfStabilisers(group), none)).interleaved;
      expect(largestDifference(dense, projector(stabiliserVector(group)).interleaved)).toBeLessThan(1e-13);
    }
    expect(() => circuitOfStabilisers(randomStabiliserCode(1, 2, 3, 2))).toThrow('3 generators required, got 2');
    expect(() => circuitOfStabilisers(randomStabiliserCode(1, 3, 3))).toThrow('qubits required, got qudits of 3');
  });

  test('are read from OpenQASM', () => {
    const qasm = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; h q[0]; cx q[0],q[1]; cx q[1],q[2]; s q[2]; z q[0];';
    const group = stabiliserGroupOfCircuit(readOpenQasm(qasm).value.circuit, none);
    expect(areSameGroup(group, stabiliserGroupOfWords(['-XXY', 'ZZI', 'IZZ']))).toBe(true);
  });
});
