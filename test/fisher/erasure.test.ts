import { describe, expect, test } from 'vitest';
import type { Circuit, Rotation } from '../../src/circuit/circuit.ts';
import { mapTangent } from '../../src/estimation/density-tangent.ts';
import { monotoneMetric } from '../../src/estimation/monotone-metrics.ts';
import { amplitudeDamping, applyChannel, dephasing, depolarising } from '../../src/estimation/noise-channel.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import { fisherAfterErasure, regionFisherInformation, survivingShare } from '../../src/fisher/erasure.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { trace } from '../../src/linalg/matrix.ts';
import { place } from '../../src/operator/pauli.ts';
import { distance } from '../linalg/compare.ts';

const HALF = Math.PI / 2;
/** (|0…0⟩ + |1…1⟩)/√2 on n qubits, as rotations. */
const ghzGates = (n: number): readonly Rotation[] => [
  { word: place(n, { 0: 'Y' }), angle: HALF },
  ...Array.from({ length: n - 1 }, (_, q) => [
    { word: place(n, { [q]: 'Z', [q + 1]: 'X' }), angle: -HALF },
    { word: place(n, { [q]: 'Z' }), angle: HALF },
    { word: place(n, { [q + 1]: 'X' }), angle: HALF },
  ]).flat(),
];
const plusGates = (n: number): readonly Rotation[] =>
  Array.from({ length: n }, (_, q) => ({ word: place(n, { [q]: 'Y' }), angle: HALF }));
/** The gates, then a rotation by θ about z of every qubit. */
const phase = (n: number, gates: readonly Rotation[]): Circuit => ({
  kind: 'circuit',
  qubits: n,
  parameters: 1,
  gates: [
    ...gates,
    ...Array.from({ length: n }, (_, q) => ({ word: place(n, { [q]: 'Z' }), angle: { parameter: 0 } })),
  ],
});
const theta = Float64Array.of(0.4);

describe('erasure', () => {
  test('costs a product state its qubits one by one, GHZ everything at once', () => {
    for (const lost of [[1], [0, 3], [0, 1, 2]]) {
      expect(fisherAfterErasure(phase(4, plusGates(4)), theta, lost).data[0]).toBeCloseTo(4 - lost.length, 11);
      expect(fisherAfterErasure(phase(4, ghzGates(4)), theta, lost).data[0]).toBeCloseTo(0, 11);
    }
  });

  test('of any one qubit costs a logical rotation of the [[4,2,2]] code nothing, of two qubits it can cost all', () => {
    // GHZ is a code word; XXII and ZIZI act on the first logical qubit, XIXI on the second.
    const words = ['ZIZI', 'XXII', 'XIXI'];
    const gates = [...ghzGates(4), ...words.map((word, parameter) => ({ word, angle: { parameter } }))];
    const code: Circuit = { kind: 'circuit', qubits: 4, parameters: 3, gates };
    const angles = Float64Array.of(0.3, 0.7, -0.4);
    const whole = quantumFisherInformation(code, angles);
    for (let lost = 0; lost < 4; lost++) {
      fisherAfterErasure(code, angles, [lost]).data.forEach((entry, at) => {
        expect(entry).toBeCloseTo(whole.data[at]!, 10);
      });
    }
    const shares = [
      [0, 1],
      [0, 2],
      [0, 3],
    ].map((lost) => survivingShare(fisherAfterErasure(code, angles, lost), whole));
    expect(Math.min(...shares.flat().map((share) => share ?? 1))).toBeLessThan(0.5);
  });

  test('of nothing leaves the quantum Fisher information; information grows with the region', () => {
    const gates = ['XYI', 'IZX', 'YIZ', 'ZXY'].map((word, parameter) => ({ word, angle: { parameter } }));
    const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 4, gates };
    const angles = Float64Array.of(0.3, 1.2, -0.7, 0.5);
    const all = quantumFisherInformation(circuit, angles).data;
    regionFisherInformation(circuit, angles, [0, 1, 2]).data.forEach((entry, at) => {
      expect(entry).toBeCloseTo(all[at]!, 11);
    });
    const diagonal = (region: readonly number[]) =>
      regionFisherInformation(circuit, angles, region).data.filter((_, at) => at % 5 === 0);
    diagonal([0]).forEach((less, k) => {
      expect(less).toBeLessThanOrEqual(diagonal([0, 2])[k]! + 1e-10);
      expect(diagonal([2, 0])[k]).toBeLessThanOrEqual(all[5 * k]! + 1e-10);
    });
  });
});

describe('noise', () => {
  const through = (circuit: Circuit, channel: ReturnType<typeof dephasing>): number =>
    monotoneMetric(
      mapTangent(densityTangent(circuit, theta), (rho) => applyChannel(rho, channel)),
      'SLD',
    ).data[0]!;

  test.each([0, 0.2, 0.7, 1])('of strength %d leaves one qubit (1 − p)², or 1 − γ under damping', (p) => {
    const plus = phase(1, plusGates(1));
    expect(through(plus, depolarising(p))).toBeCloseTo((1 - p) ** 2, 12);
    expect(through(plus, dephasing(p))).toBeCloseTo((1 - p) ** 2, 12);
    expect(through(plus, amplitudeDamping(p))).toBeCloseTo(1 - p, 12);
  });

  test('by dephasing leaves GHZ n²(1 − p)^{2n} and a product n(1 − p)²', () => {
    for (const n of [2, 3]) {
      expect(through(phase(n, ghzGates(n)), dephasing(0.1))).toBeCloseTo(n * n * 0.9 ** (2 * n), 10);
      expect(through(phase(n, plusGates(n)), dephasing(0.1))).toBeCloseTo(n * 0.9 ** 2, 10);
    }
  });

  test('preserves the trace, acts on the named qubits only, in any order', () => {
    const { rho } = densityTangent(phase(3, ghzGates(3)), theta);
    for (const channel of [depolarising(0.3), dephasing(0.5), amplitudeDamping(0.4)]) {
      expect(trace(applyChannel(rho, channel))[0]).toBeCloseTo(1, 13);
      expect(distance(applyChannel(rho, channel, [0, 2]), applyChannel(rho, channel, [2, 0]))).toBeLessThan(1e-14);
    }
    const [kept, lost] = [
      densityTangent(phase(2, ghzGates(2)), theta, [1]),
      densityTangent(phase(2, ghzGates(2)), theta),
    ];
    const damped = applyChannel(lost.rho, amplitudeDamping(1), [0]); // qubit 0 is |0⟩ afterwards
    expect(damped.interleaved.slice(0, 4)).toEqual(kept.rho.interleaved.slice(0, 4));
    expect(Math.hypot(...damped.interleaved.slice(16))).toBeLessThan(1e-14);
  });

  test('needs a probability and qubits', () => {
    const { rho } = densityTangent(phase(1, plusGates(1)), theta);
    expect(() => depolarising(1.2)).toThrow(/between 0 and 1/);
    expect(() => applyChannel(rho, dephasing(0.1), [1])).toThrow(/qubits below 1/);
  });
});
