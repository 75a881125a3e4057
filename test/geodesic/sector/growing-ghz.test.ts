import { expect, test } from 'vitest';
import { fieldWeights, growingGhz, isGhz } from '../../../src/geodesic/sector/growing-ghz.ts';
import { refinedSlices } from '../../../src/geodesic/sector/refined-slices.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { type YoungSector, youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { length } from '../../../src/linalg/real-vector.ts';
import {
  coherentComponents,
  dickeComponents,
  ghzComponents,
  sectorState,
} from '../../../src/state/symmetric-vector.ts';

const weights = { sizeWeights: [1, 1], real: true };
const one = youngSector([1], { sizeWeights: [1], real: true });
/** R_Y(π/2) on one qubit, backwards: GHZ of one qubit is |+⟩. */
const plus = { slices: 2, coordinates: new Float64Array(2).fill(-Math.PI / 4 / Math.SQRT2) };

/** |⟨0…0|ψ⟩|² at the end of a path backwards from GHZ. */
function overlap(sector: YoungSector, n: number, path: ReturnType<typeof growingGhz>): number {
  const target = sectorState(sector, ghzComponents(n));
  const { interleaved } = runSlices(sector, target, path.slices, path.coordinates).end;
  return interleaved[0]! ** 2 + interleaved[1]! ** 2;
}

test.each([3, 7, 20])('a qubit in |+⟩ turns %d others to GHZ, all but the squeezing of their mean field', (l) => {
  const sector = youngSector([1, l], weights);
  const path = growingGhz(sector, { sector: one, path: plus }, 3);
  expect(path.slices).toBe(5);
  // slices of 1/5 of the time: (5/2)·(both turns to |+⟩)² + (5/3)·(π/4)²·l, where the l are a field for the one
  const square = (5 / 2) * (Math.PI / 4) ** 2 * (1 + 1 / (1 + l)) + (5 / 3) * (Math.PI / 4) ** 2 * l;
  expect(length(path.coordinates)).toBeCloseTo(Math.sqrt(square), 12);
  expect(overlap(sector, l + 1, path)).toBeGreaterThan(0.98);
});

test.each([
  [[1], 4],
  [[3], 37],
  [[2, 3], 4],
])('qubits in GHZ of blocks %j turn %d from |+…+⟩ to GHZ exactly, by π/4·√(l/m)', (blocks, l) => {
  const sector = youngSector([...blocks, l], weights);
  const m = blocks.reduce((sum, size) => sum + size, 0);
  const inner = youngSector(blocks, { sizeWeights: m === 1 ? [1] : [1, 1], real: true });
  const still = { slices: 1, coordinates: new Float64Array(inner.letters.length) };
  const { coordinates } = growingGhz(sector, { sector: inner, path: still }, 1);
  const turn = coordinates.subarray(0, coordinates.length / 2).map((x) => x * Math.SQRT1_2); // half the time, now all of it
  expect(length(turn)).toBeCloseTo((Math.PI / 4) * Math.sqrt(l / m), 12);
  const { interleaved } = runSlices(sector, sectorState(sector, ghzComponents(m + l)), 1, turn).end;
  // GHZ_m ⊗ |+…+⟩: √(binomial(l, j)/2^l) in |0…0⟩ and in |1…1⟩
  let [overlap, binomial] = [0, 2 ** -l];
  for (let j = 0; j <= l; j++) {
    overlap += Math.sqrt(binomial / 2) * (interleaved[2 * j]! + interleaved[2 * (sector.dimension - 1 - l + j)]!);
    binomial *= (l - j) / (j + 1);
  }
  expect(Math.abs(overlap)).toBeCloseTo(1, 12);
});

test.each([2, 9, 30])('%d qubits go to |+…+⟩ by their own field, up to the fourth power of the slices', (l) => {
  const sector = youngSector([1, l], weights);
  const missed = [16, 32].map((slices) => {
    const path = { slices, coordinates: new Float64Array(slices).fill(-Math.PI / 4 / Math.sqrt(slices)) };
    const grown = growingGhz(sector, { sector: one, path }, slices);
    expect(length(grown.coordinates.subarray(grown.coordinates.length / 2)) ** 2 / 2).toBeCloseTo(
      (1 + 1 / (1 + l)) * (Math.PI / 4) ** 2,
      12,
    );
    return 1 - overlap(sector, l + 1, grown);
  });
  expect(missed[0]).toBeLessThan(1e-5);
  expect(missed[0]! / missed[1]!).toBeGreaterThan(14);
  expect(missed[0]! / missed[1]!).toBeLessThan(18);
});

test('a field of product states makes single qubits cheaper, whatever the letter and the direction of the field', () => {
  expect(fieldWeights([1, 1], 24)).toEqual([1 / 25, 1]);
  expect(fieldWeights([2, 4, 1], 6)).toEqual([0.5, 4, 1]); // 1/(1/2 + 6/4)
  expect(fieldWeights([3], 6)).toEqual([3]);
  const [m, l] = [2, 6];
  for (const sizeWeights of [
    [1, 1],
    [2, 0.5],
  ]) {
    const inner = youngSector([m], { sizeWeights: fieldWeights(sizeWeights, l) });
    const outer = youngSector([m, l], { sizeWeights });
    const slices = 64;
    const controls = inner.letters.length;
    // X, then Y, then Z on both qubits, the field turned from |0⟩ to |+⟩ meanwhile
    const coordinates = Float64Array.from({ length: slices * controls }, (_, i) => {
      const [k, { letters }] = [Math.floor(i / controls), { letters: inner.letters[i % controls]![0]! }];
      const isSingle = letters.reduce((sum, count) => sum + count, 0) === 1;
      return isSingle && letters[Math.floor((3 * k) / slices)] === 1 ? 0.1 : 0;
    });
    const grown = growingGhz(outer, { sector: inner, path: { slices, coordinates } }, 0);
    const turn = (Math.PI / 4) ** 2 * (sizeWeights[0]! / l + (sizeWeights[1]! * (l - 1)) / l);
    expect(length(grown.coordinates) ** 2).toBeCloseTo(length(coordinates) ** 2 + turn, 10);
    const start = sectorState(outer, coherentComponents(m + l, 0, 0));
    const forwards = (path: typeof grown, count: number) =>
      path.coordinates.map(
        (_, i) => -path.coordinates[(path.slices - 1 - Math.floor(i / count)) * count + (i % count)]!,
      );
    const end = runSlices(outer, start, slices, forwards(grown, outer.letters.length)).end.interleaved;
    const alone = sectorState(inner, coherentComponents(m, 0, 0));
    const few = runSlices(inner, alone, slices, forwards({ slices, coordinates }, controls)).end.interleaved;
    const plusses = sectorState({ blocks: [l] }, coherentComponents(l, Math.PI / 2, 0)).interleaved;
    let [re, im] = [0, 0];
    for (let a = 0; a <= m; a++) {
      for (let b = 0; b <= l; b++) {
        const [x, y] = [plusses[2 * b]! * few[2 * a]!, plusses[2 * b]! * few[2 * a + 1]!];
        const at = 2 * (a * (l + 1) + b);
        re += x * end[at]! + y * end[at + 1]!;
        im += x * end[at + 1]! - y * end[at]!;
      }
    }
    expect(re * re + im * im).toBeGreaterThan(1 - 1e-6);
  }
});

test('the same path on all amplitudes of six qubits ends as near to GHZ', () => {
  const sector = youngSector([1, 5], weights);
  const path = growingGhz(sector, { sector: one, path: plus }, 3);
  const single = youngSector([1, 1, 1, 1, 1, 1], weights);
  const { slices, coordinates } = refinedSlices(sector, single, path);
  expect(overlap(single, 6, { slices, coordinates })).toBeCloseTo(overlap(sector, 6, path), 10);
});

test('GHZ is told from other states', () => {
  const vector = (dicke: Parameters<typeof sectorState>[1]) => sectorState({ blocks: [dicke.length - 1] }, dicke);
  expect(isGhz(vector(ghzComponents(5)))).toBe(true);
  expect(
    isGhz(
      vector([
        [0, 1],
        [0, 0],
        [0, 1],
      ]),
    ),
  ).toBe(true);
  expect(
    isGhz(
      vector([
        [1, 0],
        [0, 0],
        [0, 1],
      ]),
    ),
  ).toBe(false);
  expect(
    isGhz(
      vector([
        [1, 0],
        [0, 0],
        [-1, 0],
      ]),
    ),
  ).toBe(false);
  expect(isGhz(vector(dickeComponents(5, 1)))).toBe(false);
});

test('blocks and controls that do not fit are refused', () => {
  expect(() => growingGhz(youngSector([6], weights), { sector: one, path: plus }, 3)).toThrow(
    'growingGhz: a further block of at least 2 qubits required, got 6 after 1',
  );
  const alone = youngSector([1, 5], { sizeWeights: [1], real: true });
  expect(() => growingGhz(alone, { sector: one, path: plus }, 3)).toThrow(
    'growingGhz: a control of letters 0,0,0; 0,1,1 required, got none',
  );
});
