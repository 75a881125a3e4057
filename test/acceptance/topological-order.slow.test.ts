import { expect, test } from 'vitest';
import { entropiesOfStabilisers } from '../../src/stabiliser/stabiliser-entropy.ts';
import { disjointEdges, kitaevPreskill, rectangle, toricCode } from '../../src/systems/topological-order/index.ts';

test('the toric code of 8192 qubits has topological entropy ln 2 at every scale', () => {
  const entropies = entropiesOfStabilisers(toricCode(64, 2, { logical: 'zero' }));
  for (const k of [3, 8, 20]) {
    const disk = [rectangle(1, 1, k, k), rectangle(1, 1 + k, k, k), rectangle(1 + k, 1, k, 2 * k)];
    const [a, b, c] = disjointEdges(64, disk) as [number[], number[], number[]];
    expect(kitaevPreskill(entropies, [a, b, c])).toBeCloseTo(-Math.LN2, 8);
  }
});
