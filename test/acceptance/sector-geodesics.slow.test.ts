/** @file Geodesics in sectors of symmetric states at full size. Prints the table of docs/geodesics.md. */

import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { morseIndex } from '../../src/geodesic/sector/second-variation.ts';
import {
  type SectorGeodesic,
  type SectorGeodesicOptions,
  sectorGeodesic,
} from '../../src/geodesic/sector/sector-geodesic.ts';
import { type YoungSector, youngSector } from '../../src/geodesic/sector/young-sector.ts';
import { wordGenerators } from '../../src/geodesic/state/generators.ts';
import { stateFlow } from '../../src/geodesic/state/state-flow.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { dickeComponents, ghzComponents, refinedVector, sectorState } from '../../src/state/symmetric-vector.ts';

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
function missedByWords(kind: Kind, sector: YoungSector, { start }: SectorGeodesic, n: number): number {
  const singles = { blocks: new Array<number>(n).fill(1) };
  const moved = (interleaved: Float64Array) =>
    refinedVector(sector, singles, { length: sector.dimension, interleaved }).interleaved;
  const metric = wordGenerators(controlWords({ maxSize: 2, penalty: Infinity }, n));
  const { points } = stateFlow(metric, { state: moved(start.state), costate: moved(start.costate) }, 512);
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

test('the geodesic to GHZ₆ in S₆ is a saddle of index 5, that in 2 + 4 a minimum', () => {
  const whole = youngSector([6], { sizeWeights });
  const saddle = morseIndex(whole, found('GHZ', whole, { polished: 1, starts: 2 }).value.start);
  expect(saddle.index).toBe(5);
  expect(saddle.parts.map(({ negative }) => negative)).toEqual([0, 1, 0]);
  const parted = youngSector([2, 4], { sizeWeights });
  const minimum = morseIndex(parted, found('GHZ', parted, { polished: 1 }).value.start, 8);
  console.log(JSON.stringify(minimum));
  expect(minimum.index).toBe(0);
});

test('W of 100 qubits is reached by a path of length 1.053 at most, one sheet followed from 12 qubits on', () => {
  let near: SectorGeodesic['sliced'][number] | undefined;
  for (const n of [12, 16, 24, 32, 64, 100]) {
    const sector = youngSector([1, n - 1], { sizeWeights, real: true });
    const options = { polished: 0, doublings: 0, starts: 6, slices: 16, ...(near && { near }) };
    const { value } = found('W', sector, options);
    near = value.sliced[0];
  }
  expect(near!.infidelity).toBeLessThan(1e-12);
  expect(near!.length).toBeLessThan(1.053);
});
