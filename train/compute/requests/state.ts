/** @file A state itself: its amplitudes, or its density matrix. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { asPure, densityOf } from '../../../src/generative/state-rules.ts';
import { brief, significant } from '../../../src/number-format.ts';
import { purity } from '../../../src/state/entropy.ts';
import { state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { complexArray, number } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({ state: state() });

const result = z.strictObject({
  name: z.string(),
  dimensions: z.array(z.int()).describe('of the sites, site 0 most significant'),
  purity: number().describe('Tr ρ²'),
  entries: complexArray().describe('amplitudes, shape (D,), or density matrix, shape (D, D)'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: '|ψ⟩ = Σ ψ_k |k⟩, site 0 the most significant digit of k',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 2 } },
  commands: ['state "ghz(4)" --json', 'state circuit.qasm'],
  answer: (asked, context) => {
    const target = stateOf(asked.state, context);
    const dimensions = [...target.dimensions];
    const pure = asPure(target)?.amplitudes;
    if (pure !== undefined) {
      const entries = { shape: [pure.length], interleaved: pure.interleaved };
      return atOnce<Result>({ name: target.name, dimensions, purity: 1, entries });
    }
    const density = densityOf(target);
    if (density === null)
      throw new DomainError(
        `state: a state with amplitudes or a density matrix (at most 24 qubits) required, got '${target.name}'`,
      );
    const entries = { shape: [density.rows, density.cols], interleaved: density.interleaved };
    return atOnce<Result>({ name: target.name, dimensions, purity: purity(density), entries });
  },
  text: ({ name, dimensions, purity: pureness, entries: { shape, interleaved } }) => {
    const largest = Array.from({ length: shape[0]! }, (_, k) => k)
      .map((k) => ({ k, at: shape.length === 1 ? 2 * k : 2 * k * (shape[0]! + 1) }))
      .map(({ k, at }) => ({ k, re: interleaved[at]!, im: interleaved[at + 1]! }))
      .filter(({ re, im }) => Math.hypot(re, im) > 1e-12)
      .sort((a, b) => Math.hypot(b.re, b.im) - Math.hypot(a.re, a.im) || a.k - b.k)
      .slice(0, 16);
    return [
      `${name}: ${shape.length === 1 ? 'amplitudes' : 'density matrix'} of shape (${shape.join(', ')}), purity ${significant(pureness, 6)}`,
      ...largest.map(
        ({ k, re, im }) =>
          `  ${digitsOf(k, dimensions)}  ${brief(re)}${im === 0 ? '' : ` ${im < 0 ? '−' : '+'} ${brief(Math.abs(im))} i`}`,
      ),
    ];
  },
});

/** The digits of a basis state, site 0 first. */
function digitsOf(index: number, dimensions: readonly number[]): string {
  const digits: number[] = [];
  let rest = index;
  for (const dimension of dimensions.toReversed()) {
    digits.unshift(rest % dimension);
    rest = Math.floor(rest / dimension);
  }
  return `|${digits.join(dimensions.some((dimension) => dimension > 10) ? ' ' : '')}⟩`;
}
