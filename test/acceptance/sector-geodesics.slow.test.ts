/** @file Geodesics in sectors of symmetric states at full size. Prints the table of docs/symmetric-geodesics.md. */

import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { spaceSpeedAt } from '../../src/geodesic/sector/control-flow.ts';
import { embeddedStart } from '../../src/geodesic/sector/embedded-start.ts';
import { grownSearches } from '../../src/geodesic/sector/grown-search.ts';
import { growthBound } from '../../src/geodesic/sector/growth-bound.ts';
import { newtonDescent } from '../../src/geodesic/sector/newton-descent.ts';
import { sectorCertificate } from '../../src/geodesic/sector/sector-certificate.ts';
import {
  type SectorGeodesic,
  type SectorGeodesicOptions,
  sectorGeodesic,
} from '../../src/geodesic/sector/sector-geodesic.ts';
import { halvedSectorSlices } from '../../src/geodesic/sector/sector-search.ts';
import { type SeriesPath, sectorSeries } from '../../src/geodesic/sector/sector-series.ts';
import { sectorShot } from '../../src/geodesic/sector/sector-shooting.ts';
import { type SymmetryBrokenOptions, symmetryBroken } from '../../src/geodesic/sector/symmetry-broken.ts';
import { type YoungSector, youngSector } from '../../src/geodesic/sector/young-sector.ts';
import { wordGenerators } from '../../src/geodesic/state/generators.ts';
import { stateFlow } from '../../src/geodesic/state/state-flow.ts';
import { romberg } from '../../src/linalg/romberg.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { dickeComponents, ghzComponents, sectorState } from '../../src/state/symmetric-vector.ts';

const sizeWeights = [1, 1];
const componentsOf = { GHZ: ghzComponents, W: (n: number) => dickeComponents(n, 1) } as const;
type Kind = keyof typeof componentsOf;

function found(kind: Kind, sector: YoungSector, options: SectorGeodesicOptions) {
  const n = sector.blocks.reduce((sum, size) => sum + size, 0);
  const before = process.cpuUsage();
  const { value } = solution(sectorGeodesic(sector, sectorState(sector, componentsOf[kind](n)), options));
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const cells = [
    `${kind}, n = ${n}`,
    sector.blocks.join(' + '),
    value.length.toFixed(6),
    value.residual.toExponential(0),
  ];
  console.log(`| ${[...cells, value.extrapolated?.toFixed(5) ?? '–', `${seconds.toFixed(1)} s`].join(' | ')} |`);
  return { value, n, seconds };
}

/** The infidelity with which the geodesic, carried over to 2ⁿ amplitudes, ends at its target there. */
function missedByWords(kind: Kind, sector: YoungSector, { start }: Pick<SectorGeodesic, 'start'>, n: number): number {
  const singles = { blocks: new Array<number>(n).fill(1) };
  const metric = wordGenerators(controlWords({ maxSize: 2, penalty: Infinity }, n));
  const { points } = stateFlow(metric, embeddedStart(sector, start), 512);
  const end = { length: 2 ** n, interleaved: points.at(-1)!.state };
  const [re, im] = innerProduct(sectorState(singles, componentsOf[kind](n)), end);
  return 1 - re * re - im * im;
}

test.each([
  ['GHZ', [3], false, 1.211878],
  ['GHZ', [4], false, 1.341193],
  ['GHZ', [5], false, 1.594628],
  ['GHZ', [6], false, 1.732159],
  ['GHZ', [2, 4], false, 1.709102],
  ['W', [1, 3], true, 0.998496],
  ['W', [1, 4], true, 1.023904],
  ['W', [1, 5], true, 1.027201],
  ['GHZ', [4], true, 1.5599],
] as const)(
  '%s in the sector %j, real: %s, has length %d, and is a geodesic of 2ⁿ amplitudes',
  (kind, blocks, real, expected) => {
    const sector = youngSector(blocks, { sizeWeights, real });
    const { value, n } = found(kind, sector, { polished: 1 });
    expect(value.length).toBeCloseTo(expected, expected === 1.5599 ? 4 : 6);
    expect(value.residual).toBeLessThan(1e-10);
    expect(missedByWords(kind, sector, value, n)).toBeLessThan(1e-9);
  },
);

test('GHZ₇ in 2 + 5 has the length of the full search, 1.827055, and is a geodesic of 2⁷ amplitudes', () => {
  const sector = youngSector([2, 5], { sizeWeights });
  const { value, n } = found('GHZ', sector, { starts: 1, seed: 101, slices: 12, polished: 1, doublings: 0 });
  expect(value.length).toBeCloseTo(1.827055, 6);
  expect(value.residual).toBeLessThan(1e-10);
  expect(missedByWords('GHZ', sector, value, n)).toBeLessThan(1e-9);
});

test('GHZ₈ in 3 + 5 is polished to 1.896440, shorter than the full search, and is a geodesic of 2⁸ amplitudes', () => {
  const sector = youngSector([3, 5], { sizeWeights });
  const target = sectorState(sector, ghzComponents(8));
  const before = process.cpuUsage();
  const options = { starts: 3, slices: 8, maxSteps: 60, newtonSteps: 15, polished: 0, doublings: 2 };
  const { sliced, lengths } = solution(sectorGeodesic(sector, target, options)).value;
  const costate = sliced.reduce<readonly Float64Array[]>((row, path) => romberg(row, path.costate), []).at(-1)!;
  const { flow, residual } = sectorShot(sector, target, costate, { tolerance: 1e-11, maxSteps: 40 });
  const start = flow.points[0]!;
  const length = spaceSpeedAt(sector, start);
  const { user, system } = process.cpuUsage(before);
  const steps = sliced.map((path) => `${path.length.toFixed(6)} (${path.slices})`).join(', ');
  console.log(`| GHZ, n = 8 | 3 + 5 | ${steps} | ${length.toFixed(6)} | ${residual.toExponential(0)} |`);
  console.log(`starts ${lengths.map((one) => one.toFixed(4)).join(', ')}; ${((user + system) / 1e6).toFixed(0)} s`);
  expect(length).toBeCloseTo(1.89644, 6);
  expect(residual).toBeLessThan(1e-10);
  const missed = missedByWords('GHZ', sector, { start }, 8);
  console.log(`misses its target on 2⁸ amplitudes by ${missed.toExponential(0)}`);
  expect(missed).toBeLessThan(1e-9);
  const geodesic = { start, polished: true, residual, length, uncertainty: 0 };
  const { index, words } = sectorCertificate(sector, geodesic, { nodes: 6 });
  console.log(words);
  expect(index!.index).toBe(0);
}, 3_600_000);

test('W₇ in 1 + 6: stationary paths in more and more slices have a limit, and real paths a longer one', () => {
  const limitsOf = (real: boolean, seed: number, slices: number): readonly number[] => {
    const before = process.cpuUsage();
    const sector = youngSector([1, 6], { sizeWeights, real });
    const options = { starts: 2, seed, slices, newtonSteps: 30, polished: 0, doublings: 2 };
    const target = sectorState(sector, dickeComponents(7, 1));
    const { sliced, residual, uncertainty, extrapolated } = solution(sectorGeodesic(sector, target, options)).value;
    const { user, system } = process.cpuUsage(before);
    const cells = [
      `1 + 6${real ? ', real' : ''}`,
      sliced.map((path) => `${path.length.toFixed(6)} (${path.slices})`).join(', '),
      extrapolated!.toFixed(6),
      `residual ${residual.toExponential(0)}: ±${uncertainty.toExponential(0)}`,
      `${((user + system) / 1e6).toFixed(0)} s`,
    ];
    console.log(`| W, n = 7 | ${cells.join(' | ')} |`);
    expect(uncertainty).toBeLessThan(1e-6);
    return sliced.slice(1).map(({ length }, k) => (4 * length - sliced[k]!.length) / 3);
  };
  const [coarse, fine] = limitsOf(false, 3, 8);
  const [realCoarse, realFine] = limitsOf(true, 1, 12);
  // The search among all paths of 2⁷ amplitudes has 1.02577 ± 0.00074.
  expect(Math.abs(fine! - 1.02577)).toBeLessThan(7.4e-4);
  expect(Math.abs(fine! - coarse!)).toBeLessThan(1e-4);
  expect(Math.abs(realFine! - realCoarse!)).toBeLessThan(1e-5);
  expect(realFine).toBeGreaterThan(fine! + 1e-4);
}, 3_600_000);

/** Prints a line of the table of broken symmetry for each type searched. */
function broken(kind: Kind, n: number, options: SymmetryBrokenOptions) {
  const before = process.cpuUsage();
  const { value } = solution(symmetryBroken(componentsOf[kind](n), n, options));
  const { user, system } = process.cpuUsage(before);
  value.types.forEach(({ blocks, geodesic, certificate, reached, starts }, k) => {
    const cells = [
      `${kind}, n = ${n}`,
      `${blocks.join(' + ')}${k === value.shortest ? ', shortest' : ''}`,
      geodesic.length.toFixed(6),
      certificate.uncertainty.toExponential(0),
      certificate.index === undefined ? '–' : `${certificate.index.index}, ${certificate.index.nullity}`,
      certificate.index?.parts.map(({ negative }) => negative).join(' ') ?? '–',
      `${reached} of ${starts}`,
      k === 0 ? `${((user + system) / 1e6).toFixed(0)} s in all` : '',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  });
  console.log(value.words);
  return value;
}

test('the geodesic to GHZ₆ in S₆ is a saddle of index 5, left along its negative mode to 2 + 4, a minimum', () => {
  const { types, shortest } = broken('GHZ', 6, { starts: 2, slices: 8, polished: 1 });
  expect(types[0]!.certificate.index!.index).toBe(5);
  expect(types[0]!.certificate.index!.parts.map(({ negative }) => negative)).toEqual([0, 1, 0]);
  expect(types[shortest]!.blocks).toEqual([2, 4]);
  expect(types[shortest]!.geodesic.length).toBeCloseTo(1.709102, 6);
  expect(types[shortest]!.certificate.status).toBe('local minimum of the full problem');
  expect(types[shortest]!.certificate.index!.nullity).toBe(5);
});

test.each([4, 5] as const)('W_%d breaks from S_n, a saddle, to a hub and its leaves, a minimum', (n) => {
  const { types, shortest } = broken('W', n, { starts: 2, slices: 8, polished: 1 });
  expect(types[0]!.certificate.status).toBe('saddle of the full problem');
  expect(types[shortest]!.blocks).toEqual([1, n - 1]);
  expect(types[shortest]!.certificate.status).toBe('local minimum of the full problem');
  const { value } = solution(symmetryBroken(dickeComponents(n, 1), n, { mostBlocks: 1, starts: 1, slices: 8 }));
  expect(value.words).toContain('saddle of index');
});

test('W of 100 qubits is reached by a path of length 1.053 at most, one sheet followed from 12 qubits on', () => {
  const before = process.cpuUsage();
  const targets = [12, 16, 24, 32, 64, 100].map((n) => ({ blocks: [1, n - 1], dicke: dickeComponents(n, 1) }));
  const options = { sizeWeights, real: true, slices: 16, starts: 6, back: false, doublings: 0 };
  const { value } = solution(sectorSeries(targets, options));
  const { user, system } = process.cpuUsage(before);
  printed('W', value);
  console.log(`${((user + system) / 1e6).toFixed(0)} s in all`);
  const last = value.at(-1)!.geodesic;
  expect(last.residual ** 2).toBeLessThan(1e-12);
  expect(last.length).toBeLessThan(1.053);
});

test('W of 12 to 64 qubits in 32 slices, and the limit of both', () => {
  const before = process.cpuUsage();
  const qubits = [12, 16, 24, 32, 64];
  const targets = qubits.map((n) => ({ blocks: [1, n - 1], dicke: dickeComponents(n, 1) }));
  const options = { sizeWeights, real: true, slices: 16, starts: 6, back: false, doublings: 0 };
  const { value } = solution(sectorSeries(targets, options));
  const limits = value.map(({ blocks, geodesic: { sliced } }, k) => {
    const sector = youngSector(blocks, { sizeWeights, real: true });
    const [coarse] = sliced;
    const halved = { slices: 32, coordinates: halvedSectorSlices(sector, coarse!.coordinates) };
    const state = sectorState(sector, targets[k]!.dicke);
    const fine = solution(newtonDescent(sector, state, halved, 8));
    const limit = (4 * fine.length - coarse!.length) / 3;
    const cells = [`W, n = ${qubits[k]}`, coarse!.length.toFixed(6), fine.length.toFixed(6), limit.toFixed(5)];
    const exact = [fine.infidelity, fine.slope].map((x) => x.toExponential(0));
    console.log(`| ${[...cells, ...exact, fine.negative].join(' | ')} |`);
    expect(fine.infidelity).toBeLessThan(1e-14);
    expect(fine.length).toBeLessThan(coarse!.length);
    return limit;
  });
  const { user, system } = process.cpuUsage(before);
  console.log(`${((user + system) / 1e6).toFixed(0)} s in all`);
  // The error of the length in K slices falls as 1/K²: by 4 from 16 to 32.
  expect(limits.at(-1)).toBeLessThan(1.0412);
}, 3_600_000);

test('GHZ of 10 to 16 qubits in S_n, four sheets followed, stays below a power law through eight and twelve', () => {
  const before = process.cpuUsage();
  const targets = [10, 12, 14, 16].map((n) => ({ blocks: [n], dicke: ghzComponents(n) }));
  const options = { sizeWeights, slices: 16, starts: 8, maxSteps: 60, newtonSteps: 15, sheets: 4, back: false };
  const { value, result } = solution(sectorSeries(targets, options));
  const { user, system } = process.cpuUsage(before);
  printed('GHZ', value);
  console.log(`${((user + system) / 1e6).toFixed(0)} s in all`);
  expect(result).toBe('converged');
  for (const { geodesic } of value) expect(geodesic.residual ** 2).toBeLessThan(1e-16);
  const [, twelve, , sixteen] = value.map(({ geodesic }) => geodesic.length);
  expect(twelve).toBeLessThan(2.356);
  // 1.954594 is the length of the geodesic to GHZ₈ in S₈
  const exponent = Math.log(twelve! / 1.954594) / Math.log(12 / 8);
  expect(sixteen).toBeLessThan(twelve! * (16 / 12) ** exponent);
}, 3_600_000);

test('GHZ of 18 to 40 qubits, grown from ten, meets its end and stays below the logarithm of S_n to twelve', () => {
  const before = process.cpuUsage();
  const sizes = [18, 20, 24, 28, 32, 36, 40];
  const { value, result } = solution(grownSearches(sizes, { sizeWeights: [1, 1] }));
  const { user, system } = process.cpuUsage(before);
  expect(result).toBe('converged');
  for (const [k, { sector, geodesic, first }] of value.entries()) {
    const [n, { length, residual, uncertainty, sliced }] = [sizes[k]!, geodesic];
    const cells = [`GHZ, n = ${n}`, sector.blocks.join(' + '), first.length.toFixed(5), length.toFixed(5)];
    const exact = [residual ** 2, uncertainty].map((x) => x.toExponential(0));
    console.log(`| ${[...cells, sliced[0]!.slices, ...exact].join(' | ')} |`);
    expect(uncertainty).toBeLessThan(1e-6);
    // stationary paths of twelve slices in S_n, 4 to 12 qubits
    expect(length).toBeLessThan(0.052 + 0.936 * Math.log(n));
    // with the shortest path to sixteen in S₁₆, 2.5964 in 32 slices, and no field
    expect(length).toBeLessThan(growthBound(n, [[16, 2.5964]]).length);
  }
  console.log(`${((user + system) / 1e6).toFixed(0)} s in all`);
}, 3_600_000);

/** Prints a line for each state of a series. */
function printed(kind: Kind, series: readonly SeriesPath[]): void {
  for (const { blocks, geodesic, lengths, origin } of series) {
    const cells = [
      `${kind}, n = ${blocks.reduce((sum, size) => sum + size, 0)}`,
      blocks.join(' + '),
      geodesic.sliced.map(({ slices, length }) => `${length.toFixed(5)} (${slices})`).join(', '),
      geodesic.extrapolated?.toFixed(5) ?? '–',
      geodesic.residual.toExponential(0),
      geodesic.uncertainty.toExponential(0),
      `${lengths[0]!.toFixed(4)} … ${lengths.at(-1)!.toFixed(4)} (${lengths.length}), ${origin}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
