import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { parametrised } from '../../../src/circuit/circuit.ts';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { penaltyWeight } from '../../../src/complexity/penalty-metric.ts';
import type { GenerativeNetwork } from '../../../src/generative/generative-network.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { geodesicSection } from '../../../src/report/geodesic-section.ts';
import { checkFit } from '../../../train/run/fit.ts';
import { experimentWith, staged } from './staged.ts';

const neighbours = (n: number, maxSize = 2) => ({ maxSize, maxRange: 1, lattice: ring(n), penalty: Infinity });

const allPlus = (n: number): TargetState => ({
  kind: 'pure',
  name: 'plus',
  dimensions: new Array(n).fill(2),
  amplitudes: productVector(new Array(n).fill({ polar: Math.PI / 2, azimuth: 0 })),
});

const training = (network: GenerativeNetwork) =>
  ({ network, theta: [], infidelity: 0, complexity: { name: '', value: 0 } }) as never;

describe('the geodesic stage on a ring', () => {
  test('searches for |++++⟩ among invariant states and among all paths, and finds π/2 in both', () => {
    const circuit = parametrised(4, ['XIII', 'IXII']);
    const options = { slices: 2, starts: 1, ring: { reflection: true } };
    const { value, notes } = staged(allPlus(4), circuit, options, neighbours(4, 1));
    expect(value!.length).toBeCloseTo(Math.PI / 2, 8);
    expect(value!.ring!.length).toBeCloseTo(Math.PI / 2, 8);
    expect(value!.ring).toMatchObject({ cell: 1, reflection: true, dimension: 6, shortest: true, polished: true });
    expect([value!.sector, notes]).toEqual([null, []]);
    expect(value!.learned).not.toBeNull();
  });

  test('searches for seven qubits in the sector only: √7·π/4 to |+…+⟩ by single qubits, and the page says so', () => {
    const plus = allPlus(7);
    const network = parametrised(7, ['XIIIIII']);
    const metric = neighbours(7, 1);
    const { value } = staged(plus, network, { slices: 2, starts: 1, ring: {} }, metric);
    expect(value!.ring!.length).toBeCloseTo((Math.sqrt(7) * Math.PI) / 4, 9);
    expect(value!.ring!.controls[0]).toEqual({ name: 'ΣXIIIIII', words: 7 });
    const energies = value!.velocity.map((h) =>
      h.reduce((sum, x, p) => sum + penaltyWeight(metric, value!.words[p]!) * x * x, 0),
    );
    expect(energies.reduce((sum, x) => sum + x, 0) / energies.length / 2).toBeCloseTo(value!.energy, 10);
    const page = geodesicSection(value!, training(network));
    expect(page).toContain('whose 20 invariant states, instead of 2');
    expect(page).toContain('translations by 1 site; 3 sums of words');
  });
});

test('a ring that target or metric do not have is refused with its key', () => {
  const refused = (target: TargetState, metric: object, geodesic: object = { ring: {} }) => {
    const network = matrixProductState(target.dimensions, { bond: 2 });
    return () =>
      checkFit(experimentWith(geodesic), { target, network, metric: metric as ReturnType<typeof neighbours> });
  };
  expect(refused(haarRandom(4, 1), neighbours(4))).toThrow('geodesic.ring: a state unchanged by translations required');
  expect(refused(ghz(4), { maxSize: 2, maxRange: 1, penalty: Infinity })).toThrow(
    'geodesic.ring: a metric unchanged by translations required',
  );
  expect(refused(ghz(4), neighbours(4), { ring: { cell: 3 } })).toThrow(
    'geodesic.ring.cell: a cell of a number of sites that divides 4 required, got 3',
  );
  expect(refused(ghz(4), neighbours(4), { ring: {}, sector: [4] })).toThrow('no geodesic.sector beside it');
  expect(refused(ghz(4), neighbours(4))).not.toThrow();
});
