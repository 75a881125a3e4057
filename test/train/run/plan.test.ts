import { describe, expect, test } from 'vitest';
import { brickwall } from '../../../models/brickwall.ts';
import { type Experiment, isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { followingPart, partOf, planOf, STAGES } from '../../../train/run/plan.ts';
import type { Part } from '../../../train/run/time-left.ts';

const minimal = { name: 'plan', target: { name: 'ghz', qubits: 4 }, model: { name: 'brickwall', depth: 2 } };

function experimentOf(changes: object): Experiment {
  const parsed = parseExperiment({ ...minimal, ...changes });
  if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  return parsed.experiment;
}

function plan(changes: object = {}, points = 1): readonly Part[] {
  return planOf(experimentOf(changes), points, brickwall(4, { depth: 2 }));
}

const costOf = (stage: (typeof STAGES)[number], changes: object = {}): number => plan(changes)[partOf(0, stage)]!.cost;

describe('the plan of a run', () => {
  test('has every stage of every state, then a curve’s geodesics followed back from the last state but one', () => {
    const parts = plan({}, 3);
    expect(parts).toHaveLength(3 * STAGES.length + 2);
    expect(parts[partOf(2, 'bulk')]!.kind).toBe('bulk');
    expect([1, 0].map((point) => followingPart(point, 3))).toEqual([21, 22]);
    expect(parts.slice(21).map(({ kind }) => kind)).toEqual(['following', 'following']);
  });

  test('gives no time to a stage that is left out', () => {
    for (const stage of ['geodesic', 'fisher', 'bulk', 'gravity'] as const) {
      expect(costOf(stage), stage).toBeGreaterThan(0);
      expect(costOf(stage, { [stage]: false }), stage).toBe(0);
    }
    expect(costOf('gravity', { bulk: false })).toBe(0);
    expect(costOf('shape', { bulk: false })).toBe(0);
    expect(costOf('geodesic', { geodesic: { largest: 3 } })).toBe(0);
    const far = { metric: { maxRange: 'infinite' } };
    expect(costOf('geodesic', { ...far, geodesic: { largest: 3 } })).toBeGreaterThan(0); // in sectors
    expect(costOf('geodesic', { ...far, geodesic: { largest: 3, sectors: false } })).toBe(0);
  });

  test('lets a geodesic cost what its controls do: an affine function of their number', () => {
    const [chain, pairs, all] = [
      { maxSize: 2, maxRange: 1, penalty: 'infinite' },
      { maxSize: 2, maxRange: 3, penalty: 'infinite' },
      { maxSize: 2, penalty: 4 },
    ].map((metric) => costOf('geodesic', { metric }));
    // 12 one-qubit words and 9 on each of 3 or 6 pairs; 4⁴ − 1 words in all.
    expect((pairs! - chain!) / (all! - chain!)).toBeCloseTo((66 - 39) / (255 - 39), 9);
  });
});
