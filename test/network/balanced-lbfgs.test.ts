import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOfVector, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import { groundStateBySweeps } from '../../src/chain/two-site-sweep.ts';
import { type ComplexVector, complexVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct, normalised, normSquared } from '../../src/linalg/vector.ts';
import { balancedLbfgs } from '../../src/network/balanced-lbfgs.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { manifoldOf } from '../../src/network/network-manifold.ts';
import { negativeLogFidelity, networkInfidelity } from '../../src/network/network-overlap.ts';
import { networkPullback, networkState } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { truncateBonds } from '../../src/network/truncate-bonds.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { adam } from '../../src/optimise/adam.ts';
import { conjugateGradient } from '../../src/optimise/conjugate-gradient.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimise, solution } from '../../src/optimise/minimise.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { isometryDefect, productManifold } from '../../src/optimise/stiefel.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);
const bits = (b: number): number => b.toString(2).replaceAll('0', '').length;
const n = 8;
const ofBits = (amplitude: (b: number) => number): ComplexVector =>
  normalised(complexVector(Array.from({ length: 2 ** n }, (_, b) => amplitude(b))));

/** AKLT on n spins 1: two spins ½ each, neighbours in singlets, edges up; by its matrices, from the definition. */
function aklt(spins: number): ComplexVector {
  const matrices = [
    [0, Math.SQRT2, 0, 0],
    [-1, 0, 0, 1],
    [0, 0, -Math.SQRT2, 0],
  ];
  const amplitudes = Array.from({ length: 3 ** spins }, (_, index) => {
    let row = [1, 0];
    for (const digit of index.toString(3).padStart(spins, '0')) {
      const [a, b, c, d] = matrices[Number(digit)] as [number, number, number, number];
      row = [row[0]! * a + row[1]! * c, row[0]! * b + row[1]! * d];
    }
    return row[1]!;
  });
  return normalised(complexVector(amplitudes));
}

/** 1 − F through dense amplitudes, independent of the contraction of overlaps. */
const denseInfidelity =
  (target: ComplexVector, network: TensorNetwork): Objective =>
  (theta) => {
    const psi = networkState(network, theta);
    const size = normSquared(psi);
    const [re, im] = innerProduct(target, psi);
    const fidelity = (re * re + im * im) / size;
    // λ = −2 (⟨t|ψ⟩ t − F ψ)/⟨ψ|ψ⟩
    const lambda = psi.interleaved.map((x, k) => {
      const t = target.interleaved;
      const projected = k % 2 === 0 ? re * t[k]! - im * t[k + 1]! : re * t[k]! + im * t[k - 1]!;
      return (-2 * (projected - fidelity * x)) / size;
    });
    return {
      value: 1 - fidelity,
      gradient: networkPullback(network, theta, { length: psi.length, interleaved: lambda }),
    };
  };

describe('a matrix-product state of bond 2 learns, from a random start,', () => {
  const targets: readonly [string, readonly number[], ComplexVector][] = [
    ['GHZ', qubits(n), ofBits((b) => (b === 0 || b === 2 ** n - 1 ? 1 : 0))],
    ['W', qubits(n), ofBits((b) => (bits(b) === 1 ? 1 : 0))],
    ['the cluster state', qubits(n), ofBits((b) => (bits(b & (b >> 1)) % 2 === 0 ? 1 : -1))],
    ['AKLT on six spins 1', new Array(6).fill(3), aklt(6)],
  ];

  test.each(targets)('%s to 1e-12 by L-BFGS on −log F', (name, dimensions, vector) => {
    const target = networkOfChain(chainOfVector(vector, dimensions));
    const network = matrixProductState(dimensions, { bond: 2 });
    const theta = initialParameters(network, randomStream(1, name));
    const { value } = solution(
      minimise(negativeLogFidelity(target, network), lbfgs(), theta, { maxSteps: 1000, target: 1e-13 }),
    );
    expect(denseInfidelity(vector, network)(value.x).value).toBeLessThan(1e-12);
  });

  test('GHZ to 1e-12 through dense amplitudes', () => {
    const [name, dimensions, vector] = targets[0]!;
    const network = matrixProductState(dimensions, { bond: 2 });
    const theta = initialParameters(network, randomStream(1, name));
    const objective = logarithmic(denseInfidelity(vector, network));
    const { value } = solution(minimise(objective, lbfgs(), theta, { maxSteps: 1000, target: 1e-13 }));
    expect(value.evaluation.value).toBeLessThan(1e-12);
  });
});

describe('critical Ising on 24 sites', () => {
  const target = groundStateBySweeps(matrixProductOperator(transverseFieldIsing(chain(24))), { bond: 16 }).value;
  const model = matrixProductState(qubits(24), { bond: 8 });
  const theta = initialParameters(model, randomStream(1, 'start'));

  test('is learned to 1e-6 from a random start, near the best that bond 8 can do', () => {
    expect(networkInfidelity(target, model)(theta).value).toBeGreaterThan(0.99);
    const steps = minimise(negativeLogFidelity(target, model), balancedLbfgs(model), theta, {
      maxSteps: 300,
      target: 2e-7,
    });
    const { value } = solution(steps);
    const best = truncateBonds(target.network, target.theta, 0, 8);
    const bound = networkInfidelity(target, best.network)(best.theta).value; // 1.6e-7
    const reached = networkInfidelity(target, model)(value.x).value;
    expect(reached).toBeLessThan(1e-6);
    expect(reached).toBeLessThan(2 * bound);
    expect(-Math.expm1(-value.evaluation.value)).toBeCloseTo(reached, 12);
  });

  test('gives the gradient in the parameters, and goes on from any iterate bit for bit', () => {
    const objective = negativeLogFidelity(target, model);
    const method = balancedLbfgs(model, { stage: 7 });
    const whole = [...minimise(objective, method, theta, { maxSteps: 20 })];
    const at = whole[11]!;
    expect(norm(at.evaluation.gradient, objective(at.x).gradient)).toBeLessThan(1e-10);
    const rest = [...minimise(objective, method, at, { maxSteps: 9 })];
    expect([...rest.at(-1)!.x]).toEqual([...whole.at(-1)!.x]);
  });
});

/** |a − b| relative to |b|. */
const norm = (a: Float64Array, b: Float64Array): number => Math.hypot(...a.map((x, k) => x - b[k]!)) / Math.hypot(...b);

test.each([
  ['Riemannian Adam', 20, (manifold: ReturnType<typeof productManifold>) => adam({ manifold, learningRate: 0.02 })],
  [
    'Riemannian conjugate gradient',
    8,
    (manifold: ReturnType<typeof productManifold>) => conjugateGradient({ manifold }),
  ],
])('a MERA of bond 4 on 16 sites keeps its isometries to 1e-12 throughout training by %s', (_, maxSteps, method) => {
  const network = isometricMera(16, { bond: 4 });
  const parts = manifoldOf(network);
  const manifold = productManifold(parts);
  const size = 2 ** 16;
  const ghz = new Float64Array(2 * size);
  [ghz[0], ghz[2 * size - 2]] = [Math.SQRT1_2, Math.SQRT1_2];
  const objective = logarithmic(denseInfidelity({ length: size, interleaved: ghz }, network));
  const theta = initialParameters(network, randomStream(1, 'mera'));
  const values: number[] = [];
  for (const { x, evaluation } of minimise(objective, method(manifold) as ReturnType<typeof adam>, theta, {
    maxSteps,
    manifold,
  })) {
    expect(isometryDefect(x, parts)).toBeLessThan(1e-12);
    values.push(evaluation.value);
  }
  expect(values).toHaveLength(maxSteps + 1);
  expect(values[values.length - 1]!).toBeLessThan(0.8 * values[0]!);
});

/** −log F from 1 − F. */
const logarithmic =
  (objective: Objective): Objective =>
  (x) => {
    const { value, gradient } = objective(x);
    return { value: -Math.log1p(-value), gradient: gradient.map((g) => g / (1 - value)) };
  };
