import { describe, expect, test } from 'vitest';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { balancedGauge, scaledObjective } from '../../src/network/balanced-gauge.ts';
import { bondSpectra } from '../../src/network/bond-entropy.ts';
import { checkNetwork } from '../../src/network/check-network.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { manifoldOf } from '../../src/network/network-manifold.ts';
import { networkState, networkTangents } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { isometricGauge, schmidtGauge } from '../../src/network/tree-gauge.ts';
import { bondGrams } from '../../src/network/tree-messages.ts';
import { truncateBonds } from '../../src/network/truncate-bonds.ts';
import { isometryDefect } from '../../src/optimise/stiefel.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);

function overlap(a: { network: TensorNetwork; theta: Float64Array }, b: typeof a): number {
  const [x, y] = [networkState(a.network, a.theta), networkState(b.network, b.theta)];
  return Math.hypot(...innerProduct(x, y)) / norm(x) / norm(y);
}

describe.each<[string, TensorNetwork]>([
  ['a chain', matrixProductState([2, 3, 2, 2, 2], { bond: 4 })],
  ['an isometric chain', matrixProductState(qubits(6), { bond: 3, form: 'isometric' })],
  ['a tree', treeTensorNetwork(qubits(7), { bond: 3 })],
  ['an isometric tree', treeTensorNetwork(qubits(8), { bond: 3, form: 'isometric' })],
  ['a purified chain', locallyPurifiedMps(qubits(3), { bond: 3 })],
])('%s', (name, network) => {
  const point = { network, theta: initialParameters(network, randomStream(7, name)) };

  test('in isometric gauge is the same state, of norm 1, made of isometries', () => {
    const gauged = isometricGauge(network, point.theta);
    checkNetwork(gauged.network);
    expect(overlap(gauged, point)).toBeCloseTo(1, 13);
    expect(norm(networkState(gauged.network, gauged.theta))).toBeCloseTo(1, 13);
    expect(gauged.network.nodes.every(({ tensor }) => tensor.kind === 'isometry')).toBe(true);
    expect(isometryDefect(gauged.theta, manifoldOf(gauged.network))).toBeLessThan(1e-13);
  });

  test('in Schmidt gauge names the Schmidt values of every bond', () => {
    const { values } = schmidtGauge(network, point.theta, { tolerance: 0, bond: Infinity });
    for (const [leg, spectrum] of Object.entries(bondSpectra(network, point.theta))) {
      values[leg]!.forEach((x, k) => {
        expect(x * x).toBeCloseTo(spectrum[k]!, 13);
      });
    }
  });

  test('truncated by nothing is the same state, and isometric if it was', () => {
    const same = truncateBonds(network, point.theta, 0);
    checkNetwork(same.network);
    expect(overlap(same, point)).toBeCloseTo(1, 13);
    expect(same.network.nodes.map(({ tensor }) => tensor.kind)).toEqual(network.nodes.map(({ tensor }) => tensor.kind));
  });

  test('truncated to bond 2 loses no more than twice the weight dropped', () => {
    const small = truncateBonds(network, point.theta, 0, 2);
    checkNetwork(small.network);
    for (const leg of Object.keys(bondSpectra(small.network, small.theta))) {
      expect(small.network.dimensions[leg]).toBeLessThanOrEqual(2);
    }
    const dropped = Object.values(bondSpectra(network, point.theta)).reduce(
      (sum, spectrum) => sum + spectrum.slice(2).reduce((rest, p) => rest + p, 0),
      0,
    );
    expect(1 - overlap(small, point) ** 2).toBeLessThanOrEqual(2 * dropped + 1e-12);
  });
});

test('truncation finds the bond dimension 2 of a state written with bond 6', () => {
  const small = matrixProductState(qubits(6), { bond: 2 });
  const theta = initialParameters(small, randomStream(8, 'padded'));
  // The same tensors in the corner of larger ones.
  const large = matrixProductState(qubits(6), { bond: 6 });
  const padded = new Float64Array(large.parameters);
  large.nodes.forEach((node, index) => {
    const old = small.nodes[index]!;
    if (node.tensor.kind !== 'free' || old.tensor.kind !== 'free') return;
    const [from, to] = [old.legs, node.legs].map((legs, which) =>
      legs.map((leg) => [small, large][which]!.dimensions[leg]!),
    ) as [number[], number[]];
    const size = from.reduce((product, d) => product * d, 1);
    for (let e = 0; e < size; e++) {
      let [rest, at, stride] = [e, 0, 1];
      for (let j = from.length - 1; j >= 0; j--) {
        at += (rest % from[j]!) * stride;
        rest = Math.floor(rest / from[j]!);
        stride *= to[j]!;
      }
      padded[node.tensor.offset + 2 * at] = theta[old.tensor.offset + 2 * e]!;
      padded[node.tensor.offset + 2 * at + 1] = theta[old.tensor.offset + 2 * e + 1]!;
    }
  });
  const found = truncateBonds(large, padded, 1e-20);
  for (let k = 1; k < 6; k++) expect(found.network.dimensions[`b${k}`]).toBe(2);
  expect(overlap(found, { network: small, theta })).toBeCloseTo(1, 13);
});

test('a network with cycles comes back as it is, and has no gauge', () => {
  const ring = matrixProductState(qubits(4), { bond: 2, boundary: 'periodic' });
  const theta = initialParameters(ring, randomStream(1, 'ring'));
  expect(truncateBonds(ring, theta, 1e-3)).toEqual({ network: ring, theta });
  expect(() => isometricGauge(ring, theta)).toThrow(/without cycles/);
});

describe('the balanced gauge', () => {
  const network = matrixProductState(qubits(5), { bond: 3 });
  const theta = initialParameters(network, randomStream(9, 'balanced'));
  const balanced = balancedGauge(network, theta, 0);

  test('is the same state, of norm 1', () => {
    expect(overlap(balanced, { network, theta })).toBeCloseTo(1, 12);
    expect(norm(networkState(balanced.network, balanced.theta))).toBeCloseTo(1, 12);
  });

  test('has the Schmidt values as Gram matrices on both sides of every bond', () => {
    const { values } = schmidtGauge(network, theta, { tolerance: 0, bond: Infinity });
    for (const { bond, sides } of bondGrams(balanced.network, balanced.theta).grams) {
      const total = values[bond.leg]!.reduce((sum, x) => sum + x, 0);
      for (const { rows, interleaved } of sides) {
        interleaved.forEach((x, at) => {
          const k = at / 2 / (rows + 1);
          expect(x).toBeCloseTo(Number.isInteger(k) ? values[bond.leg]![k]! / total : 0, 11);
        });
      }
    }
  });

  test('has scales that are the norms of its tangents', () => {
    networkTangents(balanced.network, balanced.theta).forEach((tangent, k) => {
      expect(norm(tangent) / balanced.scales[k]!).toBeCloseTo(1, 10);
    });
  });

  test('turns an objective into one of the scaled coordinates, by the chain rule', () => {
    const quadratic = (x: Float64Array) => ({ value: x[0]! ** 2 + x[1]!, gradient: Float64Array.of(2 * x[0]!, 1) });
    const { value, gradient } = scaledObjective(quadratic, Float64Array.of(2, 4))(Float64Array.of(6, 8));
    expect(value).toBe(11);
    expect([...gradient]).toEqual([3, 0.25]);
  });
});
