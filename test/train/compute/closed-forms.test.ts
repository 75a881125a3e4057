import { describe, expect, test } from 'vitest';
import { computed } from '../../../train/compute/compute.ts';

const nothing = {
  read: (path: string): Uint8Array => {
    throw new Error(`no file ${path}`);
  },
};

const resultOf = async (request: object): Promise<Record<string, unknown>> =>
  (await computed(request, nothing)).result as Record<string, unknown>;

describe('curvature', () => {
  test('SU(2) with weights 1 is the unit three-sphere: K = 1, Ric = 2, R = 6', async () => {
    const { scalar, sectional, ricci } = await resultOf({ request: 'curvature', qubits: 1, plane: ['X', 'Z'] });
    expect(scalar).toBeCloseTo(6, 12);
    expect(sectional).toBeCloseTo(1, 12);
    expect((ricci as { curvature: number }[]).map(({ curvature }) => curvature)).toEqual([2, 2, 2]);
  });
});

describe('circuits', () => {
  const program = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; ry(0.5) q[0]; rzz(0.25) q[0],q[1];';

  test('have the length Σ|angle|/2', async () => {
    const found = await resultOf({ request: 'gates', circuit: { name: 'circuit', program } });
    expect(found).toMatchObject({ qubits: 2, gates: 2, interactions: 1, cnots: 2, length: 0.375 });
  });

  test('have the CNOTs that their gates take', async () => {
    const text = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; cx q[0],q[1]; rzz(0.25) q[0],q[1]; cz q[0],q[1];';
    const found = await resultOf({ request: 'gates', circuit: { name: 'circuit', program: text } });
    expect(found).toMatchObject({ cnots: 4 });
  });

  test('are infinitely long where the metric forbids a gate, with the reason', async () => {
    const found = await computed(
      { request: 'gates', circuit: { name: 'circuit', program }, metric: { maxSize: 1 } },
      nothing,
    );
    expect((found.result as { length: number }).length).toBe(Infinity);
    expect(found.notes[0]).toMatch(/No finite length/);
  });

  test('a Bell state takes one CNOT, and a swap three', async () => {
    expect(await resultOf({ request: 'fewest-gates', state: 'ghz(2)' })).toMatchObject({ gates: 1, lowerBound: 1 });
    const swap = await resultOf({ request: 'fewest-gates', unitary: 'controlled-swap(2)', starts: 2 });
    expect(swap).toMatchObject({ gates: 3, lowerBound: 3 });
  });
});

describe('discrete complexity', () => {
  const cnots = (...gates: readonly string[]) => ({
    name: 'circuit',
    program: `OPENQASM 2.0; include "qelib1.inc"; qreg q[4]; ${gates.join(' ')}`,
  });
  const distant = 'cx q[0],q[3];';

  test('a CNOT across three bonds of a chain takes eight of neighbours, and the program does the same', async () => {
    const circuit = cnots(distant);
    const found = await resultOf({ request: 'discrete-complexity', circuit, lattice: 'chain' });
    expect(found).toMatchObject({ gates: 'cnot', group: 'GL(4,2)', order: 20160, distance: 8, greatest: 15 });
    const program = String(found.program);
    expect(program.match(/^cx /gm)?.length).toBe(8);
    const again = { name: 'circuit', program };
    expect(await resultOf({ request: 'discrete-complexity', circuit: again })).toMatchObject({
      distance: 1,
      words: '1',
    });
    expect(await resultOf({ request: 'discrete-complexity', circuit })).toMatchObject({ word: ['CNOT(0,3)'] });
  });

  test('one-qubit gates are free among Clifford gates, where a swap of two of three qubits takes three', async () => {
    const program = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; h q[0]; cz q[0],q[1]; s q[1]; cx q[1],q[2];';
    const found = await resultOf({ request: 'discrete-complexity', circuit: { name: 'circuit', program } });
    expect(found).toMatchObject({ gates: 'clifford', order: 1451520, distance: 2, greatest: 6, program: null });
    const swap = { name: 'circuit', program: 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; swap q[0],q[2];' };
    expect(await resultOf({ request: 'discrete-complexity', circuit: swap, gates: 'clifford' })).toMatchObject({
      distance: 3,
    });
    await expect(
      computed({ request: 'discrete-complexity', circuit: { name: 'circuit', program }, gates: 'cnot' }, nothing),
    ).rejects.toThrow('circuit: a product of CNOTs required');
  });

  test('permutations: the reversal of four takes 2 swaps of any pairs, 6 of neighbours in 16 ways, and is out of reach of two pairs', async () => {
    const permutation = [3, 2, 1, 0];
    const all = await resultOf({ request: 'discrete-complexity', permutation });
    expect(all).toMatchObject({ gates: 'swap', order: 24, distance: 2, share: expect.closeTo(18 / 24, 12) });
    const chain = await resultOf({ request: 'discrete-complexity', permutation, lattice: 'chain' });
    expect(chain).toMatchObject({ distance: 6, words: '16', share: 1, mean: 3 });
    const lattice = { edges: [[0, 1], [2, 3]] }; // biome-ignore format: two pairs
    const apart = await resultOf({ request: 'discrete-complexity', permutation, lattice });
    expect(apart).toMatchObject({ distance: null, word: null, words: '0' });
    await expect(computed({ request: 'discrete-complexity' }, nothing)).rejects.toThrow(
      'circuit: either a circuit or a permutation required',
    );
    await expect(computed({ request: 'discrete-complexity', permutation, gates: 'cnot' }, nothing)).rejects.toThrow(
      "gates: swap required for a permutation, got 'cnot'",
    );
  });
});

describe('gates', () => {
  test('a CNOT is at (π/4, 0, 0) of the Weyl chamber, a swap at (π/4, π/4, π/4)', async () => {
    const cnot = await resultOf({ request: 'two-qubit-gate', unitary: 'controlled-not(2)' });
    expect(cnot).toMatchObject({ cnots: 1, distance: expect.closeTo(Math.PI / 4, 9) });
    const swap = await resultOf({ request: 'two-qubit-gate', unitary: 'controlled-swap(2)' });
    expect(swap).toMatchObject({ cnots: 3, distance: expect.closeTo((Math.sqrt(3) * Math.PI) / 4, 9) });
    await expect(computed({ request: 'two-qubit-gate', unitary: 'controlled-not(3)' }, nothing)).rejects.toThrow(
      'unitary: two qubits required, got 3',
    );
  });
});

describe('states', () => {
  test('the amplitudes of a circuit are those of its state', async () => {
    const program = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0],q[1];';
    const found = await resultOf({ request: 'fidelity', a: { name: 'circuit', program }, b: 'ghz(2)' });
    expect(found.infidelity).toBeCloseTo(0, 14);
    expect(found.fubiniStudy).toBeCloseTo(0, 7);
    const { entries, purity } = await resultOf({ request: 'state', state: 'ghz(2)' });
    expect(entries).toEqual({ shape: [4], interleaved: Float64Array.of(Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0) });
    expect(purity).toBe(1);
  });

  test('a product state and GHZ₃ have fidelity ½, Bures distance √(2 − √2)', async () => {
    const found = await resultOf({ request: 'fidelity', a: 'ghz(3)', b: 'product(3, polar=0)' });
    expect(found.fidelity).toBeCloseTo(0.5, 12);
    expect(found.bures).toBeCloseTo(Math.sqrt(2 - Math.SQRT2), 12);
    expect(found.fubiniStudy).toBeCloseTo(Math.PI / 4, 12);
  });

  test('of mixed states: a Werner state and itself', async () => {
    const found = await resultOf({ request: 'fidelity', a: 'werner(0.5)', b: 'werner(0.5)' });
    expect(found.fidelity).toBeCloseTo(1, 10);
    expect(found.fubiniStudy).toBeNull();
    const { purity } = await resultOf({ request: 'state', state: 'werner(0.5)' });
    expect(purity).toBeCloseTo((1 + 3 * 0.25) / 4, 12);
  });

  test('a Werner state of weight p has the negativity (3p − 1)/4 above ⅓, none below', async () => {
    for (const [weight, known] of [
      [1, 0.5],
      [0.6, 0.2],
      [0.3, 0],
    ] as const) {
      const found = await resultOf({ request: 'negativity', state: { name: 'werner', weight } });
      expect(found.negativity).toBeCloseTo(known, 10);
      expect(found.logarithmic).toBeCloseTo(Math.log(1 + 2 * known), 10);
    }
  });

  test('one qubit of W₃ has the entropy of (1/3, 2/3), in bits and of order 2 as well', async () => {
    const of = async (more: object): Promise<number> => {
      const found = await resultOf({ request: 'entropies', state: 'w(3)', regions: [[1]], ...more });
      return (found.regions as { entropy: number }[])[0]!.entropy;
    };
    const nats = -Math.log(1 / 3) / 3 - (2 * Math.log(2 / 3)) / 3;
    expect(await of({})).toBeCloseTo(nats, 12);
    expect(await of({ base: 2 })).toBeCloseTo(nats / Math.LN2, 12);
    expect(await of({ order: 2 })).toBeCloseTo(-Math.log(5 / 9), 12);
    expect(await of({ order: 'infinite' })).toBeCloseTo(-Math.log(2 / 3), 12);
  });

  test('entropies of stabiliser, Gaussian and symmetric states need no amplitudes', async () => {
    const half = async (state: string, size: number): Promise<number> => {
      const regions = [Array.from({ length: size }, (_, site) => site)];
      const found = await resultOf({ request: 'entropies', state, regions });
      return (found.regions as { entropy: number }[])[0]!.entropy;
    };
    expect(await half('stabiliser-graph(40, lattice=chain)', 20)).toBeCloseTo(Math.LN2, 12);
    expect(await half('ghz(60)', 30)).toBeCloseTo(Math.LN2, 12);
  });

  test('GHZ has Schmidt rank 2 and mutual information log 2 of any two sites', async () => {
    expect(await resultOf({ request: 'schmidt', state: 'ghz(4)', region: [0, 2] })).toMatchObject({ rank: 2 });
    const pair = await resultOf({ request: 'mutual-information', state: 'ghz(4)', between: [0, [3]] });
    expect(pair.information).toBeCloseTo(Math.LN2, 12);
    const all = await resultOf({ request: 'mutual-information', state: 'ghz(4)', between: [[0], [1, 2, 3]] });
    expect(all.information).toBeCloseTo(2 * Math.LN2, 12);
  });

  test('the verdict on GHZ: an area law of ln 2, one bit for every region, wherever its sites are', async () => {
    const verdict = await resultOf({ request: 'geometry-verdict', state: 'ghz(8)', pairs: 8 });
    expect(verdict).toMatchObject({ class: 'area law', isPure: true, components: 1, shape: null });
    expect(verdict.saving).toBeCloseTo(0, 12);
    expect((verdict.terms as { constant: { coefficient: number } }).constant.coefficient).toBeCloseTo(Math.LN2, 10);
  });

  test('distances are −log(I/2 log 2)', async () => {
    const { distances, shape } = await resultOf({ request: 'distances', state: 'ghz(3)' });
    expect((distances as number[][])[0]![1]).toBeCloseTo(Math.LN2, 12);
    expect((shape as { diameter: number }).diameter).toBeCloseTo(Math.LN2, 12);
    const apart = await resultOf({ request: 'distances', state: 'product(3)' });
    expect((apart.distances as (number | null)[][])[0]![1]).toBeNull();
    expect(apart.shape).toBeNull();
  });
});

test('the curvature of a hyperbolic plane is negative, as number and in words', async () => {
  const { shape, curvatureText } = await resultOf({ request: 'distances', state: 'haar-random(6)' });
  const { space, curvature } = shape as { space: string; curvature: number };
  expect(space).toBe('hyperbolic');
  expect(curvature).toBeLessThan(0);
  expect(curvatureText).toMatch(/^−/);
});

describe('energies', () => {
  test('the critical Ising chain of n sites has the lowest energy 1 − 1/sin(π/(4n + 2))', async () => {
    for (const qubits of [2, 5, 8]) {
      const { energy, residual } = await resultOf({ request: 'energy', hamiltonian: 'transverse-field-ising', qubits });
      expect(energy).toBeCloseTo(1 - 1 / Math.sin(Math.PI / (4 * qubits + 2)), 9);
      expect(residual).toBeLessThan(1e-9);
    }
  });

  test('the Heisenberg ring of four spins has −8, in the sector of two up; one spin down is a magnon', async () => {
    const request = { request: 'energy', hamiltonian: 'xxz(lattice=ring)', qubits: 4, symmetry: 'excitations' };
    expect((await resultOf({ ...request, sector: 2 })).energy).toBeCloseTo(-8, 10);
    expect((await resultOf({ ...request, sector: 1 })).energy).toBeCloseTo(4 - 8, 10);
    await expect(resultOf(request)).rejects.toThrow(/a charge of 'excitations' required/);
    await expect(resultOf({ ...request, symmetry: 'none', sector: 2 })).rejects.toThrow(
      /a symmetry beside it required/,
    );
  });

  test('of two sites they are ±√5 and ±1', async () => {
    const request = { request: 'energy', hamiltonian: 'transverse-field-ising', qubits: 2, levels: 4 };
    const { levels } = await resultOf(request);
    const known = [-Math.sqrt(5), -1, 1, Math.sqrt(5)];
    (levels as number[]).forEach((level, k) => {
      expect(level).toBeCloseTo(known[k]!, 10);
    });
    expect(levels).toHaveLength(4);
  });

  test('a file of terms says its number of qubits', async () => {
    const file = JSON.stringify({ qubits: 3, terms: [{ word: 'ZIZ', coefficient: 2 }] });
    const read = (): Uint8Array => new TextEncoder().encode(file);
    const { result } = await computed({ request: 'energy', hamiltonian: 'h.json' }, { read });
    expect(result).toMatchObject({ qubits: 3 });
    expect((result as { energy: number }).energy).toBeCloseTo(-2, 12);
  });

  test('of |0…0⟩ it is −J(n − 1), with the variance n·g² of the field', async () => {
    const request = {
      request: 'energy',
      hamiltonian: 'transverse-field-ising(field=0.5)',
      state: 'product(4, polar=0)',
    };
    const { energy, variance, ground } = await resultOf(request);
    expect(energy).toBeCloseTo(-3, 12);
    expect(variance).toBeCloseTo(4 * 0.25, 12);
    expect(ground).toBe(false);
  });

  test('of a mixed state it is Tr ρH, with Tr ρH² − E²', async () => {
    const terms = [
      { word: 'ZZ', coefficient: 1 },
      { word: 'XI', coefficient: 2 },
      { word: 'YY', coefficient: 0.5 },
      { word: 'YI', coefficient: 1 },
    ];
    const { energy, variance } = await resultOf({ request: 'energy', hamiltonian: { terms }, state: 'werner(0.5)' });
    expect(energy).toBeCloseTo(0.5 * -1.5, 12); // weight times the singlet's −1 − ½
    // H² = 1 + 4 + ¼ + 1 + products that commute: {ZZ, YY}·½ = −XX, and IY, whose mean is 0.
    expect(variance).toBeCloseTo(6.25 + 0.5 - 0.75 ** 2, 12);
  });
});

describe('networks', () => {
  test('Fisher information of rotations about Y and Z is diag(1, sin²ϑ): g is a quarter of it', async () => {
    const program = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[1]; ry(1.1) q[0]; rz(0.4) q[0];';
    const request = { request: 'fisher', network: { name: 'circuit', program }, matrix: true };
    const { eigenvalues, rank, resolution, tensor } = await resultOf(request);
    const sine = Math.sin(1.1);
    expect(rank).toBe(2);
    expect((eigenvalues as number[])[0]).toBeCloseTo(1, 12);
    expect((eigenvalues as number[])[1]).toBeCloseTo(sine ** 2, 12);
    expect((resolution as number[])[1]).toBeCloseTo(1 / sine, 12);
    const { interleaved } = tensor as { interleaved: Float64Array };
    expect(interleaved[0]).toBeCloseTo(1 / 4, 12);
    expect(interleaved[6]).toBeCloseTo(sine ** 2 / 4, 12);
    expect(interleaved[3]).toBeCloseTo(sine / 4, 12); // Im Q = −Ω/2, Ω = −½ sin ϑ
    expect(interleaved[3]).toBeCloseTo(-interleaved[5]!, 12);
  });

  test('a GHZ circuit saturates all its cuts at log 2', async () => {
    const program = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; h q[0]; cx q[0],q[1]; cx q[1],q[2];';
    const { saturated, cuts } = await resultOf({ request: 'geometry', network: { name: 'circuit', program } });
    expect(saturated).toBe(1);
    expect((cuts as { cut: number }[]).every(({ cut }) => Math.abs(cut - Math.LN2) < 1e-12)).toBe(true);
  });

  test('models are built by name, at given or random parameters', async () => {
    const found = await resultOf({ request: 'geometry', network: 'matrix-product-state(4, bond=2)' });
    expect(found).toMatchObject({ sites: 4, nodes: 4 });
    await expect(
      computed({ request: 'fisher', network: { name: 'staircase', qubits: 2, theta: [1] } }, nothing),
    ).rejects.toThrow(/network.theta: \d+ parameters required, got 1/);
  });
});

describe('graphs and contractions', () => {
  test('the minimal cut of a small graph, all its edges and how many there are', async () => {
    const graph = {
      edges: [
        ['s', 'a', 3],
        ['s', 'b', 2],
        ['a', 'b', 1],
        ['a', 't', 2],
        ['b', 't', 3],
      ],
    };
    const found = await resultOf({ request: 'cut', graph, between: ['s', 't'] });
    expect(found).toMatchObject({ area: 5, count: 3, side: ['s'], farthest: ['s', 'a', 'b'] });
    expect(found.edges).toEqual([
      { from: 's', to: 'a', capacity: 3 },
      { from: 's', to: 'b', capacity: 2 },
    ]);
  });

  test('a side may be several nodes; sides that overlap or do not exist are refused', async () => {
    const graph = {
      edges: [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 3],
      ],
    };
    expect(await resultOf({ request: 'cut', graph, between: [[0, 1], 3] })).toMatchObject({ area: 2, side: [0, 1] });
    await expect(computed({ request: 'cut', graph, between: [0, 9] }, nothing)).rejects.toThrow(/between: .* got '9'/);
    await expect(computed({ request: 'cut', graph, between: [0, [0, 1]] }, nothing)).rejects.toThrow(/'0' in both/);
  });

  test('edges of the complete graph have the curvature n/(n − 1), those of a long cycle none', async () => {
    const curvatures = async (edges: unknown): Promise<unknown> =>
      ((await resultOf({ request: 'graph-curvature', graph: { edges } })).edges as { curvature: number }[]).map(
        ({ curvature }) => Math.round(curvature * 1e9) / 1e9,
      );
    const complete = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b > a).map((b) => [a, b]));
    expect(await curvatures(complete)).toEqual(complete.map(() => Math.round((4 / 3) * 1e9) / 1e9));
    expect(await curvatures([0, 1, 2, 3, 4, 5].map((a) => [a, (a + 1) % 6]))).toEqual([0, 0, 0, 0, 0, 0]);
    await expect(
      computed(
        {
          request: 'graph-curvature',
          graph: {
            edges: [
              [0, 1],
              [2, 3],
            ],
          },
        },
        nothing,
      ),
    ).rejects.toThrow('graph: a connected graph required');
  });

  test('a matrix product, its trace, and an outer product', async () => {
    const A = {
      legs: ['i', 'j'],
      re: [
        [1, 2],
        [3, 4],
      ],
      im: [
        [0, 1],
        [0, 0],
      ],
    };
    const B = {
      legs: ['j', 'k'],
      re: [
        [0, 1],
        [1, 0],
      ],
    };
    const product = await resultOf({ request: 'contract', network: { tensors: [A, B] } });
    expect(product.value).toEqual({ shape: [2, 2], interleaved: Float64Array.of(2, 1, 1, 0, 4, 0, 3, 0) });
    const trace = await resultOf({ request: 'contract', network: { tensors: [A, { ...B, legs: ['j', 'i'] }] } });
    expect(trace.value).toEqual({ shape: [], interleaved: Float64Array.of(5, 1) });
    const swapped = await resultOf({ request: 'contract', network: { tensors: [A, B], output: ['k', 'i'] } });
    expect(swapped.value).toEqual({ shape: [2, 2], interleaved: Float64Array.of(2, 1, 4, 0, 1, 0, 3, 0) });
  });
});

describe('entropies by geodesics', () => {
  test('are the closed forms of the vacuum and of a thermal state, with all candidates', async () => {
    const vacuum = await resultOf({
      request: 'holographic-entropy',
      intervals: [[0, 3]],
      circumference: 12,
      cutoff: 0.01,
    });
    expect(vacuum.entropy).toBeCloseTo(Math.log((12 / (Math.PI * 0.01)) * Math.sin(Math.PI / 4)) / 3, 12);
    const hot = await resultOf({
      request: 'holographic-entropy',
      intervals: [
        [0, 1],
        [1.2, 2],
      ],
      beta: 2,
      centralCharge: 3,
    });
    const chord = (length: number): number => Math.log((2 / (Math.PI * 1e-3)) * Math.sinh((Math.PI * length) / 2));
    expect(hot.entropy).toBeCloseTo(Math.min(chord(1) + chord(0.8), chord(0.2) + chord(2)), 12);
    expect((hot.candidates as readonly unknown[]).length).toBe(6);
  });
});

describe('optimised metrics', () => {
  test('a half plane of depth d has the area 1/ε − 1/d, the action c/12π times it, and entropies (c/3) arsinh(ℓ/2ε)', async () => {
    const asked = { request: 'optimised-metric', domain: 'half-plane', epsilon: 0.1, lengths: [3], centralCharge: 2 };
    const { area, action, entropies } = await resultOf(asked);
    expect(area).toBeCloseTo(10 - 0.01, 3);
    expect(action).toBeCloseTo((10 - 0.01) / (6 * Math.PI), 4);
    expect((entropies as { entropy: number }[])[0]!.entropy).toBeCloseTo((2 / 3) * Math.asinh(15), 5);
  });

  test('a disk with a cone at its centre has the area 4πa/(B² − 1)', async () => {
    // e^φ = 2aB r^{a−1}/(B² − r^{2a}): area 4πa/(B² − 1), 2aB/(B² − 1) = 1/ε
    const [a, epsilon] = [0.7, 0.2];
    const B = a * epsilon + Math.sqrt(1 + (a * epsilon) ** 2);
    const { area, status, phi } = await resultOf({
      request: 'optimised-metric',
      domain: 'disk',
      epsilon,
      sources: [{ at: [0, 0], a }],
      points: 5,
    });
    expect(status).toBe('converged');
    expect((area as number) / ((4 * Math.PI * a) / (B * B - 1))).toBeCloseTo(1, 2);
    const half = Math.log((2 * a * B * 0.5 ** (a - 1)) / (B * B - 0.5 ** (2 * a)));
    expect((phi as (number | null)[][])[2]![3]).toBeCloseTo(half, 2);
    expect((phi as (number | null)[][])[2]![2]).toBeNull(); // infinite at the source
    expect((phi as (number | null)[][])[0]![0]).toBeNull(); // outside
  });

  test('sources on a half plane are refused', async () => {
    const asked = { request: 'optimised-metric', domain: 'half-plane', sources: [{ at: [0, 1], a: 0.9 }] };
    await expect(computed(asked, nothing)).rejects.toThrow('sources: a disk, half disk, box or polygon required');
  });
});

describe('spin networks and foams', () => {
  test('a symbol is a root of a fraction, and its tetrahedron has an action', async () => {
    expect(await resultOf({ request: 'six-j', spins: [1, 2, 3, 2, 1, 2] })).toMatchObject({
      sign: 1,
      numerator: '1',
      denominator: '525',
    });
    const { value, asymptotic, squaredVolume } = await resultOf({ request: 'six-j', spins: [14, 16, 15, 17, 13, 18] });
    expect(squaredVolume).toBeGreaterThan(0);
    expect(Math.abs(((asymptotic as number) - (value as number)) / (value as number))).toBeLessThan(0.01);
    expect(await resultOf({ request: 'six-j', spins: [1, 1, 3, 1, 1, 1] })).toMatchObject({
      value: 0,
      asymptotic: null,
    });
  });

  test('manifolds have their invariants, however they are given', async () => {
    const simplices = [0, 1, 2, 3, 4].map((missing) => [0, 1, 2, 3, 4].filter((v) => v !== missing));
    for (const manifold of [{ name: 'sphere' }, { name: 'simplices', tetrahedra: simplices }]) {
      const { values } = await resultOf({ request: 'turaev-viro', manifold, levels: [4] });
      expect((values as { value: number }[])[0]!.value).toBeCloseTo(0.25, 13);
    }
    const split = { name: 'lens-space', p: 7, q: 2 };
    expect(await resultOf({ request: 'turaev-viro', manifold: split, levels: [7] })).toMatchObject({
      values: [{ level: 7, value: 0 }],
    });
    const open = { name: 'simplices', tetrahedra: [[0, 1, 2, 3]] };
    await expect(computed({ request: 'turaev-viro', manifold: open }, nothing)).rejects.toThrow(
      'a closed manifold required, got one with 4 triangles of boundary',
    );
  });
});
