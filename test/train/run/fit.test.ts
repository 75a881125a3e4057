import { describe, expect, test } from 'vitest';
import { isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { run } from '../../../train/run/run.ts';

const read = (path: string): Uint8Array => {
  throw new Error(`no file ${path}`);
};
const ghz = { name: 'ghz', qubits: 4 };

/** Whether a run comes to its training, or why not. */
async function begun(json: object): Promise<string> {
  const parsed = parseExperiment({ name: 'fit', target: ghz, ...json });
  if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  const steps = run(parsed.experiment, { read });
  try {
    let step = await steps.next();
    while (!step.done && step.value.stage === 'target') step = await steps.next();
    await steps.return([]);
    return 'begun';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('before its first step a run refuses', () => {
  test.each([
    [
      'a rectangle of another size than the target',
      { model: { name: 'projected-entangled-pair-state', rows: 2, columns: 3 } },
      "model.rows, model.columns, model.dimension: the sites of the target 'ghz(4)' required, 4 of dimension 2, got 6 of dimension 2",
    ],
    [
      'a penalty on gates that the metric forbids',
      { model: { name: 'all-to-all' }, training: { complexity: { weights: [0.01] } } },
      /^training\.complexity\.weights: .* got XIXI of model 'all-to-all', which the metric forbids; raise metric\.maxSize or metric\.maxRange/,
    ],
    [
      'words of another number of qubits',
      { model: { name: 'all-to-all' }, metric: { words: { XX: 2, YY: 2 }, letters: { XXXXX: 1 } } },
      "metric.words.XX: a word of 4 letters required, got 'XX'\nmetric.words.YY: a word of 4 letters required, got 'YY'\nmetric.letters.XXXXX: at most 4 letters required, got 'XXXXX'",
    ],
    [
      'free rotations beside words that weigh differently on the same qubits',
      { model: { name: 'all-to-all' }, metric: { sizeWeights: [0, 1], words: { ZZII: 4 } } },
      /^metric: penalty metric: weights that depend on the qubits of a word only required .* got 4 for ZZII and 1 for XXII$/,
    ],
    [
      'a term of tensor networks for a circuit, even without a weight',
      { model: { name: 'brickwall', depth: 2 }, training: { complexity: { term: 'bond-entropy' } } },
      "training.complexity.term: a term of a circuit (length, layered-length, energy, gate-count) required for model 'brickwall', got 'bond-entropy'",
    ],
    [
      'a term of circuits for a tensor network',
      { model: { name: 'matrix-product-state' }, training: { complexity: { term: 'length' } } },
      /^training\.complexity\.term: a term of .* \(bond-entropy, bond-dimension\) required .* got 'length'$/,
    ],
    [
      'a circuit for a chain whose amplitudes cannot be written out',
      {
        target: { name: 'chain-ground-state', qubits: 40, hamiltonian: { name: 'transverse-field-ising' }, bond: 4 },
        model: { name: 'brickwall', depth: 2 },
      },
      /^model: a tensor network, such as 'matrix-product-state', required for a target as long as .*, got the circuit 'brickwall'$/,
    ],
    [
      'pruning of a network with cycles, whose bonds have no Schmidt values',
      { model: { name: 'matrix-product-state', boundary: 'periodic' }, training: { prune: {} } },
      /^training\.prune: .* without cycles required/,
    ],
    [
      'a geodesic on a metric with more words than can be listed',
      {
        target: { ...ghz, qubits: 8 },
        model: { name: 'brickwall', depth: 1 },
        metric: { maxSize: 'infinite', maxRange: 'infinite' },
      },
      /^metric\.maxSize, metric\.maxRange, metric\.penalty: controlWords: at most 8192/,
    ],
  ])('%s', async (_, json, message) => {
    expect(await begun(json)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  test('everything that does not fit at once', async () => {
    const training = { complexity: { term: 'length' }, prune: {} };
    const model = { name: 'projected-entangled-pair-state', rows: 2, columns: 3 };
    expect((await begun({ model, training })).split('\n')).toHaveLength(3);
  });

  test('nothing that fits: a chain is pruned, a circuit may leave the metric where its length is not asked for', async () => {
    expect(await begun({ model: { name: 'matrix-product-state' }, training: { prune: {} } })).toBe('begun');
    expect(await begun({ model: { name: 'all-to-all' }, geodesic: false })).toBe('begun');
  });
});
