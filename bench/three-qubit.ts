/** @file Would a dense gate on three qubits pay? A kernel for it, written and compiled only for measurement. */

import { compileKernels } from './compile-kernels.ts';

const rows = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * The best kernel of the two-qubit kernel's design: eight sums in registers, one group of eight amplitudes at a time.
 */
const SOURCE = `
export function applyThree(x: usize, bits: i32, table: usize): void {
  const end = x + (<usize>16 << bits);
  for (let at = x; at < end; at += 128) {
    let ${rows.map((i) => `a${i} = f64x2.splat(0)`).join(', ')}, u = a0, s = a0;
    do {
${Array.from(
  { length: 16 },
  (_, h) => `
      s = v128.load64_splat(at, ${8 * h});
      ${rows.map((i) => `u = v128.load(table, ${128 * h + 16 * i}), a${i} = f64x2.add(a${i}, f64x2.mul(u, s));`).join('\n      ')}
      if (at == ${h + 1}) break;`,
).join('')}
    } while (false);
    ${rows.map((i) => `v128.store(at, a${i}, ${16 * i});`).join(' ')}
  }
}`;

/** x ← U x for a dense 8 × 8 gate on the three lowest bits, where all amplitudes of a group are side by side. */
export interface ThreeQubitGate {
  applyThree(x: number, bits: number, table: number): void;
}

export const compileThreeQubitGate = (memory: WebAssembly.Memory): Promise<ThreeQubitGate> =>
  compileKernels<ThreeQubitGate>(SOURCE, memory);
