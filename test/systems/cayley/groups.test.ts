import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { controlledNotGate, hadamardGate } from '../../../src/circuit/named-gates.ts';
import { randomCliffordCircuit } from '../../../src/circuit/random-clifford.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { type ComplexVector, zeroMatrix, zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { singularValueDecomposition } from '../../../src/linalg/singular-values.ts';
import { chain, complete, ring, star } from '../../../src/operator/lattice.ts';
import { cayleyDistances, shortestWord } from '../../../src/systems/cayley/breadth-first.ts';
import { cliffordCircuitCode, cnotCircuit, linearCode } from '../../../src/systems/cayley/circuit-code.ts';
import { cliffordCode, cliffordGroup, turnsOn } from '../../../src/systems/cayley/clifford.ts';
import { permutationsByInversions, permutationsByTranspositions } from '../../../src/systems/cayley/closed-forms.ts';
import {
  cnotCircuitCode,
  cnotsOn,
  linearGroup,
  matrixCode,
  matrixRows,
  operatorRank,
} from '../../../src/systems/cayley/general-linear.ts';
import { permutationCode, permutationGroup, permutationImages } from '../../../src/systems/cayley/permutations.ts';

/** U|x⟩ of a circuit on 4 qubits. */
function column(circuit: Circuit, x: number): ComplexVector {
  const start = zeroVector(16);
  start.interleaved[2 * x] = 1;
  return runCircuit(circuit, new Float64Array(0), start);
}

describe('circuits of CNOTs', () => {
  test('GL(2,2) and GL(3,2): 6 and 168 elements; n-cycles of qubits are the farthest, at 3(n − 1)', () => {
    // Bataille, arXiv:2012.09224; Christensen et al., arXiv:2503.01467.
    expect(cayleyDistances(linearGroup(complete(2))).spheres).toEqual([1, 2, 2, 1]);
    for (const n of [3, 4]) {
      const distances = cayleyDistances(linearGroup(complete(n)));
      expect(distances.diameter).toBe(3 * (n - 1));
      const cycles = (n === 3 ? [[1, 2, 0], [2, 0, 1]] : [[1, 2, 3, 0], [1, 3, 0, 2], [2, 0, 3, 1], [2, 3, 1, 0], [3, 0, 1, 2], [3, 2, 0, 1]]); // biome-ignore format: a table
      const farthest = [...distances.table.keys()].filter((code) => distances.table[code] === distances.diameter);
      const codes = cycles.map((images) => matrixCode(images.map((image) => 2 ** (n - 1 - image))));
      expect(new Set(farthest)).toEqual(new Set(codes));
    }
  });

  test('a circuit has the code of the matrix that it applies to basis states', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...cnotsOn(complete(4))), { maxLength: 12 }), (gates) => {
        const code = cnotCircuitCode(4, gates);
        expect(matrixCode(matrixRows(code, 4))).toBe(code);
        const circuit = cnotCircuit(4, gates);
        expect(linearCode(circuit, new Float64Array(0))).toBe(code);
        const rows = matrixRows(code, 4);
        for (let x = 0; x < 16; x++) {
          const parity = (v: number): number => [0, 1, 2, 3].reduce((sum, bit) => sum ^ ((v >> bit) & 1), 0);
          const image = rows.reduce((y, row) => 2 * y + parity(row & x), 0);
          const { interleaved } = column(circuit, x);
          expect(Math.hypot(interleaved[2 * image]!, interleaved[2 * image + 1]!)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('generators apply the gate after U, and conjugate by it', () => {
    const graph = linearGroup(star(4));
    const gates = cnotsOn(star(4));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...gates), { maxLength: 8 }), fc.nat(gates.length - 1), (before, k) => {
        const code = cnotCircuitCode(4, before);
        expect(graph.generators[k]!.apply(code)).toBe(cnotCircuitCode(4, [...before, gates[k]!]));
        expect(graph.generators[k]!.conjugate!(code)).toBe(cnotCircuitCode(4, [gates[k]!, ...before, gates[k]!]));
      }),
    );
  });

  test('a circuit that is no product of CNOTs has no code', () => {
    const hadamard: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates: hadamardGate(3, 1) };
    expect(linearCode(hadamard, new Float64Array(0))).toBeNull();
    const twice = { ...hadamard, gates: [...hadamard.gates, ...controlledNotGate(3, 0, 2), ...hadamard.gates] };
    expect(linearCode(twice, new Float64Array(0))).toBe(cnotCircuitCode(3, [{ control: 0, target: 2 }]));
    expect(() => cnotCircuitCode(3, [{ control: 1, target: 1 }])).toThrow(
      /two qubits below 3 required, got CNOT\(1,1\)/,
    );
  });

  test('the operator rank is that of the unitary, reshaped', () => {
    const stream = randomStream(3, 'ranks');
    for (let run = 0; run < 8; run++) {
      const gates = Array.from({ length: 6 }, () => cnotsOn(complete(4))[stream.integer(12)]!);
      const U = Array.from({ length: 16 }, (_, x) => column(cnotCircuit(4, gates), x).interleaved);
      for (const left of [1, 2]) {
        const [a, b] = [2 ** left, 2 ** (4 - left)];
        const folded = zeroMatrix(a * a, b * b);
        for (let i = 0; i < a; i++)
          for (let j = 0; j < b; j++)
            for (let k = 0; k < a; k++)
              for (let l = 0; l < b; l++) {
                const from = 2 * (i * b + j);
                folded.interleaved.set(U[k * b + l]!.subarray(from, from + 2), 2 * ((i * a + k) * b * b + j * b + l));
              }
        const kept = singularValueDecomposition(folded).values.filter((value) => value > 1e-9).length;
        expect(2 ** operatorRank(cnotCircuitCode(4, gates), 4, left)).toBe(kept);
      }
    }
  });
});

describe('Clifford gates', () => {
  test('two qubits: classes of 1, 9, 9 and 1 of 20 need 0, 1, 2, 3 CNOTs', () => {
    // Barends et al., arXiv:1402.4848, supplement; 36 pairs of one-qubit gates in each.
    expect(cayleyDistances(cliffordGroup(complete(2))).spheres).toEqual([36, 324, 324, 36]);
  });

  test('a circuit is where its rotations lead, whatever one-qubit gates come before', () => {
    const graph = cliffordGroup(complete(3));
    const turns = turnsOn(complete(3));
    const stream = randomStream(5, 'cliffords');
    for (let run = 0; run < 20; run++) {
      const { gates } = randomCliffordCircuit(stream, 3, 3);
      const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates };
      const code = cliffordCircuitCode(circuit, new Float64Array(0));
      const k = stream.integer(turns.length);
      const after = { ...circuit, gates: [...gates, { word: turns[k]!, angle: Math.PI / 2 }] };
      expect(graph.generators[k]!.apply(code)).toBe(cliffordCircuitCode(after, new Float64Array(0)));
      const before = {
        ...circuit,
        gates: [{ word: 'IYI', angle: Math.PI / 2 }, { word: 'IIX', angle: -Math.PI / 2 }, ...gates],
      };
      expect(cliffordCircuitCode(before, new Float64Array(0))).toBe(code);
    }
  });

  test('CNOT, iSWAP, SWAP and Toffoli-like parities: 1, 2, 3; a word of turns has the code of its circuit', () => {
    const distances = cayleyDistances(cliffordGroup(chain(2)));
    const at = (words: readonly string[]): number => distances.table[cliffordCode(2, words)]!;
    expect(at(['XI', 'IZ', 'ZX'])).toBe(1);
    expect(at(['XX', 'YY'])).toBe(2);
    expect(at(['XX', 'YY', 'ZZ'])).toBe(3);
    expect(at(['YX', 'YX'])).toBe(0);
    const words = ['XYI', 'IZZ', 'IXI', 'ZIY'];
    const circuit: Circuit = {
      kind: 'circuit', qubits: 3, parameters: 0, gates: words.map((word) => ({ word, angle: Math.PI / 2 })),
    }; // biome-ignore format: one record
    expect(cliffordCode(3, words)).toBe(cliffordCircuitCode(circuit, new Float64Array(0)));
    expect(() => cliffordCode(3, ['XY'])).toThrow(/3/);
  });

  test('no CNOT circuit on 3 qubits is longer among Clifford gates than among CNOTs', () => {
    const linear = cayleyDistances(linearGroup(complete(3)));
    const clifford = cayleyDistances(cliffordGroup(complete(3)));
    const cost = (code: number): readonly [number, number] => {
      const gates = shortestWord(linear, code)!.map((k) => cnotsOn(complete(3))[k]!);
      return [gates.length, clifford.table[cliffordCircuitCode(cnotCircuit(3, gates), new Float64Array(0))]!];
    };
    const costs = [...linear.table.keys()].filter((code) => linear.table[code] !== 255).map(cost);
    expect(costs.filter(([among, best]) => best > among)).toEqual([]);
    expect(Math.max(...costs.map(([, best]) => best))).toBe(6);
  });
});

describe('permutations', () => {
  test.each([3, 5, 7])('of %i: Stirling numbers with all pairs, Mahonian numbers on a chain', (n) => {
    const [all, next] = [complete(n), chain(n)].map((coupling) => cayleyDistances(permutationGroup(coupling)));
    expect(all!.spheres.map(BigInt)).toEqual(permutationsByTranspositions(n));
    expect(next!.spheres.map(BigInt)).toEqual(permutationsByInversions(n));
    const harmonic = Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b);
    expect(all!.mean).toBeCloseTo(n - harmonic, 12);
    expect(next!.mean).toBeCloseTo((n * (n - 1)) / 4, 12);
    if (n === 7) expect(next!.mean / all!.mean).toBeCloseTo(2.382, 3);
  });

  test('each element has as many swaps as it has sites less cycles, or inversions', () => {
    const n = 6;
    const [all, next] = [complete(n), chain(n)].map((coupling) => cayleyDistances(permutationGroup(coupling)).table);
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(n).keys()], { minLength: n }), (images) => {
        const code = permutationCode(images);
        expect(permutationImages(code, n)).toEqual(images);
        const seen = new Set<number>();
        let cycles = 0;
        for (let start = 0; start < n; start++) {
          if (!seen.has(start)) cycles++;
          for (let at = start; !seen.has(at); at = images[at]!) seen.add(at);
        }
        const inversions = images.flatMap((a, i) => images.slice(i + 1).filter((b) => b < a)).length;
        expect([all![code], next![code]]).toEqual([n - cycles, inversions]);
      }),
    );
  });

  test('a swap acts after p on where things are, and conjugates on both sides', () => {
    const graph = permutationGroup(ring(5));
    const swap = graph.generators[1]!; // of sites 1 and 2
    expect(swap.name).toBe('SWAP(1,2)');
    const images = [2, 0, 1, 4, 3];
    expect(permutationImages(swap.apply(permutationCode(images)), 5)).toEqual([1, 0, 2, 4, 3]);
    expect(permutationImages(swap.conjugate!(permutationCode(images)), 5)).toEqual([1, 2, 0, 4, 3]);
    expect(() => permutationCode([0, 1, 1])).toThrow(/each of 0 … n − 1 once required/);
  });
});
