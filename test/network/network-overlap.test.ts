import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct, normSquared } from '../../src/linalg/vector.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import {
  negativeLogFidelity,
  networkInfidelity,
  networkInnerProduct,
  networkLogNorm,
} from '../../src/network/network-overlap.ts';
import { networkState } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimise, solution } from '../../src/optimise/minimise.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);
const at = (network: TensorNetwork, name: string) => ({
  network,
  theta: initialParameters(network, randomStream(3, name)),
});
const target = at(matrixProductState(qubits(4), { bond: 3 }), 'target');

describe.each<[string, TensorNetwork]>([
  ['a matrix-product state', matrixProductState(qubits(4), { bond: 2 })],
  ['a ring', matrixProductState(qubits(4), { bond: 2, boundary: 'periodic' })],
  ['a tree', treeTensorNetwork(qubits(4), { bond: 2 })],
  ['a MERA', isometricMera(4)],
])('%s', (name, network) => {
  const model = at(network, name);
  const [t, psi] = [target, model].map((point) => networkState(point.network, point.theta)) as [
    ReturnType<typeof networkState>,
    ReturnType<typeof networkState>,
  ];

  test('has the inner product and norm of its amplitudes', () => {
    const { mantissa, exponent } = networkInnerProduct(target, model);
    const [re, im] = innerProduct(t, psi);
    expect(mantissa[0] * 2 ** exponent).toBeCloseTo(re, 13);
    expect(mantissa[1] * 2 ** exponent).toBeCloseTo(im, 13);
    expect(networkLogNorm(model)).toBeCloseTo(Math.log(normSquared(psi)), 13);
  });

  test('has the infidelity of its amplitudes, and its logarithm', () => {
    const [re, im] = innerProduct(t, psi);
    const fidelity = (re * re + im * im) / (normSquared(t) * normSquared(psi));
    expect(networkInfidelity(target, network)(model.theta).value).toBeCloseTo(1 - fidelity, 13);
    expect(negativeLogFidelity(target, network)(model.theta).value).toBeCloseTo(-Math.log(fidelity), 12);
  });

  test.each([networkInfidelity, negativeLogFidelity])('has the gradient of %o', (loss) => {
    const { relativeError, taylorOrder } = checkGradient(loss(target, network), model.theta);
    expect(relativeError).toBeLessThan(1e-8);
    expect(taylorOrder).toBeGreaterThan(1.9);
  });
});

test('a mixed model has the fidelity ⟨t|ρ|t⟩ of its reduced density matrix, with gradient', () => {
  const network = locallyPurifiedMps(qubits(4), { bond: 2, purification: 2 });
  const model = at(network, 'mixed');
  const t = networkState(target.network, target.theta);
  const psi = networkState(network, model.theta);
  let overlap = 0;
  for (let e = 0; e < 16; e++) {
    const column = Float64Array.from({ length: 32 }, (_, k) => psi.interleaved[2 * ((k >> 1) * 16 + e) + (k & 1)]!);
    const [re, im] = innerProduct(t, { length: 16, interleaved: column });
    overlap += re * re + im * im;
  }
  const loss = networkInfidelity(target, network);
  expect(loss(model.theta).value).toBeCloseTo(1 - overlap / (normSquared(t) * normSquared(psi)), 13);
  expect(checkGradient(loss, model.theta).relativeError).toBeLessThan(1e-8);
});

test('product states of 500 sites: F = cos(δ/2)^1000, its logarithm and gradient far below the smallest number', () => {
  const n = 500;
  const network = matrixProductState(qubits(n), { bond: 1 });
  const product = (angle: number, scale: number): Float64Array =>
    Float64Array.from({ length: 4 * n }, (_, k) => scale * [Math.cos(angle / 2), 0, Math.sin(angle / 2), 0][k % 4]!);
  const delta = 2.4;
  const loss = negativeLogFidelity({ network, theta: product(0, 1e-3) }, network);
  const { value, gradient } = loss(product(delta, 1e3));
  expect(value / (-2 * n * Math.log(Math.cos(delta / 2)))).toBeCloseTo(1, 12); // about 1e3: F itself is 1e-441
  // Turning one site by dδ changes −log F by tan(δ/2) dδ.
  const turning = -Math.sin(delta / 2) * gradient[0]! + Math.cos(delta / 2) * gradient[2]!;
  expect((turning * 1e3) / 2).toBeCloseTo(Math.tan(delta / 2), 10);
  expect(networkLogNorm({ network, theta: product(delta, 1e3) })).toBeCloseTo(2 * n * Math.log(1e3), 8);
});

test('a state has no infidelity from itself, whatever its norm and phase', () => {
  const turned = target.theta.map((_, k, x) => (k < 8 ? (k % 2 === 0 ? -3 * x[k + 1]! : 3 * x[k - 1]!) : x[k]!)); // ·3i
  const { value, gradient } = networkInfidelity(target, target.network)(turned);
  expect(value).toBeLessThan(1e-14);
  for (const x of gradient) expect(Math.abs(x)).toBeLessThan(1e-14);
});

test('different sites and mixed targets are refused', () => {
  expect(() => networkInfidelity(target, matrixProductState([2, 2, 3]))).toThrow(/equal boundary dimensions.*2, 2, 3/);
  const mixed = at(locallyPurifiedMps(qubits(4), { bond: 2 }), 'x');
  expect(() => networkInfidelity(mixed, target.network)).toThrow(/target without environment/);
});

describe('orthogonal states', () => {
  const network = matrixProductState(qubits(3), { bond: 1 });
  const product = (...sites: readonly number[]): Float64Array =>
    Float64Array.from(sites.flatMap((site) => (site === 0 ? [1, 0, 0, 0] : [0, 0, 1, 0])));
  const up = { network, theta: product(0, 0, 0) };

  test('have −log F = ∞ and F = 0, with gradients 0', () => {
    const theta = product(0, 1, 1);
    expect(negativeLogFidelity(up, network)(theta)).toEqual({ value: Infinity, gradient: new Float64Array(12) });
    const { value, gradient } = networkInfidelity(up, network)(theta);
    expect(value).toBe(1);
    for (const x of gradient) expect(Math.abs(x)).toBe(0);
  });

  test('have them also where the model is mixed', () => {
    const mixed = locallyPurifiedMps(qubits(3), { bond: 1, purification: 1 });
    const { value, gradient } = negativeLogFidelity(up, mixed)(product(0, 1, 1));
    expect(value).toBe(Infinity);
    expect(gradient).toEqual(new Float64Array(12));
  });

  test('are no start: the minimisation ends as diverged and has not moved', () => {
    const theta = product(1, 1, 1);
    const steps = minimise(negativeLogFidelity(up, network), lbfgs(), theta, { maxSteps: 5 });
    const { result, value } = solution(steps);
    expect([result, value.x]).toEqual(['diverged', theta]);
  });
});
