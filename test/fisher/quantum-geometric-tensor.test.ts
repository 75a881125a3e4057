import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import {
  berryCurvature,
  fubiniStudyMetric,
  quantumGeometricTensor,
} from '../../src/fisher/quantum-geometric-tensor.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { place } from '../../src/operator/pauli.ts';
import { scalarCurvature } from '../../src/riemann/curvature.ts';

/** Rz(φ)·Ry(ϑ)|0⟩ on each of n qubits: a spin-n/2 coherent state; θ = (ϑ, φ). */
const coherent = (qubits: number): Circuit => ({
  kind: 'circuit',
  qubits,
  parameters: 2,
  gates: ['Y', 'Z'].flatMap((letter, parameter) =>
    Array.from({ length: qubits }, (_, q) => ({ word: place(qubits, { [q]: letter }), angle: { parameter } })),
  ),
});

describe('the Bloch sphere', () => {
  test.each([
    [0.3, 1.1],
    [1.2, -0.4],
    [2.9, 0],
  ])('has metric ¼ diag(1, sin²ϑ) and Berry curvature −½ sin ϑ at ϑ=%d, φ=%d', (v, phi) => {
    const theta = Float64Array.of(v, phi);
    const g = fubiniStudyMetric(coherent(1), theta).data;
    expect(g[0]).toBeCloseTo(1 / 4, 14);
    expect(g[3]).toBeCloseTo(Math.sin(v) ** 2 / 4, 14);
    expect(g[1]).toBeCloseTo(0, 14);
    const omega = berryCurvature(coherent(1), theta).data;
    expect(omega[1]).toBeCloseTo(-Math.sin(v) / 2, 14);
    expect(omega[2]).toBeCloseTo(Math.sin(v) / 2, 14);
    expect(omega[0]).toBe(omega[3]);
  });

  test('is a sphere of radius ½: scalar curvature 8', () => {
    const R = scalarCurvature((x) => fubiniStudyMetric(coherent(1), x), Float64Array.of(1.1, 0.3)).value;
    expect(Math.abs(R - 8)).toBeLessThan(1e-6);
  });
});

test.each([2, 3, 4])('coherent states of spin %d/2 are a sphere of scalar curvature 4/j', (n) => {
  const theta = Float64Array.of(0.9, 0.5);
  const g = fubiniStudyMetric(coherent(n), theta).data;
  expect(g[0]).toBeCloseTo(n / 4, 13);
  expect(g[3]).toBeCloseTo((n / 4) * Math.sin(0.9) ** 2, 13);
  const R = scalarCurvature((x) => fubiniStudyMetric(coherent(n), x), theta).value;
  expect(Math.abs(R - 4 / (n / 2))).toBeLessThan(1e-6);
});

test('the tensor is Hermitian and positive semidefinite', () => {
  const gates = ['YI', 'IX', 'ZZ', 'XY', 'IZ'].map((word, parameter) => ({ word, angle: { parameter } }));
  const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 5, gates };
  const Q = quantumGeometricTensor(circuit, Float64Array.of(0.3, 0.9, -1.2, 0.4, 2));
  const values = hermitianEigenvalues(Q);
  expect(values[0]).toBeGreaterThan(-1e-14);
  expect(values[4]).toBeGreaterThan(0.1);
});

test('a mixed state is refused by name', () => {
  const mixed: Circuit = { ...coherent(1), reference: { spectrum: [0.7, 0.3] } };
  expect(() => quantumGeometricTensor(mixed, Float64Array.of(1, 1))).toThrow(/a pure state required/);
});
