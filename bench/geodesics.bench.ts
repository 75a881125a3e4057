/**
 * @file Cost of the direct method for states: `npm run bench -- geodesics`. The lines that this file prints have the least
 * CPU time of some calls: of the K-slice energy alone, of its gradient, and both by the number of words times 2ⁿ.
 */

import { bench } from 'vitest';
import { controlWords } from '../src/complexity/controls.ts';
import { zeroVector } from '../src/linalg/complex.ts';
import { randomStream, randomVector } from '../src/linalg/random.ts';
import { complete } from '../src/operator/lattice.ts';
import { free, pathCondition, pathLagrangian } from '../src/path/constrained-path.ts';
import { type PathProblem, runPath } from '../src/path/state-path.ts';

const SLICES = 16;

/** All 2-local words of n qubits in 16 slices, at a random path of length about 2. */
function problemOf(qubits: number): { readonly problem: PathProblem; readonly x: Float64Array } {
  const controls = controlWords({ maxSize: 2, penalty: Infinity, lattice: complete(qubits) }, qubits);
  const stream = randomStream(1, 'path');
  const size = SLICES * controls.words.length;
  const to = zeroVector(2 ** qubits);
  to.interleaved[0] = 1;
  const problem: PathProblem = {
    controls,
    slices: SLICES,
    from: randomVector(2 ** qubits, randomStream(2, 'state')),
    to,
    amplitudeWeights: new Float64Array(2 ** qubits).fill(1),
  };
  return { problem, x: Float64Array.from({ length: size }, () => (2 * stream.normal()) / Math.sqrt(size)) };
}

const milliseconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

for (const qubits of [4, 6, 8, 10, 12]) {
  const { problem, x } = problemOf(qubits);
  const loss = pathLagrangian(pathCondition(problem), free(pathCondition(problem), 200));
  const times: { readonly forward: number; readonly gradient: number }[] = [];
  bench(
    `gradient of the energy of ${SLICES} slices, ${qubits} qubits, ${problem.controls.words.length} words`,
    () => {
      times.push({
        forward: milliseconds(() => runPath(problem, x)),
        gradient: milliseconds(() => loss(x)),
      });
    },
    {
      iterations: qubits > 10 ? 3 : 7,
      time: 0,
      warmupIterations: 1,
      warmupTime: 0,
      teardown: (_task, mode) => {
        if (mode === 'warmup') return;
        const least = (key: 'forward' | 'gradient'): number => Math.min(...times.map((time) => time[key]));
        const [forward, gradient] = [least('forward'), least('gradient')];
        const unit = problem.controls.words.length * 2 ** qubits;
        const columns = [
          `${qubits} qubits`.padEnd(10),
          `${problem.controls.words.length} words`.padStart(10),
          `forward ${forward.toFixed(2)} ms`.padStart(20),
          `gradient ${gradient.toFixed(2)} ms`.padStart(22),
          `ratio ${(gradient / forward).toFixed(2)}`.padStart(12),
          `${((1e6 * gradient) / unit / SLICES).toFixed(1)} ns per word, amplitude and slice`.padStart(42),
        ];
        process.stdout.write(`${columns.join(' ')}\n`);
      },
    },
  );
}
