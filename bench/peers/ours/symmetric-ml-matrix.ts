/** @file The same by ml-matrix, which always computes eigenvectors, too. */

import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { given, input, measure } from './measure.ts';

const { size } = given<{ readonly size: number }>();
const a = Matrix.from1DArray(size, size, input('a'));

measure(
  () => new EigenvalueDecomposition(a, { assumeSymmetric: true }).realEigenvalues,
  (values) => ({ squares: values.reduce((sum, x) => sum + x * x, 0), last: Math.max(...values) }),
);
