import { describe, expect, test } from 'vitest';
import { truncatedInfidelity } from '../../src/chain/block-overlap.ts';
import { symmetricChain } from '../../src/chain/symmetric-chain.ts';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import { brickworkLayout } from '../../src/circuit/block-layout.ts';
import { disentangledStart } from '../../src/comparison/disentangled-start.ts';
import { chain } from '../../src/operator/lattice.ts';
import { ghzComponents } from '../../src/state/symmetric-vector.ts';

const ghz = (n: number) =>
  symmetricChain({
    blocks: [n],
    components: { length: n + 1, interleaved: Float64Array.from(ghzComponents(n).flat()) },
  });
const brickwork = (n: number, layers: number) => blockCircuit(n, brickworkLayout(chain(n), layers));

describe('a circuit of blocks that begins at a matrix-product state', () => {
  test.each([
    [8, 5],
    [9, 5],
    [30, 15],
  ])('makes GHZ of %i qubits in %i layers', (n, layers) => {
    const circuit = brickwork(n, layers);
    const { generators, passes } = disentangledStart(circuit, ghz(n));
    expect(passes).toBe(1);
    expect(truncatedInfidelity(circuit, generators, ghz(n)).infidelity).toBeLessThan(1e-12);
  });

  test('has no pass where light does not reach the ends', () => {
    const { generators, passes } = disentangledStart(brickwork(12, 5), ghz(12));
    expect(passes).toBe(0);
    expect(generators.every((h) => h === 0)).toBe(true);
  });

  test('takes as many passes as there is room for', () => {
    expect(disentangledStart(brickwork(12, 9), ghz(12), { passes: 4 }).passes).toBe(2);
  });
});
