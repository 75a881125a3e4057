/**
 * @file Work whose time is compared with that of another commit, `npm run bench -- --against COMMIT`: prints the median processor
 * time of each in milliseconds as JSON. It is bundled with the sources of either commit, so it calls only what has long been there.
 */

import { blockCircuit } from '../src/circuit/block-circuit.ts';
import { blockInfidelity } from '../src/circuit/run-block-circuit.ts';
import { controlWords } from '../src/complexity/controls.ts';
import { createEngine, useEngine } from '../src/engine/engine.ts';
import { zeroVector } from '../src/linalg/complex.ts';
import { generalEigen } from '../src/linalg/general-eigen.ts';
import { hermitianEigen } from '../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply } from '../src/linalg/matrix.ts';
import { qr } from '../src/linalg/qr.ts';
import { randomStream, randomVector } from '../src/linalg/random.ts';
import { singularValueDecomposition } from '../src/linalg/singular-values.ts';
import { complete } from '../src/operator/lattice.ts';
import { free, pathCondition, pathLagrangian } from '../src/path/constrained-path.ts';

const SLICES = 16;
/** Milliseconds of processor time for each piece of work; the first half only warms up. */
const PATIENCE = 400;

useEngine(createEngine({ threads: 1 }));
const stream = randomStream(1, 'bench against');
const works: (readonly [name: string, work: () => unknown])[] = [];

for (const n of [64, 128]) {
  const a = { rows: n, cols: n, interleaved: Float64Array.from({ length: 2 * n * n }, () => stream.normal()) };
  const hermitian = addScaledMatrix(a, [1, 0], adjoint(a));
  works.push(
    [`product ${n}`, () => multiply(a, a)],
    [`QR ${n}`, () => qr(a)],
    [`eigenvectors ${n}`, () => hermitianEigen(hermitian)],
    [`singular values ${n}`, () => singularValueDecomposition(a)],
    [`general eigenvectors ${n}`, () => generalEigen(a)],
  );
}
for (const qubits of [6, 8, 10]) {
  const controls = controlWords({ maxSize: 2, penalty: Infinity, lattice: complete(qubits) }, qubits);
  const size = SLICES * controls.words.length;
  const to = zeroVector(2 ** qubits);
  to.interleaved[0] = 1;
  const condition = pathCondition({
    controls,
    slices: SLICES,
    from: randomVector(2 ** qubits, stream),
    to,
    amplitudeWeights: new Float64Array(2 ** qubits).fill(1),
  });
  const loss = pathLagrangian(condition, free(condition, 200));
  const x = Float64Array.from({ length: size }, () => (2 * stream.normal()) / Math.sqrt(size));
  works.push([`gradient of a state path, ${qubits} qubits`, () => loss(x)]);
}
for (const qubits of [8, 12]) {
  const layers = Array.from({ length: 6 }, (_, layer) =>
    Array.from({ length: (qubits - (layer % 2)) >> 1 }, (_, k) => [2 * k + (layer % 2), 2 * k + 1 + (layer % 2)]),
  );
  const circuit = blockCircuit(qubits, layers.flat());
  const loss = blockInfidelity(circuit, randomVector(2 ** qubits, stream));
  const h = Float64Array.from({ length: circuit.parameters }, () => 0.3 * stream.normal());
  works.push([`gradient of a circuit of blocks, ${qubits} qubits`, () => loss(h)]);
}

const processor = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const medians = works.map(([name, work]) => {
  const times: number[] = [];
  for (let spent = 0; spent < PATIENCE || times.length < 6; spent += times.at(-1)!) times.push(processor(work));
  const late = times.slice(times.length >> 1).sort((a, b) => a - b);
  return [name, late[late.length >> 1]!] as const;
});
process.stdout.write(JSON.stringify(Object.fromEntries(medians)));
