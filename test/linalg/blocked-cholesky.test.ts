import { expect, test } from 'vitest';
import { blockedCholesky } from '../../src/linalg/blocked-cholesky.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';
import { dot } from '../../src/linalg/real-vector.ts';

test.each([1, 95, 96, 97, 230])('solves positive systems of %d rows', (n) => {
  const stream = randomStream(1, 'rows');
  const M = { rows: n, cols: n + 5, data: Float64Array.from({ length: n * (n + 5) }, () => stream.normal()) };
  const A = multiplyReal(M, M, { transposeB: true });
  const expected = Float64Array.from({ length: n }, (_, i) => Math.sin(i + 1));
  const b = Float64Array.from({ length: n }, (_, i) => dot(A.data.subarray(i * n, (i + 1) * n), expected));
  blockedCholesky(A)!(b).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 8);
  });
});

test('finds what is not positive, in any block', () => {
  for (const at of [0, 150]) {
    const data = new Float64Array(200 * 200);
    for (let i = 0; i < 200; i++) data[i * 201] = i === at ? -1 : 2;
    expect(blockedCholesky({ rows: 200, cols: 200, data })).toBeUndefined();
  }
});
