import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { entryPoints } from '../scripts/entry-points.mjs';

const folder = join('test', 'examples.tmp');
const programs = readdirSync('examples').filter((file) => file.endsWith('.ts'));
const entropyOf = (p: number): number => -p * Math.log(p) - (1 - p) * Math.log(1 - p);

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  const modules = entryPoints();
  for (const program of programs) {
    const code = readFileSync(join('examples', program), 'utf8');
    const local = code.replaceAll(
      /'bulkweave(?:\/([\w/-]+))?'/g,
      (_, entry) => `'../../${modules[entry ?? 'index']}.ts'`,
    );
    await writeFile(join(folder, program), local);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a program prints, line by line. */
async function printedBy(program: string): Promise<readonly (readonly unknown[])[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(/* @vite-ignore */ resolve(folder, program));
  const lines = [...log.mock.calls];
  log.mockRestore();
  return lines;
}

/** Numbers in a line, of texts and by themselves. */
const numbersIn = (line: readonly unknown[] | undefined): readonly number[] =>
  (line ?? []).flatMap((part) =>
    typeof part === 'string'
      ? (part.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []).map(Number)
      : Array.isArray(part)
        ? (part as readonly number[])
        : [part as number],
  );

/** What each prints, against closed forms. */
const CHECKS: Readonly<Record<string, (lines: readonly (readonly unknown[])[]) => void>> = {
  'discrete-complexity.ts': ([circuits, distant]) => {
    const [order, greatest, mean] = numbersIn(circuits);
    expect(order).toBe(15 * 14 * 12 * 8);
    expect(greatest).toBeGreaterThan(mean!);
    expect((6 ** (greatest! + 1) - 1) / 5).toBeGreaterThan(order!); // words of up to so many of six gates
    expect((distant![1] as string).match(/CNOT/g)?.length).toBe(4); // across two bonds
  },
  'own-state.ts': ([entropy, path]) => {
    expect(entropy![1]).toBeCloseTo(entropyOf(0.2), 10);
    const [length, bound] = [path![1] as number, path![3] as number];
    expect(length).toBeGreaterThan(bound - 1e-9);
    // The Fubini–Study angle to the state, at most √2 times as fast as F.
    expect(bound).toBeGreaterThanOrEqual(Math.acos(Math.sqrt(0.8)) / Math.SQRT2 - 1e-9);
  },
  'own-hamiltonian.ts': ([energy, correlation]) => {
    expect(energy![1]).toBeCloseTo(-Math.sqrt(1 + 4 * 0.75 ** 2), 10);
    expect(correlation![1]).toBeCloseTo(1 / Math.sqrt(1 + 4 * 0.75 ** 2), 10); // −∂E/∂J
  },
  'own-circuit.ts': ([fidelity, length, shortest]) => {
    expect(fidelity![1]).toBeCloseTo(1, 12);
    expect(shortest![1]).toBeCloseTo(1.2119, 3);
    expect(length![1]).toBeGreaterThan(shortest![1] as number);
  },
  'born-machine.ts': ([nats, drawn, completed]) => {
    expect(nats![1]).toBeLessThan(20);
    expect(nats![3]).toBeLessThan(20.6); // a Chow–Liu tree
    expect(String(drawn).length).toBeGreaterThan(64);
    expect(String(completed).length).toBeGreaterThan(64);
  },
  'tensorflow-layer.ts': ([loss, amplitude]) => {
    expect(loss![1]).toBeLessThan(1e-3);
    expect(amplitude![1]).toBeCloseTo(Math.sin(0.5), 1);
  },
  'geodesic.ts': ([length]) => {
    expect(length![1]).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 6);
    expect(length![3]).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 6);
  },
  'fisher-geometry.ts': ([metric, curvature, deviation]) => {
    const [a, , , b] = metric![1] as readonly number[];
    expect([a, b]).toEqual([expect.closeTo(1 / 4, 12), expect.closeTo(Math.sin(1.1) ** 2 / 4, 12)]);
    expect(curvature![1]).toBeCloseTo(8, 6);
    expect(deviation![1]).toBeCloseTo(1, 10);
  },
  'holography.ts': (lines) => {
    expect(lines.map((line) => numbersIn(line).slice(1, 4))).toSatisfy((all: readonly (readonly number[])[]) =>
      all.every(([cut, within, entropy]) => cut! + within! === entropy),
    );
    expect(numbersIn(lines[2]).slice(1)).toEqual([6, 9, 15, 9]); // the example of docs/holography.md
  },
  'gravity-equation.ts': ([vacuum, ratio, error]) => {
    expect(vacuum![1]).toBeCloseTo(Math.log(1 / 3) + 2 * Math.log(2) + 6 * 0.4950179, 2);
    expect(ratio![1]).toBeCloseTo(4, 1);
    expect(error![1]).toBeLessThan(0.05);
    expect(Math.abs(error![3] as number)).toBeGreaterThan(5 * (error![4] as number));
  },
  'gaussian-chain.ts': ([energy, charge]) => {
    expect(energy![1]).toBeCloseTo(energy![3] as number, 9);
    expect(energy![3]).toBeCloseTo(1 - 1 / Math.sin(Math.PI / 402), 9);
    expect(charge![1]).toBeCloseTo(1, 1);
  },
  'black-hole.ts': ([close, far, ...times]) => {
    expect(numbersIn(close).slice(-2)).toEqual([81, 1]);
    expect(numbersIn(far).slice(-2)).toEqual([40, 40]);
    const [first, last] = [times[0]!, times.at(-1)!];
    expect(first[3]).toBeCloseTo(first[5] as number, 1);
    expect(last.at(-1)).toBe('outside');
    expect(times[3]![3] as number).toBeCloseTo((times[2]![3] as number) + (5 * 4 * Math.PI) / 30, 2);
  },
  'optimised-metric.ts': (lines) => {
    for (const line of lines.slice(0, 3)) expect(line[3]).toBeCloseTo(line[5] as number, 2);
    expect((lines[3]![1] as number) / (lines[3]![3] as number)).toBeCloseTo(1, 2);
  },
  'symmetric-state.ts': ([ghz, w, dicke]) => {
    expect(numbersIn(ghz).slice(-3)).toEqual(new Array(3).fill(expect.closeTo(Math.LN2, 6)));
    expect(numbersIn(w).slice(-3)).toEqual([1, 10, 20].map((size) => expect.closeTo(entropyOf(size / 40), 6)));
    expect(numbersIn(dicke).at(-3)).toBeCloseTo(Math.LN2, 6);
  },
  'geometry-verdict.ts': ([ghz, haar, lattice, distance, shuffled]) => {
    expect(ghz![0]).toContain('area law');
    expect(ghz![0]).toContain('no site is nearer');
    expect(haar![0]).toContain('volume law');
    expect(numbersIn(haar).at(-1)).toBeCloseTo(1, 1); // of Page's entropy
    expect(lattice![0]).toBe('lattice: area law, 2 dimensions');
    expect(Number(distance![1])).toBeLessThan(0.25);
    expect(Number(shuffled![1])).toBeGreaterThan(0.9);
  },
  'chain.ts': ([energy, variance, wall]) => {
    expect(Number(energy![1])).toBeCloseTo(Number(energy![3]), 1); // the ends cost a few per cent
    expect(Number(variance![1])).toBeLessThan(1e-3);
    expect(Number(wall![1])).toBeCloseTo(Number(wall![3]), 1);
  },
  'compare-networks.ts': ([product, chain, tree]) => {
    expect(numbersIn(product).at(-1)).toBeCloseTo(1 - (3 / 4) ** 3, 3);
    expect(numbersIn(chain).at(-1)).toBeLessThan(1e-8);
    expect(numbersIn(tree).at(-1)).toBeLessThan(1e-8);
  },
};

test('every example is checked, and has at most forty lines', () => {
  expect(Object.keys(CHECKS).sort()).toEqual(programs);
  for (const program of programs) {
    expect(readFileSync(join('examples', program), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  }
});

test.each(programs)(
  'examples/%s prints what closed forms say',
  async (program) => {
    const lines = await printedBy(program);
    expect(lines.length).toBeGreaterThan(1);
    CHECKS[program]!(lines);
  },
  120_000,
);
