/** @file A two-qubit gate by its place in the Weyl chamber: what it is worth, up to one-qubit gates. */

import { z } from 'zod';
import { unitaryOfSpec, unitarySpec } from '../../../datasets/unitaries.ts';
import { cnotCount, weylCoordinates } from '../../../src/complexity/kak.ts';
import { DomainError } from '../../../src/errors.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { writtenUnitary } from '../unitary-source.ts';

const options = z.strictObject({ unitary: unitarySpec.describe('a unitary on two qubits') });

const result = z.strictObject({
  name: z.string(),
  coordinates: z
    .tuple([number(), number(), number()])
    .describe('x, y, z of exp(−i(x XX + y YY + z ZZ)), π/4 ≥ x ≥ y ≥ |z|'),
  cnots: z.int().describe('least number of CNOTs'),
  distance: number().describe('√(x² + y² + z²), from the local unitaries'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: 'V = e^{iφ}(A ⊗ B) exp(−i(x XX + y YY + z ZZ))(C ⊗ D)',
  options,
  result,
  places: ['unitary'],
  texts: { unitary: writtenUnitary },
  example: { unitary: { name: 'controlled-not', qubits: 2 } },
  commands: ['two-qubit-gate gate.npy', 'two-qubit-gate "fourier(2)"'],
  answer: ({ unitary }, context) => {
    const { name, qubits, matrix } = unitaryOfSpec(unitary, context);
    if (qubits !== 2) throw new DomainError(`unitary: two qubits required, got ${qubits}`);
    const [x, y, z] = weylCoordinates(matrix);
    return atOnce<Result>({ name, coordinates: [x, y, z], cnots: cnotCount(matrix), distance: Math.hypot(x, y, z) });
  },
  text: ({ name, coordinates, cnots, distance }) => [
    `${name}: ${counted(cnots, 'CNOT')} at least`,
    `  Weyl coordinates  ${coordinates.map((c) => `${significant(c / Math.PI, 6)} π`).join('  ')}`,
    `  from local gates  ${significant(distance, 6)}`,
  ],
});
