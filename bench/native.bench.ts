/**
 * @file The kinds of engines against each other and against NumPy: `npm run bench -- native`, after `npm run build:native`. All take
 * turns on one thread; printed are medians of processor times, and of the ratios of a round with their quartiles.
 */

import { cpus } from 'node:os';
import { afterAll, bench, describe } from 'vitest';
import { brickwall } from '../models/brickwall.ts';
import { isometricMera } from '../models/isometric-mera.ts';
import { createEngine, currentEngine, useEngine } from '../src/engine/engine.ts';
import type { Engine } from '../src/engine/kernels.ts';
import { infidelity } from '../src/generative/infidelity.ts';
import { hermitianEigen } from '../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply } from '../src/linalg/matrix.ts';
import { qr } from '../src/linalg/qr.ts';
import { randomStream, randomVector } from '../src/linalg/random.ts';
import { singularValueDecomposition } from '../src/linalg/singular-values.ts';
import { initialParameters } from '../src/network/initial-parameters.ts';
import { networkEnergy } from '../src/network/network-energy.ts';
import { xxz } from '../src/operator/hamiltonian.ts';
import { ring } from '../src/operator/lattice.ts';
import { localTerms } from '../src/operator/local-terms.ts';
import { numpyWorker } from './numpy-worker.ts';
import { pathGradient } from './peers/kernel-works.ts';

const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };
const ROUNDS = 11;
/** Milliseconds of each candidate before it is measured: the compiler optimises meanwhile. */
const WARM = 400;
const LEAST = 5;

const engines: readonly Engine[] = (['wasm', 'native'] as const).map((kind) => createEngine({ kind, threads: 1 }));
const before = currentEngine();
const numpy = numpyWorker();
afterAll(() => {
  useEngine(before);
  numpy?.end();
});

process.stdout.write(`${cpus()[0]?.model}; ${engines.map(({ description }) => description).join('; ')}\n`);

/** Milliseconds of processor time of one call, a mean over `LEAST` milliseconds. */
type Candidate = () => Promise<number>;

const own = (engine: Engine, make: () => () => unknown): Candidate => {
  useEngine(engine);
  const work = make();
  return async () => {
    useEngine(engine);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const before = process.cpuUsage();
    let [count, spent] = [0, 0];
    for (; spent < LEAST; count++) {
      work();
      const { user, system } = process.cpuUsage(before);
      spent = (user + system) / 1000;
    }
    return spent / count;
  };
};

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.round(q * (values.length - 1))]!;

/** Measures the candidates in turns and prints a row. */
async function row(name: string, make: () => () => unknown, rival?: readonly [string, number]): Promise<void> {
  const candidates: Candidate[] = engines.map((engine) => own(engine, make));
  if (rival !== undefined && numpy !== null) candidates.push(() => numpy.milliseconds(...rival, LEAST));
  for (const candidate of candidates) for (let spent = 0; spent < WARM; ) spent += Math.max(LEAST, await candidate());
  const times = candidates.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, candidate] of candidates.entries()) times[k]!.push(await candidate());
  }
  const against = (k: number): string => {
    const ratios = times[k]!.map((time, round) => time / times[1]![round]!);
    return `${quantile(ratios, 0.5).toFixed(2)} (${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)})`;
  };
  const medians = times.map((list) => quantile(list, 0.5).toPrecision(3));
  const ratios = [0, 2].filter((k) => k in times).map(against);
  process.stdout.write(
    `| ${[name, ...medians, ...(ratios.length === 1 ? ['', ...ratios, ''] : ratios)].join(' | ')} |\n`,
  );
}

const stream = randomStream(1, 'bench native');
const normals = (length: number): Float64Array => Float64Array.from({ length }, () => stream.normal());

process.stdout.write(
  '| | WASM, ms | native, ms | NumPy, ms | WASM ÷ native | NumPy ÷ native |\n|---|---|---|---|---|---|\n',
);

describe('dense matrices', () => {
  for (const n of [64, 128, 256, 512]) {
    const a = { rows: n, cols: n, interleaved: normals(2 * n * n) };
    const hermitian = addScaledMatrix(a, [1, 0], adjoint(a));
    bench(
      `n = ${n}`,
      async () => {
        await row(`product ${n}`, () => () => multiply(a, a), ['zgemm', n]);
        if (n === 512) return;
        await row(`singular values ${n}`, () => () => singularValueDecomposition(a), ['svd', n]);
        await row(`eigenvectors ${n}`, () => () => hermitianEigen(hermitian), ['eigh', n]);
        await row(`QR ${n}`, () => () => qr(a), ['qr', n]);
      },
      once,
    );
  }
});

describe('energies of a MERA and their gradients', () => {
  for (const bond of [4, 8]) {
    bench(
      `bond ${bond}`,
      async () =>
        row(`MERA, 16 sites, bond ${bond}`, () => {
          const network = isometricMera(16, { bond });
          const theta = initialParameters(network, randomStream(1, 'mera'));
          const energy = networkEnergy(network, localTerms(xxz(ring(16))));
          return () => energy(theta);
        }),
      once,
    );
  }
});

describe('gradients of circuits', () => {
  for (const [qubits, depth] of [
    [12, 8],
    [16, 4],
    [16, 12],
    [18, 8],
    [20, 4],
  ] as const) {
    bench(
      `${qubits} qubits, depth ${depth}`,
      async () =>
        row(`SU(4) brickwork, n = ${qubits}, depth ${depth}`, () => {
          const circuit = brickwall(qubits, { depth, block: 'su4' });
          const theta = normals(circuit.parameters).map((x) => x / 3);
          const amplitudes = randomVector(2 ** qubits, randomStream(2, 'target'));
          const dimensions = new Array<number>(qubits).fill(2);
          const objective = infidelity(circuit, { kind: 'pure', name: 'random', dimensions, amplitudes });
          return () => objective(theta);
        }),
      once,
    );
  }
});

describe('gradients of state paths', () => {
  for (const qubits of [8, 10, 12]) {
    bench(
      `${qubits} qubits`,
      async () => row(`path of 16 slices, n = ${qubits}, 2-local words`, () => pathGradient(qubits)),
      once,
    );
  }
});
