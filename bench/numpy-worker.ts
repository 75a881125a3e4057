/** @file NumPy in a process of its own, which answers with the processor time of one call; on one thread. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { environment } from './peers/environments.ts';

const PROGRAM = `
import sys, time, numpy as np
rng = np.random.default_rng(1)
cases = {}
def case(name, n):
    a = rng.standard_normal((n, n)) + 1j * rng.standard_normal((n, n))
    h = a + a.conj().T
    return {'zgemm': lambda: a @ a, 'svd': lambda: np.linalg.svd(a, full_matrices=False),
            'eigh': lambda: np.linalg.eigh(h), 'qr': lambda: np.linalg.qr(a)}[name]
for line in sys.stdin:
    name, n, least = line.split()
    if line not in cases:
        cases[line] = case(name, int(n))
    work = cases[line]
    count, start = 0, time.process_time()
    while time.process_time() - start < float(least) / 1000:
        work()
        count += 1
    print(1000 * (time.process_time() - start) / count, flush=True)
`;

export interface NumpyWorker {
  /** Milliseconds of a call: zgemm, svd, eigh or qr of a random n × n matrix; a mean over at least so many milliseconds. */
  readonly milliseconds: (name: string, n: number, least: number) => Promise<number>;
  readonly end: () => void;
}

/** Starts it; null where it cannot be had. */
export function numpyWorker(): NumpyWorker | null {
  const found = environment('numpy');
  if ('missing' in found) return null;
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
  const child: ChildProcess = spawn(found.python, ['-c', PROGRAM], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    milliseconds: async (name, n, least) => {
      child.stdin!.write(`${name} ${n} ${least}\n`);
      return Number((await lines.next()).value);
    },
    end: () => child.stdin!.end(),
  };
}
