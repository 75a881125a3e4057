/** @file Spectra of real symmetric matrices, and the entropies of all intervals of a chain of free fermions. */

import { intervalEntropies, symmetricEigen, symmetricEigenvalues } from 'bulkweave/linalg';
import { given, input, measure } from './measure.ts';

const { size, task } = given<{ readonly size: number; readonly task: string }>();
const a = input('a');
const squares = (values: Float64Array): number => values.reduce((sum, x) => sum + x * x, 0);

switch (task) {
  case 'values':
    measure(
      () => symmetricEigenvalues(a, size),
      (values) => ({ squares: squares(values), last: values[size - 1]! }),
    );
    break;
  case 'vectors':
    measure(
      () => symmetricEigen({ rows: size, cols: size, data: a }),
      ({ values }) => ({ squares: squares(values), last: values[size - 1]! }),
    );
    break;
  case 'intervals':
    measure(
      () => intervalEntropies(a, size),
      (entropies) => ({ sum: entropies.reduce((sum, x) => sum + x, 0), half: entropies[size / 2 - 1]! }),
    );
    break;
}
