import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { symmetricDicke, symmetricGhz } from '../../../datasets/symmetric.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { parametrised } from '../../../src/circuit/circuit.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { geodesicSection } from '../../../src/report/geodesic-section.ts';
import { checkFit } from '../../../train/run/fit.ts';
import { sectorProblem } from '../../../train/run/sector-stage.ts';
import { experimentWith, staged } from './staged.ts';

const METRIC = { maxSize: 2, penalty: Number.POSITIVE_INFINITY };

describe('the geodesic stage', () => {
  test('searches for GHZ₃ by amplitudes in its sector and among all paths, and says so', () => {
    const circuit = parametrised(3, ['XYI', 'IXY']);
    const { value, notes } = staged(ghz(3), circuit, { slices: 6, starts: 1 }, METRIC);
    const { sector, polished, learned } = value!;
    expect(sector!.length).toBeCloseTo(1.211878, 5);
    expect(polished!.length).toBeCloseTo(1.211878, 5);
    expect(sector).toMatchObject({ blocks: [3], qubits: [[0, 1, 2]], dimension: 4, shortest: true });
    expect(sector!.index!.index).toBe(0);
    expect(learned).not.toBeNull();
    expect(notes).toEqual([]);
  });

  test('searches for nine qubits in the sector only, records the sums of words, and the page shows them', () => {
    const target = symmetricDicke(9, 1);
    const network = matrixProductState(target.dimensions, { bond: 2 });
    const options = { slices: 4, starts: 1, maxSteps: 60, real: true, sector: [1, 8] };
    const { value } = staged(target, network, options, METRIC);
    expect(value!.words).toEqual([]);
    expect(value!.sector!.velocity).toHaveLength(value!.slices);
    const { name, words } = value!.sector!.controls.find((control) => control.name === 'Y₁ΣZ₂')!;
    expect([name, words]).toEqual(['Y₁ΣZ₂', 8]);
    const energy = value!.sector!.velocity.map((h) =>
      h.reduce((sum, x, a) => sum + value!.sector!.controls[a]!.words * x * x, 0),
    );
    expect(energy.reduce((sum, x) => sum + x, 0) / energy.length / 2).toBeCloseTo(value!.energy, 10);
    const training = { network, theta: [], infidelity: 0, complexity: { name: '', value: 0 } } as never;
    const page = geodesicSection(value!, training);
    expect(page).toContain('in the sector 1 + 8 (18 symmetric states instead of 2');
    expect(page).toContain('Y₁ΣZ₂');
  });

  test('says why there is no search in sectors', () => {
    const network = matrixProductState(symmetricGhz(12).dimensions, { bond: 2 });
    const chain = { ...METRIC, maxRange: 1 };
    expect(staged(symmetricGhz(12), network, {}, chain)).toEqual({
      value: null,
      notes: [
        'No geodesic: it is computed only for symmetric states of at most 10 qubits.',
        expect.stringContaining('range 1 only'),
      ],
    });
    expect(sectorProblem(haarRandom(3, 1), METRIC, parametrised(3, [])).reason).toContain('no known symmetry');
    const turned = { ...parametrised(3, []), reference: Array.from({ length: 3 }, () => ({ polar: 1, azimuth: 0 })) };
    expect(sectorProblem(ghz(3), METRIC, turned).reason).toContain('another state than |0…0⟩');
  });
});

test('a sector that cannot be searched is refused with its key, before it is built', () => {
  const refused = (geodesic: object, target: TargetState = symmetricGhz(30), metric = METRIC) => {
    const network = matrixProductState(target.dimensions, { bond: 2 });
    return () => checkFit(experimentWith(geodesic), { target, network, metric });
  };
  expect(refused({ sector: [1, 28] })).toThrow('geodesic.sector: parts of the blocks 30 required, got 1 + 28');
  expect(refused({ sector: [10, 10, 5, 5] })).toThrow(
    'geodesic.sector: at most 4096 symmetric states and 1000 qubits in a block required, got 4356',
  );
  expect(refused({ sector: [1, 29] }, symmetricGhz(30), { ...METRIC, maxRange: 1 } as typeof METRIC)).toThrow(
    'range 1 only',
  );
  expect(refused({ sector: [1, 29], sectors: false })).toThrow('no sector beside geodesic.sectors false');
  expect(refused({ sector: [1, 2] }, haarRandom(3, 1))).toThrow("'haar-random(3, 1)' has no known symmetry");
  expect(refused({ sector: [1, 29] })).not.toThrow();
});
