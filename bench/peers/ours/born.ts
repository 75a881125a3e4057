/** @file Negative log-likelihood of rows under the Born machine of a real chain, and its gradient. */

import { bornMachine, negativeLogLikelihood } from 'bulkweave/likelihood';
import { networkOfChain } from 'bulkweave/network';
import { given, input, measure, norm } from './measure.ts';

const { sites, bond, count } = given<{ readonly sites: number; readonly bond: number; readonly count: number }>();
const tensors = input('tensors'); // (site, left, digit, right), of which the ends use row 0 and column 0
const chain = Array.from({ length: sites }, (_, k) => {
  const [left, right] = [k > 0 ? bond : 1, k + 1 < sites ? bond : 1];
  const interleaved = new Float64Array(2 * left * 2 * right);
  let at = 0;
  for (let l = 0; l < left; l++) {
    for (let s = 0; s < 2; s++) {
      for (let r = 0; r < right; r++, at += 2) interleaved[at] = tensors[((k * bond + l) * 2 + s) * bond + r]!;
    }
  }
  return { shape: [left, 2, right], interleaved };
});
const { network, theta } = networkOfChain(chain);
const rows = { dimensions: new Array<number>(sites).fill(2), count, digits: Uint8Array.from(input('rows')) };
const objective = negativeLogLikelihood(bornMachine(network, { real: true }), rows);

measure(
  () => objective(theta),
  ({ value, gradient }) => ({ loss: value, gradient: norm(gradient) }),
);
