import { describe, expect, test } from 'vitest';
import { groundState } from '../../datasets/ground-state.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { fubiniStudyField } from '../../src/fisher/fubini-study-field.ts';
import { fubiniStudyMetric } from '../../src/fisher/quantum-geometric-tensor.ts';
import { stateFamilyMetric } from '../../src/fisher/state-family-metric.ts';
import { stateJet } from '../../src/fisher/state-jet.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { ricciTensor, scalarCurvature, sectionalCurvature } from '../../src/riemann/curvature.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { bianchiDefects, einsteinTensor } from '../../src/riemann/tensors.ts';

const field =
  (entries: (x: Float64Array) => readonly number[]): MetricField =>
  (x) => ({ rows: x.length, cols: x.length, data: Float64Array.from(entries(x)) });

/** Fubini–Study metric of CP² in affine coordinates z = (x₀ + ix₁, x₂ + ix₃): the state (1, z₁, z₂), normalised. */
const complexProjectivePlane = field((x) => {
  const N = 1 + x.reduce((sum, value) => sum + value * value, 0);
  const z = [
    [x[0]!, x[1]!],
    [x[2]!, x[3]!],
  ] as const;
  const entries: number[] = [];
  for (let a = 0; a < 4; a++) {
    for (let b = 0; b < 4; b++) {
      // h(u, v) = (N ū·v − (ū·z)(z̄·v))/N² with u = i^{a mod 2} e_{a div 2}; the metric is its real part.
      const [p, q] = [a >> 1, b >> 1];
      const re = z[p]![0]! * z[q]![0]! + z[p]![1]! * z[q]![1]!;
      const im = z[p]![1]! * z[q]![0]! - z[p]![0]! * z[q]![1]!; // Im z_p z̄_q
      const product = a % 2 === b % 2 ? re : a % 2 === 0 ? -im : im;
      entries.push(((p === q && a % 2 === b % 2 ? N : 0) - product) / N ** 2);
    }
  }
  return entries;
});

describe('complex projective space', () => {
  const x = Float64Array.of(0.3, -0.2, 0.5, 0.4);
  test('CP² has sectional curvature 1 + 3cos², between 1 and 4: 4 on complex lines', () => {
    const g = complexProjectivePlane(x).data;
    const inner = (u: Float64Array, v: Float64Array) =>
      g.reduce((sum, entry, at) => sum + entry * u[at >> 2]! * v[at % 4]!, 0);
    const turned = (v: Float64Array) => Float64Array.of(-v[1]!, v[0]!, -v[3]!, v[2]!); // times i
    const pairs = [
      [1, 0, 0, 0, 0, 1, 0, 0],
      [1, 2, -1, 0.5, 0.3, 1, 1, -1],
      [0, 0, 1, 1, 1, -1, 0, 2],
    ];
    for (const pair of pairs) {
      const [u, v] = [Float64Array.from(pair.slice(0, 4)), Float64Array.from(pair.slice(4))];
      const area = inner(u, u) * inner(v, v) - inner(u, v) ** 2;
      const expected = 1 + (3 * inner(turned(u), v) ** 2) / area;
      expect(sectionalCurvature(complexProjectivePlane, x, u, v).value).toBeCloseTo(expected, 5);
    }
    expect(
      sectionalCurvature(complexProjectivePlane, x, Float64Array.of(1, 0, 0, 0), Float64Array.of(0, 1, 0, 0)).value,
    ).toBeCloseTo(4, 5);
  });

  test('CP³, all pure states of two qubits, has scalar curvature 48 and is an Einstein space, from a circuit', () => {
    const circuit = parametrised(2, ['YI', 'ZI', 'IY', 'IZ', 'XX', 'YZ']);
    const metric = fubiniStudyField(circuit);
    const theta = Float64Array.of(0.7, 0.4, 1.1, -0.3, 0.6, 0.5);
    expect(Math.abs(scalarCurvature(metric, theta).value - 48)).toBeLessThan(1e-7);
    const g = metric(theta).data;
    ricciTensor(metric, theta).value.data.forEach((entry, at) => {
      expect(entry).toBeCloseTo(8 * g[at]!, 7); // Ric = 2(n + 1) g
    });
    einsteinTensor(metric, theta).value.data.forEach((entry, at) => {
      expect(entry).toBeCloseTo((8 - 24) * g[at]!, 7);
    });
  });
});

describe('families of states', () => {
  test.each([1, 2, 5])('spin coherent states of %d half-spins are a sphere with R = 8/(2j)', (n) => {
    const gates = ['Y', 'Z'].flatMap((letter, parameter) =>
      Array.from({ length: n }, (_, q) => ({ word: place(n, { [q]: letter }), angle: { parameter } })),
    );
    const metric = fubiniStudyField({ kind: 'circuit', qubits: n, parameters: 2, gates });
    expect(scalarCurvature(metric, Float64Array.of(0.8, 0.3)).value).toBeCloseTo(8 / n, 9);
  });

  test('six parameters on eight qubits, three coherent spins behind an entangling circuit: R = Σ 8/nᵢ to 1e-9', () => {
    const groups = [
      [0, 1],
      [2, 3, 4],
      [5, 6, 7],
    ];
    const gates = [
      ...groups.flatMap((qubits, k) =>
        ['Y', 'Z'].flatMap((letter, axis) =>
          qubits.map((q) => ({ word: place(8, { [q]: letter }), angle: { parameter: 2 * k + axis } })),
        ),
      ),
      ...Array.from({ length: 7 }, (_, q) => ({ word: place(8, { [q]: 'X', [q + 1]: 'Y' }), angle: 0.3 + 0.1 * q })),
    ];
    const metric = fubiniStudyField({ kind: 'circuit', qubits: 8, parameters: 6, gates });
    const theta = Float64Array.of(0.8, 0.3, 1.2, -0.4, 0.9, 2);
    const R = scalarCurvature(metric, theta).value;
    expect(Math.abs(R - (4 + 16 / 3))).toBeLessThan(1e-9);
  });

  test('squeezed vacua are a hyperbolic plane: g = ½dr² + ⅛sinh²(2r)dφ², R = −16', () => {
    const metric = stateFamilyMetric((x) => {
      const [r, phi] = x as unknown as [number, number];
      const levels = 60; // tanh(0.5)^120 is below rounding
      const re = new Float64Array(levels);
      const im = new Float64Array(levels);
      let size = 1 / Math.sqrt(Math.cosh(r));
      for (let n = 0; n < levels; n++) {
        re[n] = size * Math.cos(n * phi);
        im[n] = size * Math.sin(n * phi);
        size *= -Math.tanh(r) * Math.sqrt((2 * n + 1) / (2 * n + 2));
      }
      return complexVector(re, im);
    });
    const x = Float64Array.of(0.5, 0.7);
    const [a, b, , d] = metric(x).data;
    expect(a).toBeCloseTo(1 / 2, 9);
    expect(b).toBeCloseTo(0, 10);
    expect(d).toBeCloseTo(Math.sinh(1) ** 2 / 8, 9);
    expect(scalarCurvature(metric, x).value).toBeCloseTo(-16, 4);
  });

  test.each([0.6, 1, 1.7])('the Ising ground state in a field %d has the metric of free fermions', (h) => {
    const n = 8;
    const metric = stateFamilyMetric(
      ([value]) => groundState(transverseFieldIsing(ring(n), { coupling: 1, field: value! })).amplitudes,
    );
    let expected = 0;
    for (let m = 0; m < n / 2; m++) {
      const k = ((2 * m + 1) * Math.PI) / n;
      expected += (Math.sin(k) / (1 + h * h - 2 * h * Math.cos(k))) ** 2 / 4;
    }
    expect(metric(Float64Array.of(h)).data[0]).toBeCloseTo(expected, 7);
  });
});

describe('the jet of a circuit', () => {
  const gates = [
    { word: 'XYI', angle: { parameter: 0 } },
    { word: 'IZX', angle: { parameter: 1, scale: -2 } },
    { word: 'YIZ', angle: 0.4 },
    { word: 'ZXY', angle: { parameter: 0, scale: 0.5 } },
    { word: 'XII', angle: { parameter: 2 } },
  ];
  const circuit = { kind: 'circuit', qubits: 3, parameters: 3, gates } as const;
  const theta = Float64Array.of(0.3, -0.5, 0.8);

  test('has derivatives that are those of the derivatives one order lower', () => {
    const h = 1e-4;
    const jet = stateJet(circuit, theta, 3);
    for (const index of [[0], [0, 1], [0, 0], [0, 0, 1], [2, 0, 0], [0, 0, 0], [1, 1, 1]]) {
      const [last, ...rest] = index as [number, ...number[]];
      const at = (distance: number) =>
        stateJet(
          circuit,
          theta.map((x, k) => (k === last ? x + distance : x)),
          2,
        )(...rest).interleaved;
      const [above, below] = [at(h), at(-h)];
      jet(...index).interleaved.forEach((value, k) => {
        expect(Math.abs(value - (above[k]! - below[k]!) / (2 * h))).toBeLessThan(3e-8);
      });
    }
    expect(() => jet(0, 1, 2, 0)).toThrow(/up to 3 variables/);
  });

  test('gives the metric of the tangents, and derivatives that agree with differences of it', () => {
    const metric = fubiniStudyField(circuit);
    const direct = fubiniStudyMetric(circuit, theta).data;
    metric(theta).data.forEach((value, at) => {
      expect(value).toBeCloseTo(direct[at]!, 13);
    });
    const plain: MetricField = (x) => metric(x);
    expect(scalarCurvature(metric, theta).value).toBeCloseTo(scalarCurvature(plain, theta).value, 8);
  });

  test('makes curvature obey the Bianchi identities', () => {
    const defects = bianchiDefects(fubiniStudyField(circuit), theta, { step: 0.02 });
    expect(defects.curvature).toBeGreaterThan(0.1);
    expect(defects.symmetries).toBeLessThan(1e-11 * defects.curvature);
    expect(defects.first).toBeLessThan(1e-11 * defects.curvature);
    expect(defects.second).toBeLessThan(1e-6 * defects.curvature);
    expect(defects.divergence).toBeLessThan(1e-6 * defects.curvature);
  });
});
