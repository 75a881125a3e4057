/** @file Teleportation of one half of an entangled pair: where the link of the other half ends. */

import { type ComplexMatrix, zeroMatrix } from '../../../src/linalg/complex.ts';
import { addScaledMatrix } from '../../../src/linalg/matrix.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { mutualInformation } from '../../../src/state/mutual-information.ts';
import { reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { distanceMap, pairGeometry, qubitDimensions } from '../shortest-path.ts';
import { applied, branches, entangle, scramble } from '../teleportation-protocol.ts';

const [REFERENCE, TOD, BOB] = [0, 1, 3] as const;
const NAMES = ['R', 'T', 'A', 'B'] as const;

/**
 * Qubits: reference, Tod, Alice, Bob; Tod's qubit is entangled with the reference, so that it represents every input at
 * once.
 */
export function referenceSection(): { readonly section: StudySection; readonly checks: readonly Check[] } {
  const shared = applied(entangle(4, REFERENCE), zeroState(4));
  const prepared = applied(entangle(4, TOD + 1), shared);
  const scrambled = applied(scramble(4, TOD), prepared);
  const outcomes = branches(scrambled, TOD);
  const dimensions = qubitDimensions(4);
  const known = outcomes.map(({ measured }) => mutualInformation(measured, dimensions, [REFERENCE], [BOB]));
  const unknown = outcomes.reduce<ComplexMatrix>(
    (sum, { probability, measured }) =>
      addScaledMatrix(sum, [probability, 0], reducedDensityMatrix(measured, dimensions, [REFERENCE, BOB])),
    zeroMatrix(4, 4),
  );
  const averaged = mutualInformation(unknown, [2, 2], [0], [1]);
  const maps = [
    ['pairs shared', prepared],
    ['scrambled', scrambled],
    ['outcome known', outcomes[3]!.measured],
  ] as const;
  const largest = 2 * Math.LN2;
  return {
    section: {
      heading: 'Where the link ends',
      text:
        "Tod's qubit is one half of a pair, the reference R holds the other: what happens to this pair happens " +
        'to every input state. R and T are at distance 0 at first, R and B at the end. For a known outcome the ' +
        `link is there before Bob corrects: I(R:B) = ${known[0]!.toFixed(6)} nats = 2 log 2. If nobody knows the ` +
        `outcome it is ${averaged.toFixed(6)}: without the two classical bits there is no link, so no signal is ` +
        'faster than light.',
      exhibits: maps.map(([stage, psi]) =>
        distanceMap(pairGeometry(psi).distances, NAMES, `Distances, ${stage}. A blank is an infinite distance.`),
      ),
    },
    checks: [
      ...known.map((value, k) => equals(`I(R:B) after outcome ${k + 1}, nats`, 'closed form', value, largest, 1e-10)),
      equals('I(R:B) if the outcome is not known, nats', 'closed form', averaged, 0, 1e-10),
    ],
  };
}
