import { expect, test } from 'vitest';
import { barsAndStripesRows, rowsOfFile } from '../../datasets/index.ts';
import { matrixProductState } from '../../models/index.ts';
import { bornMachine } from '../../src/likelihood/born-machine.ts';
import { dividedRows } from '../../src/likelihood/discrete-rows.ts';
import { likelihoodTraining, validatedTraining } from '../../src/likelihood/fit.ts';
import { quadOrder, reorderedDivision } from '../../src/likelihood/site-order.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { solution } from '../../src/optimise/minimise.ts';

const divided = dividedRows(barsAndStripesRows(3, 3), { every: 7 });
const model = bornMachine(matrixProductState(divided.training.dimensions, { bond: 8 }));
const start = model.start(randomStream(1, 'start'));

test('the look returned is the one at which held-out data were likeliest; memorising ends by patience', () => {
  const looks = [...likelihoodTraining(model, divided, start, { every: 5, patience: 4, steps: 300 })];
  const { value, result } = solution(likelihoodTraining(model, divided, start, { every: 5, patience: 4, steps: 300 }));
  expect(value.heldOut).toBe(Math.min(...looks.map(({ heldOut }) => heldOut)));
  expect(result).toBe('converged');
  expect(looks.at(-1)!.step - value.step).toBe(20);
  expect(looks.at(-1)!.training).toBeLessThan(value.training);
});

test('rows held out decide nothing in a validated training: others in their place, the same model', () => {
  const options = { every: 5, patience: 4, steps: 300 };
  const [one, other] = [divided, { ...divided, heldOut: divided.training }].map((rows) =>
    solution(validatedTraining(model, rows, start, options)),
  );
  expect(one!.value.theta).toEqual(other!.value.theta);
  expect(other!.value.heldOut).toBeCloseTo(other!.value.training, 12);
  expect(one!.value.heldOut).toBeGreaterThan(one!.value.training);
  const within = dividedRows(divided.training);
  const { value } = solution(likelihoodTraining(model, within, start, options));
  expect(one!.steps).toBe(value.step);
});

test('options below 1, and a start that no row is possible at, are refused', () => {
  expect(() => likelihoodTraining(model, divided, start, { every: 0 }).next()).toThrow('options of 1 or more required');
  const nowhere = new Float64Array(start.length);
  expect(() => solution(likelihoodTraining(model, divided, nowhere))).toThrow('a start of finite likelihood required');
});

test('quadrants come one after the other', () => {
  expect(quadOrder(4)).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
  expect(() => quadOrder(3)).toThrow('a power of two required, got 3');
  const { training } = reorderedDivision(divided, [8, 7, 6, 5, 4, 3, 2, 1, 0]);
  expect([...training.digits.subarray(0, 9)]).toEqual([...divided.training.digits.subarray(0, 9)].reverse());
});

test('rows of a file are told by its name', () => {
  const text = new TextEncoder().encode('0,1\n1,1\n');
  expect(rowsOfFile(text, 'a.csv')).toMatchObject({ rows: { count: 2 }, picture: undefined });
  const idx = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 200, 10);
  expect(rowsOfFile(idx, 'images-idx3-ubyte')).toMatchObject({
    rows: { digits: Uint8Array.of(1, 0) },
    picture: { rows: 1, columns: 2 },
  });
  expect(() => rowsOfFile(text, 'a.npy')).toThrow('a .csv file of integers or an IDX file of pictures required');
  expect(() => rowsOfFile(text, 'digits')).toThrow('an IDX file required');
});
