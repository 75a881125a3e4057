import { expect, test } from 'vitest';
import { controlFlow } from '../../../src/geodesic/sector/control-flow.ts';
import { sectorShot } from '../../../src/geodesic/sector/sector-shooting.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { scaledVector } from '../../../src/linalg/vector.ts';

test('the costate of a nearby geodesic is corrected in a few Newton steps, whatever the phase with which it ends', () => {
  const sector = youngSector([4], { sizeWeights: [1, 1] });
  const { dimension } = sector;
  const state = new Float64Array(2 * dimension);
  state[0] = 1;
  const costate = Float64Array.from({ length: 2 * dimension }, (_, k) => (k < 2 ? 0 : 0.4 * Math.sin(3 * k + 1)));
  const end = controlFlow(sector, { state, costate }, 128).points.at(-1)!.state;
  const near = costate.map((value, k) => (k < 2 ? 0 : value + 0.01 * Math.cos(5 * k)));
  for (const phase of [0, 0.7, 2.1]) {
    const turned = scaledVector([Math.cos(phase), Math.sin(phase)], { length: dimension, interleaved: end });
    const shot = sectorShot(sector, turned, near, { tolerance: 1e-11, maxSteps: 6 });
    expect(shot.residual).toBeLessThan(1e-11);
  }
});
