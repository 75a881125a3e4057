import { expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { orderInUse } from '../../src/circuit/circuit-contraction.ts';
import { circuitNetwork, networkLegs } from '../../src/circuit/circuit-network.ts';
import { closedNetwork, closedPlanAlong } from '../../src/circuit/closed-plan.ts';
import { improvingPlan } from '../../src/circuit/improving-plan.ts';
import { contractionPath } from '../../src/contraction/contraction-path.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { measuredTimeModel } from '../../src/engine/measured-times.ts';
import { STANDARD_TIMES, type TimeModel } from '../../src/engine/time-model.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';

const stream = randomStream(4, 'improving plan');
const pause = new Int32Array(new SharedArrayBuffer(4));

test('a poor order is replaced while the calculation goes on, and the values stay', () => {
  const network = circuitNetwork(brickwall(14, { depth: 10 }))!;
  const { legs, dimensions } = closedNetwork(network);
  const path = contractionPath(legs, dimensions, [], { restarts: 0, steps: 0 });
  const poor = closedPlanAlong(network, path, STANDARD_TIMES);
  const tensors = networkLegs(network).map(({ length }) => randomVector(2 ** length, stream).interleaved);
  const inputs = [...tensors, randomVector(2 ** 14, stream).interleaved, Float64Array.of(1, 0)];
  const first = currentEngine().runProducts(poor.program, inputs);
  const improving = improvingPlan(network, poor, STANDARD_TIMES, path);
  const seen = [poor];
  for (let done = false; !done; ) {
    done = improving.progress().ended;
    const plan = improving.current();
    if (plan !== seen.at(-1)) seen.push(plan);
    Atomics.wait(pause, 0, 0, 5);
  }
  expect(improving.progress().improvements).toBe(seen.length - 1);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)!.nanoseconds).toBeLessThan(0.8 * poor.nanoseconds);
  expect(seen.at(-1)!.order).toContain('improved in the background');
  const last = currentEngine().runProducts(seen.at(-1)!.program, inputs);
  first.forEach((array, k) => {
    const scale = Math.hypot(...array);
    for (let at = 0; at < array.length; at++) expect(Math.abs(array[at]! - last[k]![at]!)).toBeLessThan(1e-13 * scale);
  });
});

test('by default the order is fixed: the same words and the same bits whatever happens beside', () => {
  const theta = Float64Array.from({ length: brickwall(13, { depth: 6 }).parameters }, stream.normal);
  const amplitudes = randomVector(2 ** 13, stream);
  const target = { kind: 'pure', name: 'random', dimensions: new Array<number>(13).fill(2), amplitudes } as const;
  const [one, other] = [brickwall(13, { depth: 6 }), brickwall(13, { depth: 6 })];
  const expected = infidelity(one, target)(theta);
  const order = orderInUse(one);
  const improving = infidelity(other, target, { order: 'improving' });
  const near = improving(theta);
  expect(infidelity(other, target)(theta)).toEqual(expected);
  expect(orderInUse(other)).toEqual(order);
  expect(order).toMatchObject({ improvements: 0, ended: true });
  expect(near.value).toBeCloseTo(expected.value, 13);
  const scale = Math.max(...expected.gradient.map(Math.abs));
  near.gradient.forEach((x, k) => {
    expect(Math.abs(x - expected.gradient[k]!)).toBeLessThan(1e-12 * scale);
  });
  expect(orderInUse(other, 'improving').order).toMatch(/closed network|two halves/);
});

test('what is not contracted runs gate by gate, and says so', () => {
  expect(orderInUse(brickwall(6, { depth: 2 })).order).toBe('gate by gate');
  expect(orderInUse(brickwall(6, { depth: 2 }), 'improving')).toMatchObject({ order: 'gate by gate', ended: true });
});

test('the times of an engine are measured once, and are positive', () => {
  const model = measuredTimeModel();
  expect(measuredTimeModel()).toBe(model);
  for (const name of Object.keys(STANDARD_TIMES) as (keyof TimeModel)[]) {
    expect(model[name]).toBeGreaterThan(0);
    expect(model[name]).toBeLessThanOrEqual(100 * STANDARD_TIMES[name]);
  }
});
