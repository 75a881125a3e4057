/** @file The Schmidt coefficients of a pure state between a region and the rest. */

import { z } from 'zod';
import { chainOf, isOpenChain, schmidtValues } from '../../../src/chain/matrix-product-state.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { significant } from '../../../src/number-format.ts';
import { distributionEntropy } from '../../../src/state/entropy.ts';
import { schmidtDecomposition } from '../../../src/state/schmidt.ts';
import { region, state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';
import { amplitudesOf, stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(
    'a pure state: a name with its options, or a file; a matrix-product state of any length where the region is an end of it',
  ),
  region: region().min(1).optional().describe('sites of A; default the first half'),
  threshold: z.number().nonnegative().default(1e-12).describe('smaller coefficients do not count in the rank'),
});

const result = z.strictObject({
  region: z.array(z.int()),
  coefficients: numbers().describe('descending, zeros included; of a matrix-product state as many as its bond has'),
  rank: z.int(),
  entropy: number().describe('nats'),
});

type Result = z.output<typeof result>;

/** Of a matrix-product state, whatever its length, if the region is an end of it; else null. */
function chainValues(target: TargetState, sites: readonly number[]): Float64Array | null {
  if (target.kind !== 'network' || !isOpenChain(target.network)) return null;
  const n = target.dimensions.length;
  const inside = new Set(sites);
  const isFirst = (k: number): boolean => inside.has(k) === inside.has(0);
  const cut = Array.from({ length: n }, (_, k) => isFirst(k)).indexOf(false);
  const isEnd = inside.size === sites.length && sites.every((k) => Number.isInteger(k) && k >= 0 && k < n);
  if (!isEnd || cut < 1 || Array.from({ length: n - cut }, (_, k) => isFirst(cut + k)).includes(true)) return null;
  return schmidtValues(chainOf(target.network, target.theta))[cut - 1]!;
}

export const request = registered({
  formula: '|ψ⟩ = Σ_k s_k |a_k⟩|b_k⟩, s_k ≥ 0',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 4 } },
  commands: ['schmidt psi.npy', 'schmidt "haar-random(8)" --region "[0,1]"'],
  answer: (asked, context) => {
    const target = stateOf(asked.state, context);
    const half = Math.max(1, Math.floor(target.dimensions.length / 2));
    const sites = asked.region ?? Array.from({ length: half }, (_, site) => site);
    const values =
      chainValues(target, sites) ??
      schmidtDecomposition(amplitudesOf(target, 'state'), target.dimensions, sites).values;
    const value: Result = {
      region: [...sites],
      coefficients: [...values],
      rank: values.filter((s) => s > asked.threshold).length,
      entropy: distributionEntropy(values.map((s) => s * s)),
    };
    return atOnce(value);
  },
  text: ({ region: sites, coefficients, rank, entropy }) => [
    `Schmidt rank ${rank} between ${sites.length === 1 ? 'site' : 'sites'} ${sites.join(' ')} and the rest, entropy ${significant(entropy, 6)}`,
    `  ${coefficients
      .slice(0, 8)
      .map((s) => significant(s, 6))
      .join('  ')}${coefficients.length > 8 ? '  …' : ''}`,
  ],
});
