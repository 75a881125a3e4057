/** @file Ising couplings of a network, learned from the entropies of a state. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { renyiEntropies } from '../../../src/generative/renyi-entropies.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { significant } from '../../../src/number-format.ts';
import { featureGeometry, fittedFeatures } from '../../../src/systems/random-network/index.ts';
import { cellsOf, dyadic, rewired, strip, tableOf } from '../../studies/entanglement-features/networks.ts';
import { seed, state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(),
  cell: z.int().min(1).max(16).default(1).describe('neighbouring sites in each cell; the cells are 4, 8 or 16'),
  network: z
    .enum(['rings', 'strip', 'random'])
    .default('rings')
    .describe('rings of 2^m, 2^(m−1), … tensors joined by rungs; rings of equal length; a random graph'),
  starts: z.int().min(1).max(1000).default(6).describe('random starts of the fit'),
  seed: seed(),
});

const result = z.strictObject({
  state: z.string(),
  cells: z.int(),
  regions: z.int().describe('regions whose entropies are fitted: all, or of 16 cells all intervals'),
  relative: number().describe('root mean square deviation over the mean entropy'),
  greatest: number().describe('deviation, nats'),
  couplings: z.array(
    z.strictObject({
      name: z.string(),
      coupling: number().describe('J = ½ ln D'),
      uncertainty: number().nullable().describe('for errors of 1 nat; null if the entropies do not determine it'),
    }),
  ),
  rank: z.int().describe('independent combinations of couplings that the entropies determine'),
  fisher: numbers().describe('eigenvalues of the Fisher information of J, descending'),
  hyperbolicity: number().nullable().describe('2δ/diameter of the distances between sites; 0 for a tree'),
  curvature: number().nullable().describe('Ollivier–Ricci curvature of the bonds, averaged with their lengths'),
});

const CELLS = [4, 8, 16];

export const request = registered({
  formula: 'e^{−S₂(A)} = Z_A/Z_∅, Z_A = Σ_s exp(Σ_b J_b s s′ + Σ_i h_i τ_i s_i); least squares over all regions A',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'haar-random', qubits: 4, seed: 1 }, starts: 1 },
  commands: ['entanglement-features "haar-random(8)"', 'entanglement-features psi.npy --cell 2 --network strip'],
  answer: ({ state: chosen, cell, network, starts, seed: own }, context) => {
    const target = stateOf(chosen, context);
    const entropies = renyiEntropies(target);
    const cells = entropies.boundary / cell;
    if (!CELLS.includes(cells)) {
      throw new DomainError(`state: ${CELLS.join(', ')} cells required, got ${entropies.boundary} sites by ${cell}`);
    }
    const groups = cellsOf(entropies.boundary, cell);
    const grouped = { entropy: (region: readonly number[]) => entropies.entropy(region.flatMap((c) => groups[c]!)) };
    const table = tableOf(grouped, cells);
    const stream = randomStream(own, 'entanglement features');
    const model = { rings: () => dyadic(cells), strip: () => strip(cells), random: () => rewired(cells, stream) }[
      network
    ]();
    const { value } = fittedFeatures(model, table, { starts, stream });
    const { hyperbolicity, curvature } = featureGeometry(value.graph);
    const { fisher } = value;
    return atOnce({
      state: target.name,
      cells,
      regions: table.length,
      relative: value.relative,
      greatest: value.greatest,
      couplings: model.parameters.map((name, p) => ({
        name,
        coupling: value.couplings[p]!,
        uncertainty: Number.isFinite(fisher.uncertainties[p]!) ? fisher.uncertainties[p]! : null,
      })),
      rank: fisher.rank,
      fisher: [...fisher.values],
      hyperbolicity,
      curvature,
    });
  },
  text: ({ state: name, regions, relative, couplings, rank }) => [
    `${name}: second Rényi entropies of ${regions} regions to ${significant(100 * relative, 3)} % in the mean square`,
    ...couplings.map(
      ({ name: coupling, coupling: J, uncertainty }) =>
        `  ${coupling.padEnd(10)} J = ${significant(J, 5).padEnd(10)} ${uncertainty === null ? 'not determined' : `± ${significant(uncertainty, 2)} for errors of 1 nat`}`,
    ),
    `  ${rank} of ${couplings.length} combinations determined`,
  ],
});
