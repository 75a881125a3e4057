import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlochPoint, type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { productVector } from '../../src/circuit/run-circuit.ts';
import {
  classicalFisherInformation,
  measurementShare,
  optimalMeasurement,
} from '../../src/estimation/classical-fisher.ts';
import { estimationBounds, gillMassarSlack } from '../../src/estimation/cramer-rao.ts';
import type { DensityTangent } from '../../src/estimation/density-tangent.ts';
import { povmOutcomes } from '../../src/estimation/measurement.ts';
import { symmetricLogarithmicDerivative } from '../../src/estimation/symmetric-logarithmic-derivative.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import { productOutcomes } from '../../src/fisher/product-outcomes.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { type ComplexMatrix, complexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

/** Rz(φ)·Ry(ϑ)|0⟩, θ = (ϑ, φ). */
const bloch = parametrised(1, ['Y', 'Z']);
const antipode = ({ polar, azimuth }: BlochPoint): BlochPoint => ({
  polar: Math.PI - polar,
  azimuth: azimuth + Math.PI,
});
/** Projectors on all product states of the axes and their antipodes, qubit 0 most significant. */
const productProjectors = (basis: readonly BlochPoint[]): readonly ComplexMatrix[] =>
  Array.from({ length: 2 ** basis.length }, (_, x) =>
    projector(
      productVector(basis.map((axis, q) => (((x >> (basis.length - 1 - q)) & 1) === 1 ? antipode(axis) : axis))),
    ),
  );
const PAULIS = [
  complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  complexMatrix(
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, -1],
      [1, 0],
    ],
  ),
  complexMatrix([
    [1, 0],
    [0, -1],
  ]),
];
/** ρ = (1 + r·σ)/2 with the Bloch vector as parameters. */
const blochBall = ([x, y, z]: readonly [number, number, number]): DensityTangent => ({
  rho: complexMatrix(
    [
      [(1 + z) / 2, x / 2],
      [x / 2, (1 - z) / 2],
    ],
    [
      [0, -y / 2],
      [y / 2, 0],
    ],
  ),
  derivatives: PAULIS.map((pauli) => scaledMatrix([1 / 2, 0], pauli)),
});
const axes: readonly BlochPoint[] = [
  { polar: Math.PI / 2, azimuth: 0 },
  { polar: Math.PI / 2, azimuth: Math.PI / 2 },
  { polar: 0, azimuth: 0 },
];

describe('the classical Fisher information of one qubit', () => {
  test.each([
    [0.3, 1.1, 0.7, 2],
    [1.2, -0.4, 2.1, 0.3],
  ])('at (ϑ, φ) = (%d, %d) along the axis n = (%d, %d) is (n·∂r)²/(1 − (n·r)²)', (v, phi, polar, azimuth) => {
    const point = (a: number, b: number) => [Math.sin(a) * Math.cos(b), Math.sin(a) * Math.sin(b), Math.cos(a)];
    const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
    const n = point(polar, azimuth);
    const slopes = [
      dot(n, [Math.cos(v) * Math.cos(phi), Math.cos(v) * Math.sin(phi), -Math.sin(v)]),
      dot(n, [-Math.sin(v) * Math.sin(phi), Math.sin(v) * Math.cos(phi), 0]),
    ];
    const F = classicalFisherInformation(productOutcomes(bloch, Float64Array.of(v, phi), [{ polar, azimuth }])).data;
    const noise = 1 - dot(n, point(v, phi)) ** 2;
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      expect(F[2 * i + j]).toBeCloseTo((slopes[i]! * slopes[j]!) / noise, 12);
    }
  });

  test('in the computational basis sees the polar angle completely and the azimuth not at all', () => {
    const F = classicalFisherInformation(productOutcomes(bloch, Float64Array.of(0.8, 0.3))).data;
    expect(F[0]).toBeCloseTo(1, 13);
    expect(F[3]).toBeCloseTo(0, 13);
  });
});

describe('a product basis', () => {
  test.each([2, 3, 5])('of equatorial axes reaches the Heisenberg limit with GHZ on %d qubits', (n) => {
    const word = (at: number, letter: string) => 'I'.repeat(at) + letter + 'I'.repeat(n - at - 1);
    const pair = (at: number, letters: string) => 'I'.repeat(at) + letters + 'I'.repeat(n - at - 2);
    // Ry(π/2) on the first qubit and exp(−iπ/4·ZY)-like rotations make a GHZ-type state up to local rotations.
    const half = Math.PI / 2;
    const cnot = (at: number) => [
      { word: pair(at, 'ZX'), angle: -half },
      { word: word(at, 'Z'), angle: half },
      { word: word(at + 1, 'X'), angle: half },
    ];
    const gates = [
      { word: word(0, 'Y'), angle: half },
      ...Array.from({ length: n - 1 }, (_, at) => cnot(at)).flat(),
      ...Array.from({ length: n }, (_, at) => ({ word: word(at, 'Z'), angle: { parameter: 0 } })),
    ];
    const circuit: Circuit = { kind: 'circuit', qubits: n, parameters: 1, gates };
    const theta = Float64Array.of(0.31);
    expect(quantumFisherInformation(circuit, theta).data[0]).toBeCloseTo(n * n, 10);
    const equator = Array.from({ length: n }, () => ({ polar: half, azimuth: 0.2 }));
    expect(classicalFisherInformation(productOutcomes(circuit, theta, equator)).data[0]).toBeCloseTo(n * n, 10);
  });

  test('gives the outcomes of its projectors, for pure and for mixed states', () => {
    const basis = [
      { polar: 0.4, azimuth: 1.3 },
      { polar: 2.2, azimuth: -0.6 },
    ];
    const gates = ['XY', 'ZI', 'YZ', 'IX'].map((word, parameter) => ({ word, angle: { parameter } }));
    for (const reference of [[], { spectrum: [0.5, 0.3, 0.2, 0] }]) {
      const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 4, gates, reference };
      const theta = Float64Array.of(0.3, 1.2, -0.7, 0.5);
      const direct = productOutcomes(circuit, theta, basis);
      const general = povmOutcomes(densityTangent(circuit, theta), productProjectors(basis));
      direct.probabilities.forEach((p, x) => {
        expect(p).toBeCloseTo(general.probabilities[x]!, 13);
        for (let k = 0; k < 4; k++) expect(direct.derivatives[k]![x]).toBeCloseTo(general.derivatives[k]![x]!, 13);
      });
    }
  });
});

test('no product measurement learns more than the quantum Fisher information, in no direction', () => {
  const angle = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      arbitraryCircuit(3, 10),
      fc.array(fc.record({ polar: angle, azimuth: angle }), { minLength: 3, maxLength: 3 }),
      ({ circuit, theta }, basis) => {
        const classical = classicalFisherInformation(productOutcomes(circuit, theta, basis.slice(0, circuit.qubits)));
        const share = measurementShare(classical, quantumFisherInformation(circuit, theta), 1e-6);
        expect(share.greatest).toBeLessThan(1 + 1e-8);
        expect(share.least).toBeGreaterThan(-1e-8);
        expect(gillMassarSlack(share, 2 ** circuit.qubits)).toBeGreaterThan(-1e-6);
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

test('the eigenbasis of the symmetric logarithmic derivative reaches the quantum Fisher information', () => {
  const gates = ['XY', 'ZI', 'YZ'].map((word, parameter) => ({ word, angle: { parameter } }));
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: 2,
    parameters: 3,
    gates,
    reference: { spectrum: [0.4, 0.3, 0.2, 0.1] },
  };
  const theta = Float64Array.of(0.3, 1.2, -0.7);
  const tangent = densityTangent(circuit, theta);
  const quantum = quantumFisherInformation(circuit, theta);
  const direction = Float64Array.of(1, -2, 0.5);
  const along = ({ data }: { readonly data: Float64Array }): number =>
    data.reduce((sum, x, at) => sum + x * direction[Math.floor(at / 3)]! * direction[at % 3]!, 0);
  const best = classicalFisherInformation(povmOutcomes(tangent, optimalMeasurement(tangent, direction)));
  expect(along(best)).toBeCloseTo(along(quantum), 11);
  const worse = classicalFisherInformation(productOutcomes(circuit, theta));
  expect(along(worse)).toBeLessThan(0.99 * along(quantum));
});

describe('the share of a measurement', () => {
  const table = (size: number, ...data: number[]) => ({ rows: size, cols: size, data: Float64Array.from(data) });

  test('is the ratio of the informations along each parameter, null where there is nothing to learn', () => {
    const quantum = table(3, 4, 0, 0, 0, 1, 0, 0, 0, 0);
    const share = measurementShare(table(3, 1, 0, 0, 0, 0.5, 0, 0, 0, 0), quantum);
    expect(share.perParameter).toEqual([1 / 4, 1 / 2, null]);
    expect(share.greatest).toBeCloseTo(1 / 2, 14);
    expect(share.least).toBeCloseTo(1 / 4, 14);
    expect(share.total).toBeCloseTo(3 / 4, 14);
  });

  test('along all directions solves det(F^C − λF^Q) = 0', () => {
    // Both informations congruent, by M = (2 1; 0 3), to diag(0.2, 0.9) and the identity.
    const congruent = (a: number, b: number) => table(2, 4 * a, 2 * a, 2 * a, a + 9 * b);
    const share = measurementShare(congruent(0.2, 0.9), congruent(1, 1));
    expect(share.greatest).toBeCloseTo(0.9, 13);
    expect(share.least).toBeCloseTo(0.2, 13);
    expect(share.total).toBeCloseTo(1.1, 13);
    expect(share.perParameter[1]).toBeCloseTo(8.3 / 10, 14);
  });

  test('is none where no direction moves the state, and the threshold is relative', () => {
    const nothing = table(2, 0, 0, 0, 0);
    expect(measurementShare(nothing, nothing)).toEqual({ perParameter: [null, null], greatest: 0, least: 0, total: 0 });
    const faint = table(2, 100, 0, 0, 1e-5);
    expect(measurementShare(faint, faint).total).toBeCloseTo(2, 12);
    expect(measurementShare(faint, faint, 1e-6)).toMatchObject({
      perParameter: [1, null],
      total: expect.closeTo(1, 12),
    });
  });

  test('leaves out outcomes that cannot occur', () => {
    const F = classicalFisherInformation({
      probabilities: Float64Array.of(0.25, 0.75, 0),
      derivatives: [Float64Array.of(1, -2, 1), Float64Array.of(0.5, 0, 3)],
    });
    expect(Array.from(F.data)).toEqual([4 + 16 / 3, 2, 2, 1].map((value) => expect.closeTo(value, 14)));
  });
});

test('the symmetric logarithmic derivative solves (Lρ + ρL)/2 = ∂ρ', () => {
  const tangent = blochBall([0.3, -0.2, 0.5]);
  const direction = Float64Array.of(0.4, -1, 2);
  const L = symmetricLogarithmicDerivative(tangent, direction);
  const product = addScaledMatrix(multiply(L, tangent.rho), [1, 0], multiply(tangent.rho, L));
  PAULIS.reduce(
    (sum, pauli, k) => addScaledMatrix(sum, [direction[k]!, 0], pauli),
    zeroMatrix(2, 2),
  ).interleaved.forEach((value, k) => {
    expect(product.interleaved[k]).toBeCloseTo(value, 13);
  });
  expect(() => symmetricLogarithmicDerivative(tangent, Float64Array.of(1))).toThrow('3 components required, got 1');
});

describe('several parameters at once', () => {
  test('measurements along x, y, z at random exhaust the Gill–Massar inequality on one qubit', () => {
    const tangent = blochBall([0, 0, 0]);
    const elements = axes.flatMap((axis) =>
      [axis, antipode(axis)].map((point) => scaledMatrix([1 / 3, 0], projector(productVector([point])))),
    );
    const classical = classicalFisherInformation(povmOutcomes(tangent, elements));
    const unit = { rows: 3, cols: 3, data: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
    const share = measurementShare(classical, unit);
    for (const part of share.perParameter) expect(part).toBeCloseTo(1 / 3, 13);
    expect(gillMassarSlack(share, 2)).toBeCloseTo(0, 13);
  });

  test('the Bloch vector r has the bounds 3 − r² and 3 − r² + 2r, the latter Holevo’s', () => {
    for (const length of [0.1, 0.5, 0.9]) {
      const bounds = estimationBounds(blochBall([0.6 * length, 0, 0.8 * length]));
      expect(bounds.symmetric).toBeCloseTo(3 - length ** 2, 10);
      expect(bounds.right).toBeCloseTo(3 - length ** 2 + 2 * length, 10);
      expect(bounds.holevoAtLeast).toBe(bounds.right);
      expect(bounds.holevoAtMost).toBeGreaterThanOrEqual(bounds.holevoAtLeast - 1e-12);
    }
  });

  test('weights enter as Σ w(1 − r²) and 2r√(w_x·w_y)', () => {
    const [x, y, z] = [0.5, 2, 3];
    const weight = { rows: 3, cols: 3, data: Float64Array.of(x, 0, 0, 0, y, 0, 0, 0, z) };
    const bounds = estimationBounds(blochBall([0, 0, 0.6]), weight);
    expect(bounds.symmetric).toBeCloseTo(x + y + z * (1 - 0.36), 10);
    expect(bounds.right).toBeCloseTo(x + y + z * (1 - 0.36) + 2 * 0.6 * Math.sqrt(x * y), 10);
  });

  test('polar angle and azimuth of a pure qubit are as incompatible as can be, one parameter with nothing', () => {
    const two = estimationBounds(densityTangent(bloch, Float64Array.of(0.8, 0.3)));
    expect(two.symmetric).toBeCloseTo(1 + 1 / Math.sin(0.8) ** 2, 10);
    expect(two.incompatibility).toBeCloseTo(1, 10);
    expect(two.right).toBeNull();
    const holevo = 1 + 1 / Math.sin(0.8) ** 2 + 2 / Math.sin(0.8); // Matsumoto, J. Phys. A 35, 3111 (2002)
    expect(holevo).toBeGreaterThan(two.holevoAtLeast);
    expect(holevo).toBeLessThan(two.holevoAtMost);
    const one = estimationBounds(densityTangent(parametrised(1, ['Y']), Float64Array.of(0.8)));
    expect(one.incompatibility).toBeCloseTo(0, 12);
    expect(one.holevoAtMost).toBeCloseTo(1, 12);
  });
});

test('parameters must be told apart, whatever the unit in which they are measured', () => {
  const tangent = blochBall([0.1, 0.2, 0.3]);
  const [x, y] = tangent.derivatives as [ComplexMatrix, ComplexMatrix];
  expect(() => estimationBounds({ ...tangent, derivatives: [x, scaledMatrix([2, 0], x)] })).toThrow(
    /independent parameters required/,
  );
  const bounds = (scale: number) =>
    estimationBounds({ ...tangent, derivatives: [x, y].map((derivative) => scaledMatrix([scale, 0], derivative)) });
  for (const scale of [1e-4, 1e4]) {
    expect(bounds(scale).symmetric * scale ** 2).toBeCloseTo(bounds(1).symmetric, 9);
    expect(bounds(scale).incompatibility).toBeCloseTo(bounds(1).incompatibility, 9);
  }
});

test('what is no measurement is refused', () => {
  const tangent = blochBall([0, 0, 0.5]);
  expect(() => povmOutcomes(tangent, [PAULIS[2]!])).toThrow(/positive semidefinite/);
  expect(() => povmOutcomes(tangent, [projector(productVector([axes[0]!]))])).toThrow(/sum to one/);
  expect(() => povmOutcomes(tangent, [zeroMatrix(2, 3)])).toThrow(/2×2 elements required, got 2×3/);
  expect(() => povmOutcomes(tangent, [zeroMatrix(4, 2)])).toThrow(/got 4×2/);
  expect(() => productOutcomes(bloch, Float64Array.of(1, 1), axes)).toThrow(/1 qubits required/);
});
