/** @file Complex matrix products and decompositions. */

import { type ComplexMatrix, hermitianEigen, multiply, qr, singularValueDecomposition } from 'bulkweave';
import { given, input, measure, norm } from './measure.ts';

const { size, task } = given<{ readonly size: number; readonly task: string }>();
const matrix = (name: string): ComplexMatrix => ({ rows: size, cols: size, interleaved: input(name) });
const a = matrix('a');
const b = matrix('b');
const diagonal = (m: ComplexMatrix): readonly (readonly [number, number])[] =>
  Array.from({ length: size }, (_, k) => {
    const at = 2 * k * (size + 1);
    return [m.interleaved[at]!, m.interleaved[at + 1]!];
  });
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, x) => total + x, 0);

switch (task) {
  case 'product':
    measure(
      () => multiply(a, b),
      (c) => ({ norm: norm(c.interleaved), trace: sum(diagonal(c).map(([re]) => re)) }),
    );
    break;
  case 'svd':
    measure(
      () => singularValueDecomposition(a),
      ({ values }) => ({ sum: sum(values) }),
    );
    break;
  case 'qr':
    measure(
      () => qr(a),
      ({ r }) => ({ sum: sum(diagonal(r).map(([re, im]) => Math.hypot(re, im))) }),
    );
    break;
  case 'eigh': {
    const hermitian = { ...a, interleaved: a.interleaved.slice() };
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const [to, from] = [2 * (i * size + j), 2 * (j * size + i)];
        hermitian.interleaved[to] = a.interleaved[to]! + a.interleaved[from]!;
        hermitian.interleaved[to + 1] = a.interleaved[to + 1]! - a.interleaved[from + 1]!;
      }
    }
    measure(
      () => hermitianEigen(hermitian),
      ({ values }) => ({ square: sum([...values].map((x) => x * x)), last: Math.max(...values) }),
    );
    break;
  }
}
