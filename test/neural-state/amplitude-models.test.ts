import { expect, test } from 'vitest';
import { fubiniStudyMetric } from '../../src/fisher/quantum-geometric-tensor.ts';
import { allRows } from '../../src/likelihood/scores.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';
import { entropiesOfNetwork } from '../../src/network/network-entropies.ts';
import { networkState } from '../../src/network/network-state.ts';
import { amplitudeMetric } from '../../src/neural-state/amplitude-energy.ts';
import {
  type AmplitudeModel,
  normalisedAmplitudes,
  stateOfAmplitudes,
} from '../../src/neural-state/amplitude-model.ts';
import { autoregressiveAmplitudes } from '../../src/neural-state/autoregressive-amplitudes.ts';
import { boltzmannMachine } from '../../src/neural-state/boltzmann-machine.ts';
import { networkOfBoltzmann } from '../../src/neural-state/boltzmann-network.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { entropiesOfState } from '../../src/state/region-entropies.ts';

const rowsOf = (n: number): Uint8Array => allRows(new Array<number>(n).fill(2)).digits;
const large = (model: AmplitudeModel, factor: number): Float64Array =>
  model.start(randomStream(4, 'large')).map((x) => factor * x);

test('amplitudes of a Boltzmann machine are sums over its hidden spins', () => {
  const [n, m] = [3, 2];
  const machine = boltzmannMachine({ visible: n, hidden: m });
  const theta = large(machine, 6);
  const { re, im } = machine.logAmplitudes(theta, rowsOf(n));
  rowsOf(n).forEach((_, k, rows) => {
    if (k % n !== 0) return;
    const s = [...rows.subarray(k, k + n)].map((v) => 1 - 2 * v);
    let [x, y] = [0, 0];
    for (const h of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ]) {
      const exponent = [0, 1].map((part) => {
        const at = (index: number): number => theta[2 * index + part]!;
        let sum = s.reduce((total, si, i) => total + si * at(i), 0);
        sum += h.reduce((total, hj, j) => total + hj * at(n + j), 0);
        for (const [i, si] of s.entries()) for (const [j, hj] of h.entries()) sum += si * hj * at(n + m + i * m + j);
        return sum;
      });
      x += Math.exp(exponent[0]!) * Math.cos(exponent[1]!);
      y += Math.exp(exponent[0]!) * Math.sin(exponent[1]!);
    }
    expect(Math.exp(re[k / n]!) * Math.cos(im[k / n]!)).toBeCloseTo(x, 11);
    expect(Math.exp(re[k / n]!) * Math.sin(im[k / n]!)).toBeCloseTo(y, 11);
  });
});

test('the network of copy tensors has the amplitudes and the entropies of its machine', () => {
  const machine = boltzmannMachine({ visible: 4, hidden: 2 });
  const theta = large(machine, 5);
  theta.fill(0, 2 * (4 + 2), 2 * (4 + 2) + 2); // the weight of v_0 and h_0
  const { network, theta: entries } = networkOfBoltzmann(machine, theta);
  expect(network.nodes.length).toBe(4 + 2 + 7);
  const { re, im } = machine.logAmplitudes(theta, rowsOf(4));
  const { interleaved } = networkState(network, entries);
  re.forEach((x, v) => {
    expect(interleaved[2 * v]).toBeCloseTo(Math.exp(x) * Math.cos(im[v]!), 10);
    expect(interleaved[2 * v + 1]).toBeCloseTo(Math.exp(x) * Math.sin(im[v]!), 10);
  });
  const dense = entropiesOfState(stateOfAmplitudes(machine, theta), [2, 2, 2, 2]);
  for (const region of [[0], [0, 2], [1, 2, 3]]) {
    expect(entropiesOfNetwork(network, entries).entropy(region)).toBeCloseTo(dense.entropy(region), 10);
  }
});

test('the Fubini–Study metric of that network, pulled back to the weights, is the metric of the machine', () => {
  const machine = boltzmannMachine({ visible: 2, hidden: 2 });
  const theta = large(machine, 4);
  const { network, theta: entries } = networkOfBoltzmann(machine, theta);
  const [P, Q] = [machine.parameters, network.parameters];
  const jacobian = new Float64Array(Q * P);
  const step = 1e-5;
  for (let k = 0; k < P; k++) {
    const at = (h: number): Float64Array => networkOfBoltzmann(machine, theta.with(k, theta[k]! + h)).theta;
    const [up, down] = [at(step), at(-step)];
    for (let e = 0; e < Q; e++) jacobian[e * P + k] = (up[e]! - down[e]!) / (2 * step);
  }
  const J = { rows: Q, cols: P, data: jacobian };
  const pulled = multiplyReal(J, multiplyReal(fubiniStudyMetric(network, entries), J), { transposeA: true });
  const { data } = amplitudeMetric(machine, theta);
  expect([...data]).toEqual([...pulled.data].map((x) => expect.closeTo(x, 7)));
});

test('one hidden spin, joined to all, makes a GHZ state', () => {
  const machine = boltzmannMachine({ visible: 3, hidden: 1 });
  const theta = new Float64Array(machine.parameters);
  for (let i = 0; i < 3; i++) theta[2 * (4 + i)] = 20;
  const { interleaved } = stateOfAmplitudes(machine, theta);
  expect(interleaved[0]).toBeCloseTo(Math.SQRT1_2, 12);
  expect(interleaved[14]).toBeCloseTo(Math.SQRT1_2, 12);
});

test.each([
  ['Boltzmann machine', boltzmannMachine({ visible: 4, hidden: 3 })],
  ['autoregressive', autoregressiveAmplitudes({ qubits: 4, hidden: 3 })],
] as const)('%s: the pullback is the derivative of modulus and phase', (_, model) => {
  const rows = rowsOf(4).subarray(12, 40);
  const stream = randomStream(2, 'cotangents');
  const a = Float64Array.from({ length: 7 }, stream.normal);
  const b = Float64Array.from({ length: 7 }, stream.normal);
  const { relativeError, taylorOrder } = checkGradient(
    (theta) => {
      const { re, im, pullback } = model.logAmplitudes(theta, rows);
      const value = a.reduce((sum, x, v) => sum + x * re[v]! + b[v]! * im[v]!, 0);
      return { value, gradient: pullback(a, b) };
    },
    large(model, 4),
  );
  expect(relativeError).toBeLessThan(1e-7);
  expect(taylorOrder).toBeGreaterThan(1.9);
});

test('an autoregressive state has norm 1, conditions only on what came before, and is sampled exactly', () => {
  const model = autoregressiveAmplitudes({ qubits: 5, hidden: 2 });
  const theta = large(model, 3);
  const probabilities = (rows: Uint8Array): Float64Array =>
    model.logAmplitudes(theta, rows).re.map((x) => Math.exp(2 * x));
  const all = probabilities(rowsOf(5));
  expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  // p(v_0) does not depend on weights of later qubits.
  const first = all.subarray(0, 16).reduce((sum, p) => sum + p, 0);
  const changed = theta.map((x, k) => (k < theta.length / 2 ? x : -x));
  const after = model
    .logAmplitudes(changed, rowsOf(5))
    .re.reduce((sum, x, v) => sum + (v < 16 ? Math.exp(2 * x) : 0), 0);
  expect(after).toBeCloseTo(first, 12);
  const count = 20_000;
  const samples = model.sample!(theta, randomStream(1, 'samples'), count);
  const counts = new Float64Array(32);
  for (let row = 0; row < count; row++) {
    counts[samples.subarray(5 * row, 5 * row + 5).reduce((place, v) => 2 * place + v, 0)]!++;
  }
  // χ² of 31 degrees of freedom: above 70 with a probability of 1e-4.
  expect(all.reduce((sum, p, v) => sum + (counts[v]! - count * p) ** 2 / (count * p), 0)).toBeLessThan(70);
});

test('mistakes are told', () => {
  const machine = boltzmannMachine({ visible: 2 });
  expect(() => machine.logAmplitudes(new Float64Array(3), rowsOf(2))).toThrow('16 parameters required, got 3');
  expect(() => machine.logAmplitudes(new Float64Array(16), Uint8Array.of(0, 2))).toThrow('2 in row 0 at site 1');
  expect(() => boltzmannMachine({ visible: 0 })).toThrow('got 0 visible');
  expect(() => autoregressiveAmplitudes({ qubits: 2, hidden: 0.5 })).toThrow('0.5 hidden');
  const wide = boltzmannMachine({ visible: 17, hidden: 1 });
  expect(() => stateOfAmplitudes(wide, new Float64Array(wide.parameters))).toThrow('at most 16 qubits required');
  expect(() => normalisedAmplitudes({ re: Float64Array.of(NaN), im: Float64Array.of(0) })).toThrow('finite logarithm');
});
