import { expect, test } from 'vitest';
import { bornMachine } from '../../src/likelihood/born-machine.ts';
import { discreteRows } from '../../src/likelihood/discrete-rows.ts';
import { networkOfEdges } from '../../src/likelihood/edge-network.ts';
import { chowLiuTree, mutualInformation } from '../../src/likelihood/mutual-information.ts';
import {
  allRows,
  distributionDistances,
  empiricalDistribution,
  likelihoodScore,
  sampleScore,
} from '../../src/likelihood/scores.ts';
import { orderCost, reorderedRows, siteOrder } from '../../src/likelihood/site-order.ts';
import { randomStream } from '../../src/linalg/random.ts';

/** A Markov chain of n bits in which neighbours agree with probability 0.9, its variables shuffled. */
function shuffledChain(n: number, count: number, order: readonly number[]): ReturnType<typeof discreteRows> {
  const stream = randomStream(7, 'chain');
  const digits = new Uint8Array(n * count);
  for (let row = 0; row < count; row++) {
    let bit = stream.integer(2);
    for (const variable of order) {
      digits[row * n + variable] = bit;
      if (stream.uniform() > 0.9) bit = 1 - bit;
    }
  }
  return discreteRows(new Array<number>(n).fill(2), digits);
}

const ORDER = [3, 0, 6, 1, 7, 4, 2, 5];
const data = shuffledChain(8, 4000, ORDER);

test('mutual information of two copies is their entropy, of independent variables 0', () => {
  const rows = discreteRows([2, 2, 3], Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1));
  const { data: information } = mutualInformation(rows);
  expect(information[1]).toBeCloseTo(Math.LN2, 12);
  expect(information[4]).toBeCloseTo(Math.LN2, 12);
  expect(information[2]).toBeCloseTo(0, 12);
});

test('neighbours of a Markov chain share ln 2 − h(0.1) nats, within the error of 4000 rows', () => {
  const h = -0.1 * Math.log(0.1) - 0.9 * Math.log(0.9);
  const { data: information } = mutualInformation(data);
  expect(information[8 * ORDER[0]! + ORDER[1]!]).toBeCloseTo(Math.LN2 - h, 1);
});

test('the tree of a Markov chain is the chain, and so is the order of its sites', () => {
  const information = mutualInformation(data);
  const found = chowLiuTree(information).map(({ ends }) => [...ends].sort().join());
  const planted = ORDER.slice(1).map((k, place) => [k, ORDER[place]!].sort().join());
  expect(new Set(found)).toEqual(new Set(planted));
  const order = siteOrder(information);
  expect([order, order.toReversed()]).toContainEqual(ORDER);
  expect(orderCost(information, order)).toBeLessThan(orderCost(information, [0, 1, 2, 3, 4, 5, 6, 7]));
  const moved = reorderedRows(data, order);
  expect(moved.digits[1]).toBe(data.digits[order[1]!]);
  expect(() => reorderedRows(data, [0, 0, 1, 2, 3, 4, 5, 6])).toThrow('each of 8 variables once required');
});

test('the network of a tree has a bond for each edge, none larger than its smaller side', () => {
  const network = networkOfEdges(
    [2, 2, 2, 3],
    [
      [0, 1],
      [1, 2],
      [1, 3],
    ],
    5,
  );
  expect(network.dimensions).toMatchObject({ 'b0-1': 2, 'b1-2': 2, 'b1-3': 3 });
  expect(() =>
    networkOfEdges(
      [2, 2, 2],
      [
        [0, 1],
        [1, 0],
      ],
      2,
    ),
  ).toThrow('2 edges that join 3 variables required, got 2 that join 2');
  const star = Array.from({ length: 12 }, (_, k) => [0, k + 1] as const);
  expect(() => networkOfEdges(new Array<number>(13).fill(4), star, 4)).toThrow('entries required, got 67108864');
});

test('scores of a fair coin, and distances of two distributions by hand', () => {
  const model = bornMachine(networkOfEdges([2, 2], [[0, 1]], 1));
  const theta = Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0);
  const score = likelihoodScore(model, theta, allRows([2, 2]));
  expect(score).toMatchObject({ bitsPerSite: expect.closeTo(1, 12), perplexity: expect.closeTo(2, 12) });
  expect([score.nats, score.standardError]).toEqual([expect.closeTo(Math.log(4), 12), expect.closeTo(0, 12)]);
  const distances = distributionDistances(Float64Array.of(0.5, 0.5), Float64Array.of(1, 0));
  expect(distances.kullbackLeibler).toBe(Infinity);
  expect(distances.totalVariation).toBe(0.5);
  // ½·[½ ln(½/¾) + ½ ln(½/¼)] + ½ ln(1/¾)
  expect(distances.jensenShannon).toBeCloseTo(0.75 * Math.log(4 / 3), 12);
  expect(() => distributionDistances(new Float64Array(2), new Float64Array(3))).toThrow('2 entries required, got 3');
  const rows = discreteRows([2, 2], Uint8Array.of(0, 1, 1, 0));
  expect([...empiricalDistribution(rows)]).toEqual([0, 0.5, 0.5, 0]);
  expect(sampleScore(Uint8Array.of(0, 1, 0, 0), rows)).toEqual({ valid: 0.5, coverage: 0.5 });
  expect(() => allRows(new Array<number>(30).fill(2))).toThrow('at most 1048576 rows required');
});
