import { describe, expect, test } from 'vitest';
import { chain, complete, distances, grid, lattice, ring, star } from '../../src/operator/lattice.ts';
import { latticeOfSpec, latticeSpec } from '../../src/operator/lattice-spec.ts';

describe('lattices', () => {
  test('have the known numbers of edges', () => {
    expect(chain(5).edges.length).toBe(4);
    expect(ring(5).edges.length).toBe(5);
    expect(ring(2).edges.length).toBe(1);
    expect(complete(5).edges.length).toBe(10);
    expect(star(5).edges.length).toBe(4);
    expect(grid(3, 4).edges.length).toBe(3 * 3 + 2 * 4);
    expect(grid(3, 4, true).edges.length).toBe(2 * 12);
    expect(grid(2, 3, true).edges.length).toBe(6 + 3); // two rows are joined once
  });

  test('distances are those of the chain, the circle, the taxicab and nowhere', () => {
    expect(distances(chain(5))[0]).toEqual([0, 1, 2, 3, 4]);
    expect(distances(ring(5))[0]).toEqual([0, 1, 2, 2, 1]);
    expect(distances(grid(2, 3))[0]).toEqual([0, 1, 2, 1, 2, 3]);
    expect(distances(lattice(3, [[0, 1]]))[0]).toEqual([0, 1, Infinity]);
  });

  test('a specification in JSON means the lattice of that name', () => {
    expect(latticeOfSpec('chain', 4)).toEqual(chain(4));
    expect(latticeOfSpec('ring', 4)).toEqual(ring(4));
    expect(latticeOfSpec('complete', 4)).toEqual(complete(4));
    expect(latticeOfSpec('star', 4)).toEqual(star(4));
    expect(latticeOfSpec({ grid: [2, 3] }, 6)).toEqual(grid(2, 3));
    expect(latticeOfSpec({ grid: [3, 3], periodic: true }, 9)).toEqual(grid(3, 3, true));
    expect(latticeOfSpec({ edges: [[0, 2]] }, 3)).toEqual(lattice(3, [[0, 2]]));
  });

  test('what is not a lattice is refused with the forms that are', () => {
    expect(latticeSpec.safeParse('chian').error?.issues[0]?.message).toContain("'chain', 'ring'");
    expect(latticeSpec.safeParse({ grid: [2] }).success).toBe(false);
    expect(latticeSpec.safeParse({ grid: [2, 2], periodc: true }).success).toBe(false);
    expect(() => latticeOfSpec({ grid: [2, 2] }, 6)).toThrow('a grid of 6 sites required, got 2 × 2');
    expect(() => latticeOfSpec({ edges: [[0, 3]] }, 3)).toThrow('got [0, 3]');
    expect(() =>
      latticeOfSpec(
        {
          edges: [
            [0, 1],
            [1, 0],
          ],
        },
        3,
      ),
    ).toThrow('got [1, 0]');
    expect(() => latticeOfSpec('chain', 0)).toThrow('at least one site');
  });
});
