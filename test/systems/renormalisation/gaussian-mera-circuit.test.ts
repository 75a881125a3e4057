import { describe, expect, test } from 'vitest';
import { isPure } from '../../../src/gaussian/entropies.ts';
import { gaussianEvolution } from '../../../src/gaussian/evolution.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianOverlap } from '../../../src/gaussian/fidelity.ts';
import { gaussianGeodesic } from '../../../src/gaussian/gaussian-geodesic.ts';
import { type GaussianState, gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { quadraticOfPauliSum } from '../../../src/gaussian/jordan-wigner.ts';
import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import { dot, length } from '../../../src/linalg/real-vector.ts';
import { orthogonalManifold } from '../../../src/optimise/orthogonal.ts';
import { legBases } from '../../../src/systems/renormalisation/gaussian-mera-bases.ts';
import { circuitLength } from '../../../src/systems/renormalisation/gaussian-mera-circuit.ts';
import {
  descended,
  type GaussianMera,
  gaussianMera,
  gaussianMeraCircuit,
  gaussianMeraRing,
} from '../../../src/systems/renormalisation/index.ts';

const ising = quadraticOfPauliSum({
  qubits: 2,
  terms: [
    { word: 'XX', coefficient: -1 },
    { word: 'ZI', coefficient: -0.5 },
    { word: 'IZ', coefficient: -0.5 },
  ],
});
const { mera } = gaussianMera(ising, { block: 2, maxSteps: 100 }).value;
const chain = xyChain(36, {}, 'antiperiodic');
const ring = gaussianMeraRing(mera, chain, 2);
const { normal } = randomStream(11, 'circuits');

/** The mean covariance of neighbours on a ring of sites of q Majorana operators, which change their sign where it closes. */
function meanOfNeighbours({ covariance: { rows, data } }: GaussianState, q: number): RealMatrix {
  const sites = rows / q;
  const out = new Float64Array(4 * q * q);
  for (let site = 0; site < sites; site++) {
    for (let a = 0; a < 2 * q; a++) {
      for (let b = 0; b < 2 * q; b++) {
        const [i, j] = [site * q + a, site * q + b];
        const sign = (i < rows ? 1 : -1) * (j < rows ? 1 : -1);
        const at = a * 2 * q + b;
        out[at] = out[at]! + (sign * data[(i % rows) * rows + (j % rows)]!) / sites;
      }
    }
  }
  return { rows: 2 * q, cols: 2 * q, data: out };
}

describe('a Gaussian MERA on a ring', () => {
  test('is pure, above the ground state, and near it', () => {
    expect(isPure(ring.state)).toBe(true);
    const exact = gaussianGroundState(chain, { parity: 'even' });
    expect(ring.energy).toBeGreaterThan(exact.energy);
    expect(ring.energy / exact.energy).toBeGreaterThan(1 - 1e-3);
    expect(gaussianOverlap(ring.state, exact.state)).toBeGreaterThan(0.98);
  });

  test('has the neighbours that the descending maps of its layers give', () => {
    const q = mera.majoranas;
    const above = meanOfNeighbours(ring.top, q);
    const expected = descended(mera.transitional[0]!, descended(mera.fixed, above));
    meanOfNeighbours(ring.state, q).data.forEach((x, k) => {
      expect(x).toBeCloseTo(expected.data[k]!, 12);
    });
  });

  test('must have n·3^T blocks', () => {
    expect(() => gaussianMeraRing(mera, xyChain(30, {}, 'antiperiodic'), 2)).toThrow(
      'fermions in n·3^2 blocks of 2 modes required, n ≥ 2, got 30 modes',
    );
  });
});

describe('its circuit', () => {
  const weightOf = (r: number): number => Math.max(1, r);
  const circuit = gaussianMeraCircuit(mera, ring, weightOf);

  test('arrives at its state, and is as long as its Hamiltonians', () => {
    let state = gaussianVacuum('fermion', 36);
    let sum = 0;
    for (const hamiltonian of circuit.path()) {
      state = gaussianEvolution(hamiltonian, state, 1);
      const { rows, data } = hamiltonian.matrix;
      let square = 0;
      for (let a = 0; a < rows; a++) {
        for (let b = 0; b < a; b++) {
          // H = (i/4) Σ h_ab γ_a γ_b is a sum of words of coefficients h_ab/2.
          const apart = Math.floor(a / 2) - Math.floor(b / 2);
          square += weightOf(Math.min(apart, 36 - apart)) * (data[a * rows + b]! / 2) ** 2;
        }
      }
      sum += Math.sqrt(square);
    }
    expect(gaussianOverlap(state, ring.state)).toBeCloseTo(1, 10);
    expect(sum).toBeCloseTo(circuit.length, 10);
    const parts = circuit.scales.map(({ isometries, disentanglers }) => isometries + disentanglers);
    expect(parts.reduce((total, part) => total + part, circuit.top)).toBeCloseTo(circuit.length, 12);
    expect(circuit.scales.map(({ distance }) => distance)).toEqual([2, 6]);
  });

  test('is longer than the shortest Gaussian path at equal weights', () => {
    const equal = gaussianMeraCircuit(mera, ring, () => 1);
    const { generator } = gaussianGeodesic(gaussianVacuum('fermion', 36), ring.state);
    expect(equal.length).toBeGreaterThan(length(generator.matrix.data) / Math.sqrt(8));
  });

  test('has a length that follows its derivative', () => {
    const bases = legBases(mera.majoranas, 2);
    const { manifold, identity } = bases;
    const objective = circuitLength(mera, ring, weightOf, bases);
    const random = (x: Float64Array) =>
      manifold.project(
        x,
        x.map(() => normal()),
      );
    const x = manifold.retract(identity, random(identity));
    const along = random(x);
    const at = (t: number): number =>
      objective(
        manifold.retract(
          x,
          along.map((y) => t * y),
        ),
      ).value;
    const h = 1e-4;
    const slope = dot(manifold.project(x, objective(x).gradient), along);
    expect(Math.abs((at(h) - at(-h)) / (2 * h) / slope - 1)).toBeLessThan(1e-6);
  });

  test('does not depend on the bases in which the network is written', () => {
    const q = mera.majoranas;
    const draw = (n: number): RealMatrix => {
      const manifold = orthogonalManifold([n]);
      const one = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
      const data = manifold.retract(
        one,
        manifold.project(
          one,
          one.map(() => normal()),
        ),
      );
      return { rows: n, cols: n, data };
    };
    const basis = draw(q);
    const turned: GaussianMera = {
      ...mera,
      transitional: [{ ...mera.transitional[0]!, isometry: times(mera.transitional[0]!.isometry, [basis], q) }],
      fixed: {
        isometry: times(transposedTimes(mera.fixed.isometry, [null, basis, null], q), [basis], q),
        disentangler: transposedTimes(mera.fixed.disentangler, [basis, basis], q),
      },
    };
    const other = gaussianMeraRing(turned, chain, 2);
    expect(gaussianOverlap(other.state, ring.state)).toBeCloseTo(1, 9);
    expect(gaussianMeraCircuit(turned, other, weightOf).length).toBeCloseTo(circuit.length, 6);
  });

  test('needs finite weights above 0', () => {
    expect(() => gaussianMeraCircuit(mera, ring, (r) => r)).toThrow('finite weights > 0 required, got 0');
  });
});

/** A matrix times blocks on its first columns. */
function times(matrix: RealMatrix, blocks: readonly RealMatrix[], q: number): RealMatrix {
  return multiplyReal(matrix, padded(blocks, q, matrix.cols));
}

/** The transpose of blocks times a matrix; null is the identity. */
function transposedTimes(matrix: RealMatrix, blocks: readonly (RealMatrix | null)[], q: number): RealMatrix {
  return multiplyReal(padded(blocks, q, matrix.rows), matrix, { transposeA: true });
}

function padded(blocks: readonly (RealMatrix | null)[], q: number, size: number): RealMatrix {
  const data = Float64Array.from({ length: size * size }, (_, k) => (k % (size + 1) === 0 ? 1 : 0));
  blocks.forEach((block, k) => {
    if (block === null) return;
    for (let i = 0; i < q; i++) {
      for (let j = 0; j < q; j++) data[(k * q + i) * size + k * q + j] = block.data[i * q + j]!;
    }
  });
  return { rows: size, cols: size, data };
}
