/** @file What the table of kernels times: single kernels with their operations and bytes, and whole calculations without. */

import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { groundStateBySweeps } from '../../src/chain/two-site-sweep.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import type { Heap } from '../../src/engine/heap.ts';
import { gaussianFidelity } from '../../src/gaussian/fidelity.ts';
import { gaussianState } from '../../src/gaussian/gaussian-state.ts';
import { zeroVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { xxz } from '../../src/operator/hamiltonian.ts';
import { chain, complete } from '../../src/operator/lattice.ts';
import { free, pathCondition, pathLagrangian } from '../../src/path/constrained-path.ts';
import { oscillatorInputs } from './state-inputs.ts';

/** A kernel on a heap, or a calculation by the engine in use. */
export interface Work {
  readonly name: string;
  /** Floating-point operations, and bytes read and written in an array of `size`; 0 where nobody counts. */
  readonly flops: number;
  readonly bytes: number;
  readonly size: number;
  readonly make: (heap: Heap) => () => unknown;
}

const stream = randomStream(1, 'kernels');
const normals = (length: number): Float64Array => Float64Array.from({ length }, () => stream.normal());

/** m × k by k × n. */
function product(name: string, [m, n, k]: readonly [number, number, number], real = false): Work {
  const bytes = real ? 8 : 16;
  const entries = m * k + k * n + m * n;
  const make = ({ kernels, ...heap }: Heap) => {
    const [a, b] = [heap.copyIn(normals((bytes / 8) * m * k)), heap.copyIn(normals((bytes / 8) * k * n))];
    const [c, scratch] = [heap.reserve(bytes * m * n), heap.reserve(kernels.gemmScratch())];
    return real
      ? () => kernels.realGemmBatch(1, m, n, k, a, 8 * k, 8, b, 8 * n, 8, c, scratch)
      : () => kernels.gemm(m, n, k, a, 16 * k, 16, 0, b, 16 * n, 16, 0, c, 0, scratch);
  };
  return { name, flops: (real ? 2 : 8) * m * n * k, bytes: bytes * entries, size: bytes * entries, make };
}

/** Something done to 2^bits amplitudes. */
function onState(name: string, bits: number, flops: number, run: (heap: Heap, x: number, table: number) => void): Work {
  const bytes = 2 ** (bits + 4);
  const make = (heap: Heap) => {
    const x = heap.copyIn(normals(2 ** (bits + 1)));
    // U and iU, the unit matrix, in the half columns of gates on one or two qubits.
    const table = heap.copyIn(Float64Array.from({ length: 64 }, (_, k) => Number(k % 18 === 0 || k % 18 === 9)));
    return () => run(heap, x, table);
  };
  return { name, flops: flops * 2 ** bits, bytes: 2 * bytes, size: bytes, make };
}

function transposition(extent: number): Work {
  const bytes = 16 * extent ** 2;
  const make = ({ kernels, ...heap }: Heap) => {
    const [from, to, axes] = [heap.copyIn(normals(bytes / 8)), heap.reserve(bytes), heap.reserve(32)];
    heap.words().set([extent, 16 * extent, 16, 0, extent, 16, 16 * extent, 0], axes / 4);
    return () => kernels.transfer(to, from, 2, axes, 0);
  };
  return { name: `transposition ${extent}`, flops: 0, bytes: 2 * bytes, size: 2 * bytes, make };
}

const whole = (name: string, make: () => () => unknown): Work => ({ name, flops: 0, bytes: 0, size: 0, make });

/** Gradient of the action of a path of 16 slices between states, words on two qubits. */
export function pathGradient(qubits: number): () => unknown {
  const controls = controlWords({ maxSize: 2, penalty: Infinity, lattice: complete(qubits) }, qubits);
  const size = 16 * controls.words.length;
  const to = zeroVector(2 ** qubits);
  to.interleaved[0] = 1;
  const condition = pathCondition({
    ...{ controls, slices: 16, to, from: randomVector(2 ** qubits, randomStream(2, 'state')) },
    amplitudeWeights: new Float64Array(2 ** qubits).fill(1),
  });
  const x = normals(size).map((value) => (2 * value) / Math.sqrt(size));
  const loss = pathLagrangian(condition, free(condition, 200));
  return () => loss(x);
}

function groundState(): () => unknown {
  const hamiltonian = matrixProductOperator(xxz(chain(32)));
  return () => groundStateBySweeps(hamiltonian, { bond: 32, sweeps: 2 });
}

function fidelity(modes: number): () => unknown {
  const { a, b } = oscillatorInputs('fidelity', modes).arrays;
  const size = 2 * modes;
  const [rho, sigma] = [a!, b!].map((data) => gaussianState('boson', { rows: size, cols: size, data }));
  return () => gaussianFidelity(rho!, sigma!);
}

export const WORKS: readonly Work[] = [
  ...[64, 128, 256, 512].map((n) => product(`complex product ${n}`, [n, n, n])),
  ...[16, 64, 256].map((n) => product(`real product ${n}`, [n, n, n], true)),
  product('complex product, 8 × 2048 × 2048', [8, 2048, 2048]),
  onState('two-qubit gate, 2¹³ amplitudes', 13, 32, ({ kernels }, x, table) => kernels.applyTwo(x, 13, 5, 6, table)),
  onState('two-qubit gate, 2²⁰ amplitudes', 20, 32, ({ kernels }, x, table) => kernels.applyTwo(x, 20, 5, 6, table)),
  onState('one-qubit gate, 2¹³ amplitudes', 13, 16, ({ kernels }, x, table) => kernels.applyOne(x, 13, 5, table)),
  onState('rotation about a word, 2¹³', 13, 6, ({ kernels }, x) => kernels.rotateWord(x, 13, 37, 5, 2, 0.6, 0.8)),
  transposition(128),
  transposition(1024),
  ...[8, 10].map((n) => whole(`geodesic gradient, ${n} qubits, 16 slices`, () => pathGradient(n))),
  whole('two sweeps of DMRG, 32 spins, bond 32', groundState),
  whole('fidelity of Gaussian states, 50 modes', () => fidelity(50)),
];
