/** @file Timing that is robust against other load on the machine: candidates take turns, and the best round counts. */

export interface Timing {
  /** Least wall time of a call in milliseconds. */
  readonly wall: number;
  /** Least processor time of a call in milliseconds, all threads together. */
  readonly processor: number;
  /** Median of the processor times. */
  readonly median: number;
}

/**
 * Least times of several pieces of work, run in turns, so that all of them see the same quiet moments.
 *
 * @param rounds - turns that count, after as many as fit into a second of processor time: the compiler
 *   optimises the kernels meanwhile, on another thread
 */
export async function leastTimes(works: readonly (() => unknown)[], rounds: number): Promise<readonly Timing[]> {
  const start = process.cpuUsage();
  let warm: NodeJS.CpuUsage;
  do {
    for (const work of works) work();
    await new Promise((resolve) => setTimeout(resolve, 1));
    warm = process.cpuUsage(start);
  } while (warm.user + warm.system < 1e6);
  const least = works.map(() => ({ wall: Infinity, processor: Infinity, median: 0 }));
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, k) => {
      const used = process.cpuUsage();
      const began = performance.now();
      work();
      const wall = performance.now() - began;
      const { user, system } = process.cpuUsage(used);
      least[k]!.wall = Math.min(least[k]!.wall, wall);
      least[k]!.processor = Math.min(least[k]!.processor, (user + system) / 1000);
      times[k]!.push((user + system) / 1000);
    });
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return least.map((time, k) => ({ ...time, median: times[k]!.toSorted((a, b) => a - b)[rounds >> 1]! }));
}

/** One line of a table: the name, then numbers with their units. */
export function printRow(name: string, ...columns: readonly (readonly [number, string, digits?: number])[]): void {
  const text = columns.map(([value, unit, digits = 2]) => `${value.toFixed(digits).padStart(9)} ${unit}`);
  process.stdout.write(`${name.padEnd(46)} ${text.join('  ')}\n`);
}
