import { describe, expect, test } from 'vitest';
import { brokenTypes } from '../../../src/geodesic/sector/refinement.ts';
import { blocksBroken, symmetryBroken } from '../../../src/geodesic/sector/symmetry-broken.ts';
import { orbitCount, youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { coherentComponents, dickeComponents, ghzComponents } from '../../../src/state/symmetric-vector.ts';

describe('the types of blocks', () => {
  test('are all partitions into one part more than the level of the representation', () => {
    expect(brokenTypes([6], [1])).toEqual([
      [1, 5],
      [2, 4],
      [3, 3],
    ]);
    expect(brokenTypes([6], [2])).toEqual([
      [1, 1, 4],
      [1, 2, 3],
      [2, 2, 2],
    ]);
    expect(brokenTypes([2, 4], [1, 1])).toEqual([
      [1, 1, 1, 3],
      [1, 1, 2, 2],
    ]);
    expect(brokenTypes([1, 4], [0, 1])).toEqual([
      [1, 1, 3],
      [1, 2, 2],
    ]);
  });

  test('have as many controls as is foretold without making them', () => {
    for (const blocks of [[5], [1, 4], [2, 3], [1, 1, 3]]) {
      for (const locality of [1, 2, 3]) {
        const sector = youngSector(blocks, { sizeWeights: new Array<number>(locality).fill(1) });
        expect(orbitCount(blocks, locality)).toBe(sector.inverseWeights.length);
      }
    }
  });
});

describe('broken symmetry', () => {
  test('leads from W₄ in S₄, a saddle of index 3, to a hub and its leaves, a minimum', () => {
    const options = { starts: 1, slices: 5, polished: 1, nodes: 4, mostBlocks: 2 };
    const { value, result } = solution(symmetryBroken(dickeComponents(4, 1), 4, options));
    expect(result).toBe('converged');
    const [whole, hub, pairs] = value.types;
    expect(value.types.map(({ blocks }) => blocks)).toEqual([[4], [1, 3], [2, 2]]);
    expect(whole!.certificate.index!.index).toBe(3);
    expect(whole!.certificate.words).toContain('saddle of index 3');
    expect(hub).toMatchObject({ parent: 0, reason: 'negative mode', descents: 2, starts: 3 });
    expect(hub!.geodesic.length).toBeCloseTo(0.998496, 6);
    expect(hub!.certificate.status).toBe('local minimum of the full problem');
    expect(pairs!.certificate.status).toBe('saddle of the full problem');
    expect(value).toMatchObject({ shortest: 1, followed: [0, 1] });
    expect(value.words).toContain('types searched: 4; 1 + 3; 2 + 2');
  }, 300_000);

  test('of a product state finds the meridians, a minimum, and of two blocks the same, if they are asked for', () => {
    const options = { starts: 1, polished: 1, nodes: 5, sizeWeights: [1], slices: 2 };
    const { value } = solution(symmetryBroken(coherentComponents(3, 1, 0), 3, options));
    expect(value.types.map(({ blocks }) => blocks)).toEqual([[3]]);
    expect(value.types[0]!.geodesic.length).toBeCloseTo(Math.sqrt(3) / 2, 8);
    expect(value.types[0]!.certificate.index!.index).toBe(0);
    const all = solution(symmetryBroken(coherentComponents(3, 1, 0), 3, { ...options, everyTwoBlocks: true })).value;
    expect(all.types.map(({ blocks, reason }) => [blocks, reason])).toEqual([
      [[3], 'all symmetric'],
      [[1, 2], 'every type of two blocks'],
    ]);
    expect(all.types[1]!.geodesic.length).toBeCloseTo(Math.sqrt(3) / 2, 8);
    expect(all.shortest).toBe(0);
  });

  test('leaves a longer geodesic to a Bell state, a saddle within S₂, for the shortest, in S₂', () => {
    const options = { sizeWeights: [1, 0.1], starts: 1, seed: 2, slices: 1, polished: 1, nodes: 4, mostBlocks: 1 };
    const { value, result } = solution(symmetryBroken(ghzComponents(2), 2, options));
    expect(result).toBe('converged');
    const [saddle, shortest] = value.types;
    expect(saddle!.certificate.index!.parts[0]).toMatchObject({ level: [0] });
    expect(saddle!.certificate.index!.parts[0]!.negative).toBeGreaterThan(0);
    expect(shortest).toMatchObject({ blocks: [2], parent: 0, reason: 'negative mode', descents: 2 });
    expect(shortest!.geodesic.length).toBeCloseTo(Math.sqrt(0.2) * (Math.PI / 8), 8); // XY + YX for π/8
    expect(value).toMatchObject({ shortest: 1, followed: [0, 1] });
    // with fewer controls the same search would only be repeated
    const real = solution(symmetryBroken(ghzComponents(2), 2, { ...options, real: true })).value;
    expect(real.types).toHaveLength(1);
  });

  test('of several blocks keeps parts of different blocks apart, and looks into each where it is asked to', () => {
    // |0⟩ and a product state: blocks 1 + 2, of which the second can be parted, and the first cannot
    const components = { length: 6, interleaved: new Float64Array(12) };
    [Math.cos(0.3) ** 2, Math.SQRT2 * Math.cos(0.3) * Math.sin(0.3), Math.sin(0.3) ** 2].forEach((x, k) => {
      components.interleaved[2 * k] = x;
    });
    const options = { starts: 1, polished: 1, nodes: 4, sizeWeights: [1], slices: 2, everyTwoBlocks: true };
    const { value } = solution(blocksBroken({ blocks: [1, 2], components }, options));
    expect(value.types.map(({ blocks, reason }) => [blocks, reason])).toEqual([
      [[1, 2], 'all symmetric'],
      [[1, 1, 1], 'every block in two'],
    ]);
    expect(value.types[0]!.geodesic.length).toBeCloseTo(0.3 * Math.SQRT2, 8);
    expect(() => solution(blocksBroken({ blocks: [1, 2], components }, { mostBlocks: 1 }))).toThrow(
      'mostBlocks of at least 2 required, got 1',
    );
  });

  test('names what it cannot begin with', () => {
    expect(() => solution(symmetryBroken(ghzComponents(3), 4))).toThrow('5 Dicke components required, got 4');
    expect(() => solution(symmetryBroken(ghzComponents(3), 3, { mostBlocks: 0 }))).toThrow('mostBlocks of at least 1');
  });
});
