/** @file The measurement of one run of one program, and whether programs agree. */

import { z } from 'zod';

const measurement = z.object({
  /** Seconds from the start of the process to the first result. */
  first: z.number().positive(),
  /** Seconds of every later result. */
  times: z.array(z.number().nonnegative()),
  /** Most bytes that the process had at once. */
  memory: z.number().positive(),
  /** Values on which all programs of a workload must agree. */
  values: z.record(z.string(), z.number()),
  /** Name of our engine. */
  engine: z.string().optional(),
});

export type Measurement = z.output<typeof measurement>;

/** The measurement in the last line of a program's output; undefined if there is none. */
export function parseMeasurement(output: string): Measurement | undefined {
  const line = output.trim().split('\n').at(-1) ?? '';
  try {
    return measurement.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // not JSON
  }
}

/** Whether every value has the same name and, up to the relative tolerance, the same size in both. */
export function agree(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  tolerance = 1e-8,
): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const [x, y] = [a[name]!, b[name] ?? Number.NaN];
    return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
  });
}
