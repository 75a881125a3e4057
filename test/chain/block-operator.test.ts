import { expect, test } from 'vitest';
import {
  betweenNeighbours,
  grownLeftBlock,
  grownRightBlock,
  leftBlock,
  pairOfBlocks,
  rightBlock,
  siteOfBlocks,
} from '../../src/chain/block-operator.ts';
import {
  type EffectiveOperator,
  gradedOperator,
  grownLeft,
  grownRight,
  leftEdge,
  mergedPair,
  pairOperator,
  rightEdge,
  siteOperator,
} from '../../src/chain/effective-operator.ts';
import { randomGradedChain, sectorOf } from '../../src/chain/graded-chain.ts';
import {
  type ChargedOperator,
  matrixProductOperator,
  unchargedOperator,
} from '../../src/chain/matrix-product-operator.ts';
import { neighbourParts } from '../../src/chain/neighbour-parts.ts';
import { operatorWithSymmetry } from '../../src/chain/qubit-symmetry.ts';
import { contractGraded } from '../../src/grading/graded-contraction.ts';
import { orthonormalGraded, splitGraded } from '../../src/grading/graded-split.ts';
import type { GradedTensor } from '../../src/grading/graded-tensor.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import type { PauliSum } from '../../src/operator/pauli-sum.ts';
import { heisenbergSpins } from '../../src/operator/spin-models.ts';
import { largestDifference } from '../engine/random-program.ts';

/** Terms of one and two sites with complex matrix elements. */
const oblique: PauliSum = {
  qubits: 6,
  terms: [
    ...['XYIIII', 'IYXIII', 'IIXYII', 'IIIYXI', 'IIIIXY'].map((word) => ({ word, coefficient: 0.7 })),
    ...['IZZIII', 'IIZZII', 'IIIZZI'].map((word) => ({ word, coefficient: -0.4 })),
    ...['YIIIII', 'IIXIII', 'IIIIYI', 'IIIIIZ'].map((word) => ({ word, coefficient: 0.3 })),
  ],
};

/** A chain of n sites with bonds of several states, isometries before site `centre` and co-isometries behind it. */
function chainAround(charged: ChargedOperator, sector: number, centre: number, complex: boolean): GradedTensor[] {
  const stream = randomStream(5, 'test');
  const tensors: GradedTensor[] = [...randomGradedChain(charged, sector, stream, 'test')];
  const n = tensors.length;
  // Two passes of random pairs widen the bonds.
  const widen = (k: number, rightwards: boolean): void => {
    const { shape } = mergedPair(tensors[k]!, tensors[k + 1]!);
    const interleaved = Float64Array.from({ length: 2 * shape.size }, (_, at) =>
      at % 2 === 0 || complex ? stream.normal() : 0,
    );
    const { left, right } = splitGraded({ shape, interleaved }, 2, rightwards, { tolerance: 0, bond: 5 });
    tensors.splice(k, 2, left, right);
  };
  for (let k = 0; k + 1 < n; k++) widen(k, true);
  for (let k = n - 2; k >= 0; k--) widen(k, false);
  for (let k = 0; k < centre; k++) {
    const { left, right } = orthonormalGraded(tensors[k]!, 2, true);
    tensors.splice(k, 2, left, contractGraded(['ab', 'bsc'], [right, tensors[k + 1]!], 'asc'));
  }
  return tensors;
}

const applied = ({ tensor, repeat }: EffectiveOperator): Float64Array =>
  repeat(({ apply }) => apply(tensor.interleaved), true);

const ising = transverseFieldIsing(chain(6));
test.each([
  ['Ising', unchargedOperator(matrixProductOperator(ising)), 0],
  ['XXZ in a field', unchargedOperator(matrixProductOperator(xxz(chain(6), { anisotropy: 0.3, field: 0.7 }))), 0],
  ['complex terms', unchargedOperator(matrixProductOperator(oblique)), 0],
  ['spins 1', unchargedOperator(matrixProductOperator(heisenbergSpins(chain(6), { spin: 1, uniaxial: 0.4 }))), 0],
  ['XXZ with three spins down', operatorWithSymmetry(xxz(chain(6), { field: 0.2 }), 'excitations').operator, 3],
  ['Ising with its parity', operatorWithSymmetry(ising, 'parity-x').operator, 1],
])('blocks of %s act as the whole operator on pairs and on sites', (name, charged, sector) => {
  const parts = neighbourParts(charged);
  const operator = gradedOperator(charged);
  for (const k of [0, 2, 4]) {
    const tensors = chainAround(charged, sector, k, name === 'complex terms');
    const n = tensors.length;
    const { modulus } = tensors[0]!.shape;
    const left = [leftEdge(modulus)];
    for (let j = 0; j < k; j++) {
      left.push(grownLeft(left[j]!, tensors[j]!, operator[j]!));
      const grown = grownLeftBlock(leftBlock(left[j]!, parts[j]!), tensors[j]!, parts[j]!);
      expect(grown.shape.key).toBe(left[j + 1]!.shape.key);
      expect(largestDifference(grown.interleaved, left[j + 1]!.interleaved)).toBeLessThan(1e-13);
    }
    const right = new Array<GradedTensor>(n + 1).fill(rightEdge(sectorOf(tensors), modulus));
    for (let j = n - 1; j > k; j--) {
      right[j] = grownRight(right[j + 1]!, tensors[j]!, operator[j]!);
      const grown = grownRightBlock(rightBlock(right[j + 1]!, parts[j]!), tensors[j]!, parts[j]!);
      expect(grown.shape.key).toBe(right[j]!.shape.key);
      expect(largestDifference(grown.interleaved, right[j]!.interleaved)).toBeLessThan(1e-13);
    }
    const [first, second] = [parts[k]!, parts[k + 1]!];
    const onLeft = leftBlock(left[k]!, first);
    const pair = mergedPair(tensors[k]!, tensors[k + 1]!);
    const whole = pairOperator(pair, [left[k]!, operator[k]!, operator[k + 1]!, right[k + 2]!]);
    const blocks = pairOfBlocks(pair, onLeft, rightBlock(right[k + 2]!, second), betweenNeighbours(first, second));
    expect(largestDifference(applied(blocks), applied(whole))).toBeLessThan(1e-13);
    const one = siteOperator(tensors[k]!, [left[k]!, operator[k]!, right[k + 1]!]);
    const both = siteOfBlocks(tensors[k]!, onLeft, rightBlock(right[k + 1]!, first), first);
    expect(largestDifference(applied(both), applied(one))).toBeLessThan(1e-13);
  }
});

test('a site that a term goes through has no parts, nor one whose bonds have no value for identities', () => {
  const sum = {
    qubits: 5,
    terms: ['ZZIII', 'IZZII', 'IIZIZ'].map((word) => ({ word, coefficient: 1 })),
  };
  const parts = neighbourParts(unchargedOperator(matrixProductOperator(sum)));
  expect(parts.map((part) => part !== null)).toEqual([true, true, true, false, true]);
  // The product of X on three sites, by tensors of bond 1: no term ends or begins in between.
  const X = { shape: [1, 2, 2, 1], interleaved: Float64Array.of(0, 0, 1, 0, 1, 0, 0, 0) };
  expect(neighbourParts(unchargedOperator([X, X, X]))).toEqual([null, null, null]);
  // The identity: one value of the bond would be both.
  const one = { shape: [1, 2, 2, 1], interleaved: Float64Array.of(1, 0, 0, 0, 0, 0, 1, 0) };
  expect(neighbourParts(unchargedOperator([one, one]))).toEqual([null, null]);
});
