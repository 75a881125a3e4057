import { describe, expect, test } from 'vitest';
import { aklt } from '../../datasets/aklt.ts';
import { barsAndStripes } from '../../datasets/bars-and-stripes.ts';
import { dicke } from '../../datasets/dicke.ts';
import { ghz } from '../../datasets/ghz.ts';
import { graph } from '../../datasets/graph.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { product } from '../../datasets/product.ts';
import { randomCircuit } from '../../datasets/random-circuit.ts';
import { w } from '../../datasets/w.ts';
import { noisyGhz, werner } from '../../datasets/werner.ts';
import type { PureState } from '../../src/generative/target-state.ts';
import { norm } from '../../src/linalg/vector.ts';
import { graphStabilisers } from '../../src/operator/hamiltonian.ts';
import { chain, grid, lattice, ring } from '../../src/operator/lattice.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { distributionEntropy, entanglementEntropy, entropy } from '../../src/state/entropy.ts';
import { negativity } from '../../src/state/negativity.ts';

const first = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
const S = ({ amplitudes, dimensions }: PureState, region: readonly number[], order = 1): number =>
  entanglementEntropy(amplitudes, dimensions, region, { order });

describe('entropies of regions', () => {
  test('vanish in a product state', () => {
    const state = product(5, { polar: 1.1, azimuth: 0.4 });
    expect(norm(state.amplitudes)).toBeCloseTo(1, 14);
    for (const m of [1, 2, 3]) expect(S(state, first(m))).toBeCloseTo(0, 13);
    expect(expectation({ qubits: 5, terms: [{ word: 'IZIII', coefficient: 1 }] }, state.amplitudes)).toBeCloseTo(
      Math.cos(1.1),
      14,
    );
    const y = expectation({ qubits: 5, terms: [{ word: 'IIIIY', coefficient: 1 }] }, state.amplitudes);
    expect(y).toBeCloseTo(Math.sin(1.1) * Math.sin(0.4), 14);
  });

  test('are log 2 everywhere in a GHZ state, for every Rényi order', () => {
    for (const n of [2, 3, 6]) {
      for (const order of [0, 0.5, 1, 2, Infinity]) expect(S(ghz(n), [n - 1], order)).toBeCloseTo(Math.log(2), 13);
    }
    expect(S(ghz(6), [0, 2, 5])).toBeCloseTo(Math.log(2), 13);
  });

  test.each([3, 5, 8])('are those of (m/n, 1 − m/n) in the W state of %d qubits', (n) => {
    for (let m = 1; m < n; m++) expect(S(w(n), first(m))).toBeCloseTo(distributionEntropy([m / n, 1 - m / n]), 12);
  });

  test('are hypergeometric in Dicke states', () => {
    for (const [n, k, m] of [
      [6, 3, 2],
      [7, 2, 3],
      [8, 4, 4],
    ] as const) {
      const law = Array.from({ length: m + 1 }, (_, j) => (choose(m, j) * choose(n - m, k - j)) / choose(n, k));
      expect(S(dicke(n, k), first(m))).toBeCloseTo(distributionEntropy(law), 12);
    }
  });

  test('count the crossing bonds of a cluster state', () => {
    expect(S(graph(chain(6)), [0, 1, 2])).toBeCloseTo(Math.log(2), 12);
    expect(S(graph(ring(6)), [1, 2, 3])).toBeCloseTo(2 * Math.log(2), 12);
    expect(S(graph(grid(2, 4)), [0, 1, 4, 5])).toBeCloseTo(2 * Math.log(2), 12);
  });

  test('follow Page on average over Haar-random states, and repeat with the seed', () => {
    const [M, N] = [4, 16];
    const page =
      Array.from({ length: M * N - N }, (_, k) => 1 / (N + 1 + k)).reduce((a, b) => a + b, 0) - (M - 1) / (2 * N);
    const samples = Array.from({ length: 300 }, (_, seed) => S(haarRandom(6, seed), [0, 1]));
    const mean = samples.reduce((a, b) => a + b, 0) / samples.length;
    const variance = samples.reduce((a, b) => a + (b - mean) ** 2, 0) / samples.length;
    expect(Math.abs(mean - page)).toBeLessThan(4 * Math.sqrt(variance / samples.length));
    expect(haarRandom(4, 7)).toEqual(haarRandom(4, 7));
    expect(haarRandom(4, 7)).not.toEqual(haarRandom(4, 8));
  });

  test('grow with the depth of a random circuit: at most one log 2 for each gate on the cut', () => {
    expect(S(randomCircuit(6, 1), [0, 1])).toBeCloseTo(0, 12); // the first layer has no gate on the bond (1, 2)
    expect(S(randomCircuit(6, 1), [0])).toBeGreaterThan(0.01);
    expect(S(randomCircuit(6, 2), [0, 1])).toBeLessThanOrEqual(Math.log(2) + 1e-12);
    expect(S(randomCircuit(6, 30), [0, 1, 2])).toBeGreaterThan(1.2);
    expect(norm(randomCircuit(6, 30).amplitudes)).toBeCloseTo(1, 12);
    expect(randomCircuit(5, 3, 2)).toEqual(randomCircuit(5, 3, 2));
  });

  test('start from Haar-random one-qubit gates: ⟨Z⟩ is uniform, with mean square 1/3', () => {
    const squares = Array.from({ length: 2000 }, (_, seed) => {
      const { interleaved } = randomCircuit(1, 1, seed).amplitudes;
      return (2 * (interleaved[0]! ** 2 + interleaved[1]! ** 2) - 1) ** 2;
    });
    const mean = squares.reduce((a, b) => a + b, 0) / squares.length;
    expect(Math.abs(mean - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / squares.length)); // variance 1/5 − 1/9
  });
});

test.each([
  chain(5),
  ring(6),
  grid(2, 3),
  lattice(4, [
    [0, 2],
    [1, 3],
    [0, 3],
  ]),
])('all stabilisers X ΠZ of a graph state are +1 (%j)', (l) => {
  const { amplitudes } = graph(l);
  for (const word of graphStabilisers(l)) {
    expect(expectation({ qubits: l.sites, terms: [{ word, coefficient: 1 }] }, amplitudes)).toBeCloseTo(1, 13);
  }
});

describe('states under white noise', () => {
  test.each([0, 0.2, 1 / 3, 0.5, 0.9, 1])('a Werner state of weight %d has negativity max(0, (3p − 1)/4)', (p) => {
    const { density } = werner(p);
    expect(negativity(density, [2, 2], [0])).toBeCloseTo(Math.max(0, (3 * p - 1) / 4), 14);
    expect(entropy(density)).toBeCloseTo(distributionEntropy([(1 + 3 * p) / 4, ...Array(3).fill((1 - p) / 4)]), 13);
  });

  test.each([2, 3, 4])('a noisy GHZ state of %d qubits is entangled from weight 1/(1 + 2^(n−1)) on', (n) => {
    const threshold = 1 / (1 + 2 ** (n - 1));
    const N = (p: number): number => negativity(noisyGhz(n, p).density, new Array(n).fill(2), [0]);
    expect(N(threshold - 1e-3)).toBe(0);
    expect(N(threshold + 1e-3)).toBeGreaterThan(1e-4);
    expect(N(1)).toBeCloseTo(0.5, 13);
  });
});

describe('the AKLT state', () => {
  /** ⟨ψ| O₁ … |ψ⟩ of real operators on the given spins, by brute force. */
  function average(
    { amplitudes, dimensions }: PureState,
    operators: Readonly<Record<number, readonly (readonly number[])[]>>,
  ): number {
    let psi = Array.from({ length: amplitudes.length }, (_, k) => amplitudes.interleaved[2 * k]!);
    const bra = psi;
    for (const [site, matrix] of Object.entries(operators)) {
      const stride = 3 ** (dimensions.length - 1 - Number(site));
      psi = psi.map((_, k) => {
        const m = Math.floor(k / stride) % 3;
        return matrix[m]!.reduce((sum, entry, from) => sum + entry * psi[k + (from - m) * stride]!, 0);
      });
    }
    return bra.reduce((sum, x, k) => sum + x * psi[k]!, 0);
  }
  const Z = [
    [1, 0, 0],
    [0, 0, 0],
    [0, 0, -1],
  ];
  const UP = [
    [0, Math.SQRT2, 0],
    [0, 0, Math.SQRT2],
    [0, 0, 0],
  ];
  const DOWN = [
    [0, 0, 0],
    [Math.SQRT2, 0, 0],
    [0, Math.SQRT2, 0],
  ];
  const product3 = (a: number[][], b: number[][]): number[][] =>
    a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
  /** S·S = Z Z + (S⁺S⁻ + S⁻S⁺)/2 as pairs of one-site operators. */
  const HEISENBERG: readonly (readonly [number, number[][], number[][]])[] = [
    [1, Z, Z],
    [0.5, UP, DOWN],
    [0.5, DOWN, UP],
  ];
  const bondEnergy = (state: PureState, i: number, j: number): number => {
    let energy = 0;
    for (const [x, a, b] of HEISENBERG) {
      energy += x * average(state, { [i]: a, [j]: b });
      for (const [y, c, d] of HEISENBERG)
        energy += (x * y * average(state, { [i]: product3(a, c), [j]: product3(b, d) })) / 3;
    }
    return energy;
  };

  test.each(['open', 'periodic'] as const)('has energy −2/3 on every bond (%s)', (boundary) => {
    const state = aklt(5, { boundary });
    for (let i = 0; i < 4; i++) expect(bondEnergy(state, i, i + 1)).toBeCloseTo(-2 / 3, 12);
    if (boundary === 'periodic') expect(bondEnergy(state, 4, 0)).toBeCloseTo(-2 / 3, 12);
  });

  test('has correlations ⟨S^z_0 S^z_r⟩ = (4/3)·[(−1/3)^r + (−1/3)^(N−r)] / [1 + 3·(−1/3)^N] on a ring', () => {
    const N = 8;
    const state = aklt(N, { boundary: 'periodic' });
    for (let r = 1; r < N; r++) {
      const expected = ((4 / 9) * 3 * ((-1 / 3) ** r + (-1 / 3) ** (N - r))) / (1 + 3 * (-1 / 3) ** N);
      expect(average(state, { 0: Z, [r]: Z })).toBeCloseTo(expected, 12);
    }
  });

  test('carries the edge spins that are asked for: total S^z = left + right', () => {
    for (const left of ['up', 'down'] as const) {
      for (const right of ['up', 'down'] as const) {
        const state = aklt(6, { left, right });
        const total = first(6).reduce((sum, i) => sum + average(state, { [i]: Z }), 0);
        expect(total).toBeCloseTo((left === 'up' ? 0.5 : -0.5) + (right === 'up' ? 0.5 : -0.5), 13);
      }
    }
    expect(average(aklt(8, { left: 'up', right: 'up' }), { 0: Z })).toBeGreaterThan(0.5); // the edge spin sits at its edge
    expect(average(aklt(8, { left: 'down', right: 'up' }), { 0: Z })).toBeLessThan(-0.5);
  });

  test('on qubits is the same state, in the triplets of pairs', () => {
    const [spins, qubits] = [aklt(4), aklt(4, { encoding: 'qubits' })];
    expect(norm(qubits.amplitudes)).toBeCloseTo(1, 13);
    for (const m of [1, 2]) expect(S(qubits, first(2 * m))).toBeCloseTo(S(spins, first(m)), 12);
    const swapped = qubits.amplitudes.interleaved
      .filter((_, k) => k % 2 === 0)
      .map((_, b, all) => {
        const pair = b & 3;
        return all[(b & ~3) | ((pair & 1) << 1) | (pair >> 1)]!;
      });
    expect(swapped).toEqual(qubits.amplitudes.interleaved.filter((_, k) => k % 2 === 0)); // symmetric under exchange
    expect(aklt(1, { left: 'up', right: 'up', encoding: 'qubits' }).amplitudes.interleaved[0]).toBe(1); // m = +1 is |00⟩
  });
});

test('bars and stripes are 2^r + 2^c − 2 pictures, each of uniform rows or columns', () => {
  const { amplitudes } = barsAndStripes(3, 2);
  const chosen = first(64).filter((b) => amplitudes.interleaved[2 * b]! > 0);
  const bit = (b: number, k: number): number => (b >> (5 - k)) & 1;
  const isStripe = (b: number): boolean => [0, 2, 4].every((k) => bit(b, k) === bit(b, k + 1));
  const isBar = (b: number): boolean => [0, 1].every((k) => bit(b, k) === bit(b, k + 2) && bit(b, k) === bit(b, k + 4));
  expect(chosen).toEqual(first(64).filter((b) => isStripe(b) || isBar(b)));
  expect(chosen.length).toBe(2 ** 3 + 2 ** 2 - 2);
  expect(norm(amplitudes)).toBeCloseTo(1, 14);
});

test('sizes out of range are refused, with the memory they would need', () => {
  expect(() => ghz(40)).toThrow('1 to 24 required, got 40, whose state needs 16 TB');
  expect(() => w(0)).toThrow('1 to 24 required, got 0');
  expect(() => dicke(4, 5)).toThrow('0 to 4 excitations');
  expect(() => noisyGhz(12, 0.5)).toThrow('1 to 8 required, got 12, whose state needs 256 MB');
  expect(() => werner(1.5)).toThrow('a weight from 0 to 1');
  expect(() => aklt(14)).toThrow('1 to 13 required');
  expect(() => aklt(1, { boundary: 'periodic' })).toThrow('2 to 13 required, got 1');
  expect(() => barsAndStripes(6, 6)).toThrow('got 6 × 6, whose state needs 1 TB');
  expect(() => graph(chain(25))).toThrow('512 MB');
});
