/** @file What is compared: workloads, their cases, and the programs of every library for each. */

import {
  batchInputs,
  brickworkInputs,
  codeInputs,
  hardwareEfficientInputs,
  matrixInputs,
  meraInputs,
  pairStateInputs,
  symmetricInputs,
} from './inputs.ts';
import { STATE_WORKLOADS } from './state-workloads.ts';
import { ours, peer, type Workload } from './workload.ts';

const TENSORCIRCUIT = 'TensorCircuit-NG, JAX';
const QUIMB = 'quimb, JAX';
const QUIMB_REAL = 'quimb, JAX, real numbers';
const PENNYLANE = 'PennyLane default.qubit, JAX';
const LIGHTNING = 'PennyLane Lightning';
const QULACS = 'Qulacs';
const NUMPY = 'NumPy';
const ML_MATRIX = 'ml-matrix';

const STIM = 'Stim';
const EINSUM = 'NumPy einsum';

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'w1',
    title: 'SU(4) brickwork, infidelity and gradient',
    about: `Infidelity with a random state, and its gradient with respect to all angles, in complex128. Every gate is the
product of the 15 rotations exp(iθP), an SU(4) gate with as many parameters. JAX peers get the gate as one 4 × 4 matrix made inside
the jitted function, which is faster for them than 15 gates; Lightning and Qulacs, whose adjoint methods differentiate
rotations only, get the rotations.`,
    programs: [
      ours('su4'),
      peer(TENSORCIRCUIT, 'tensorcircuit', 'su4_tensorcircuit'),
      peer(QUIMB, 'tensorcircuit', 'su4_quimb'),
      peer(PENNYLANE, 'pennylane', 'su4_pennylane'),
      peer(LIGHTNING, 'pennylane', 'su4_lightning'),
      peer(QULACS, 'pennylane', 'su4_qulacs'),
    ],
    cases: [
      { label: 'n = 10, depth 4', inputs: () => brickworkInputs(10, 4), quick: true },
      { label: 'n = 12, depth 4', inputs: () => brickworkInputs(12, 4) },
      { label: 'n = 14, depth 4', inputs: () => brickworkInputs(14, 4) },
      { label: 'n = 16, depth 4', inputs: () => brickworkInputs(16, 4) },
      { label: 'n = 16, depth 4', inputs: () => brickworkInputs(16, 4), threads: 1, without: [PENNYLANE, LIGHTNING] },
      { label: 'n = 18, depth 8', inputs: () => brickworkInputs(18, 8) },
      { label: 'n = 20, depth 8', inputs: () => brickworkInputs(20, 8) },
      { label: 'n = 22, depth 4', inputs: () => brickworkInputs(22, 4), without: [LIGHTNING, QULACS] },
      {
        label: 'n = 24, depth 4',
        inputs: () => brickworkInputs(24, 4),
        without: [TENSORCIRCUIT, QUIMB, PENNYLANE, LIGHTNING, QULACS],
      },
    ],
  },
  {
    name: 'train',
    title: 'Training of 100 steps from a cold start',
    about: `100 steps of Adam (rate 0.02) on the infidelity of the SU(4) brickwork of depth 4, from the start of the
process to the last loss. JAX peers: gradient and optax's step in one jitted function.`,
    programs: [
      ours('su4'),
      peer(TENSORCIRCUIT, 'tensorcircuit', 'su4_tensorcircuit'),
      peer(QUIMB, 'tensorcircuit', 'su4_quimb'),
      peer(PENNYLANE, 'pennylane', 'su4_pennylane'),
      peer(QULACS, 'pennylane', 'su4_qulacs'),
    ],
    cases: [
      { label: 'n = 12', inputs: () => brickworkInputs(12, 4, 100), quick: true },
      { label: 'n = 14', inputs: () => brickworkInputs(14, 4, 100) },
      { label: 'n = 16', inputs: () => brickworkInputs(16, 4, 100) },
      { label: 'n = 18', inputs: () => brickworkInputs(18, 4, 100), without: [QULACS] },
    ],
  },
  {
    name: 'qfim',
    title: 'Quantum Fisher information matrix',
    about: `The whole matrix of the same circuit at random angles. TensorCircuit: \`qng\` in forward mode, the fastest of
its ways here; PennyLane on JAX: forward-mode Jacobian and Gram matrix; PennyLane's own \`adjoint_metric_tensor\`.`,
    programs: [
      ours('hea'),
      peer(TENSORCIRCUIT, 'tensorcircuit', 'hea_tensorcircuit'),
      peer(PENNYLANE, 'pennylane', 'hea_pennylane'),
      peer('PennyLane adjoint_metric_tensor', 'pennylane', 'hea_lightning'),
    ],
    cases: [
      { label: 'n = 8, P = 64', inputs: () => hardwareEfficientInputs(8, 4, 1), quick: true },
      {
        label: 'n = 12, P = 144',
        inputs: () => hardwareEfficientInputs(12, 6, 1),
        without: ['PennyLane adjoint_metric_tensor'],
      },
    ],
  },
  {
    name: 'mera',
    title: 'MERA, energy and gradient',
    about: `Energy of the Heisenberg ring in a binary MERA of random real isometries, and its gradient with respect to all
entries of all tensors; compared is the part along the isometries. quimb gets the light cones of all terms; ours finds them itself.
Ours computes with complex numbers, quimb with complex and with real ones.`,
    programs: [
      ours('mera'),
      peer(QUIMB, 'tensorcircuit', 'mera_quimb'),
      { ...peer(QUIMB_REAL, 'tensorcircuit', 'mera_quimb'), options: { real: 1 } },
    ],
    cases: [
      { label: 'L = 16, bond 4', inputs: () => meraInputs(16, 4), quick: true },
      { label: 'L = 16, bond 8', inputs: () => meraInputs(16, 8), without: [QUIMB] },
      { label: 'L = 32, bond 4', inputs: () => meraInputs(32, 4), without: [QUIMB] },
      { label: 'L = 32, bond 8', inputs: () => meraInputs(32, 8), without: [QUIMB, QUIMB_REAL] },
      { label: 'L = 64, bond 4', inputs: () => meraInputs(64, 4), without: [QUIMB, QUIMB_REAL] },
      { label: 'L = 64, bond 8', inputs: () => meraInputs(64, 8), without: [QUIMB, QUIMB_REAL], slow: true },
    ],
  },
  {
    name: 'peps',
    title: 'Projected entangled-pair state, norm',
    about: `Exact norm of a random complex state on a square lattice, both layers; the path is searched for in the first
contraction. quimb searches with cotengra (\`auto-hq\`) and contracts with NumPy, opt_einsum is greedy.`,
    programs: [
      ours('peps'),
      peer('quimb, NumPy', 'tensorcircuit', 'peps_quimb'),
      peer('opt_einsum, NumPy', 'tensorcircuit', 'peps_opt_einsum'),
    ],
    cases: [
      { label: '4 × 4, bond 3', inputs: () => pairStateInputs(4, 3), quick: true },
      { label: '6 × 6, bond 2', inputs: () => pairStateInputs(6, 2), quick: true },
      { label: '6 × 6, bond 3', inputs: () => pairStateInputs(6, 3), without: ['opt_einsum, NumPy'] },
    ],
  },
  {
    name: 'linalg',
    title: 'Complex matrices',
    about: `Random complex128 matrices on one thread; NumPy with the OpenBLAS of its wheel.`,
    programs: [ours('linear-algebra'), peer('NumPy', 'tensorcircuit', 'linear_algebra_numpy')],
    cases: [
      ...[64, 128, 256, 512].map((size) => ({
        label: `product ${size}`,
        inputs: () => matrixInputs('product', size),
        threads: 1,
        quick: size === 128,
      })),
      ...['svd', 'eigh', 'qr'].flatMap((task) =>
        [64, 128, 256].map((size) => ({
          label: `${task} ${size}`,
          inputs: () => matrixInputs(task, size),
          threads: 1,
          quick: size === 64,
        })),
      ),
    ],
  },
  {
    name: 'batches',
    title: 'Batches of small matrices',
    about: `All singular values and vectors, eigenvalues and eigenvectors, or QR factors of many random matrices of equal size, in one call on one
thread; NumPy by its decompositions of stacked arrays, which call LAPACK for each matrix.`,
    programs: [ours('matrix-batches'), { name: NUMPY, environment: 'numpy', file: 'matrix_batches_numpy' }],
    cases: ['svd', 'eigh', 'qr'].flatMap((task) =>
      [
        [4, 10000],
        [8, 4000],
        [16, 1000],
      ].flatMap(([size, count]) =>
        [true, false].map((complex) => ({
          label: `${task} of ${count} ${complex ? 'complex' : 'real'}, ${size} × ${size}`,
          inputs: () => batchInputs(task, count!, size!, complex),
          threads: 1,
          quick: size === 4 && complex,
        })),
      ),
    ),
  },
  {
    name: 'symmetric',
    title: 'Real symmetric matrices',
    about: `Random matrices in float64 on one thread: eigenvalues alone, and with eigenvectors. ml-matrix always computes both. Then
the entropies of all intervals of free fermions on an open chain, half filled: NumPy by the spectrum of each interval, ours
without spectra.`,
    programs: [
      ours('symmetric'),
      { name: NUMPY, environment: 'numpy', file: 'symmetric_numpy' },
      { name: ML_MATRIX, file: 'symmetric-ml-matrix' },
    ],
    cases: [
      ...['values', 'vectors'].flatMap((task) =>
        [100, 400, 1000].map((size) => ({
          label: `${task} ${size}`,
          inputs: () => symmetricInputs(task, size),
          threads: 1,
          quick: size === 100,
        })),
      ),
      ...[40, 100, 400].map((size) => ({
        label: `intervals ${size}`,
        inputs: () => symmetricInputs('intervals', size),
        threads: 1,
        without: size > 100 ? [NUMPY, ML_MATRIX] : [ML_MATRIX],
        quick: size === 40,
      })),
    ],
  },
  {
    name: 'codes',
    engines: false,
    title: 'Holographic codes',
    about: `Pentagon codes on {5, 4} of some layers, all inputs open, on one thread. *State*: the stabiliser group of the
network; Stim puts the tiles side by side and postselects each bond on an entangled pair. *Entropies*: ranks of ten random
regions of half the sites; with Stim the elimination is NumPy's, on packed bits. *Weights*: all weights of the stabilisers of
[[55, 21]], by the same contraction in NumPy's \`einsum\`.`,
    programs: [
      ours('codes'),
      { name: STIM, environment: 'stim', file: 'codes_stim' },
      { name: EINSUM, environment: 'stim', file: 'codes_numpy' },
    ],
    cases: [
      ...(['state', 'entropies'] as const).flatMap((task) =>
        [2, 3, 5].map((layers) => ({
          label: `${task}, ${layers} layers`,
          inputs: () => codeInputs(task, layers),
          threads: 1,
          without: [EINSUM],
          quick: layers === 2,
        })),
      ),
      {
        label: 'weights, 2 layers',
        inputs: () => codeInputs('weights', 2),
        threads: 1,
        without: [STIM],
        quick: true,
      },
    ],
  },
  {
    name: 'w1b',
    title: 'Hardware-efficient circuit, energy and gradient',
    about: `Energy of Σ ZZ + Σ X on an open chain in a circuit of RY, RZ and CNOT layers, and its gradient with respect to
all angles.`,
    programs: [
      ours('hea'),
      peer(LIGHTNING, 'pennylane', 'hea_lightning'),
      peer(QULACS, 'pennylane', 'hea_qulacs'),
      peer(TENSORCIRCUIT, 'tensorcircuit', 'hea_tensorcircuit'),
    ],
    cases: [
      { label: 'n = 10, 4 layers', inputs: () => hardwareEfficientInputs(10, 4), quick: true },
      { label: 'n = 16, 4 layers', inputs: () => hardwareEfficientInputs(16, 4) },
      { label: 'n = 18, 4 layers', inputs: () => hardwareEfficientInputs(18, 4), without: [TENSORCIRCUIT] },
      { label: 'n = 20, 4 layers', inputs: () => hardwareEfficientInputs(20, 4) },
    ],
  },
  ...STATE_WORKLOADS,
];
