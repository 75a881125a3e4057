import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { checkedGroup } from '../../src/stabiliser/given-generators.ts';
import {
  codeOfGroup,
  codeOfState,
  physicalQudits,
  recoveredInputs,
  stabilisersOfCode,
} from '../../src/stabiliser/stabiliser-code.ts';
import { entropiesOfStabilisers, stabiliserEntropy } from '../../src/stabiliser/stabiliser-entropy.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { entanglementWedge } from '../../src/systems/holography/entanglement-wedge.ts';
import { codeOfNetwork, holographicCode } from '../../src/systems/tiling/holographic-code.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const fiveQubit = stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ']);
const anyCode = fc
  .record({ prime: fc.constantFrom(2, 3, 5), qudits: fc.integer({ min: 1, max: 6 }), seed: fc.nat(1000) })
  .chain((code) => fc.record({ ...constants(code), rank: fc.integer({ min: 0, max: code.qudits }) }));
const constants = (code: { prime: number; qudits: number; seed: number }) => ({
  prime: fc.constant(code.prime),
  qudits: fc.constant(code.qudits),
  seed: fc.constant(code.seed),
});

describe('the code of a group', () => {
  test('has n − r inputs, logical operators that commute with the group, and the group itself as its stabilisers', () => {
    fc.assert(
      fc.property(anyCode, ({ prime, qudits, seed, rank }) => {
        const group = randomStabiliserCode(seed, prime, qudits, rank);
        const code = codeOfGroup(group);
        expect(code.inputs.length).toBe(qudits - rank);
        expect(physicalQudits(code)).toBe(qudits);
        expect(checkedGroup(code.encoding).phases.length).toBe(2 * qudits - rank);
        expect(areSameGroup(stabilisersOfCode(code), group)).toBe(true);
        const references = stabiliserEntropy(code.encoding, code.inputs.flat());
        expect(references).toBeCloseTo((qudits - rank) * Math.log(prime), 12);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('is refused where references are not maximally mixed, or the state is not pure', () => {
    const product = stabiliserGroupOfWords(['ZI', 'IZ']);
    expect(() => codeOfState(product, [[0], [1]], 1)).toThrow('maximally mixed required, got rank 0');
    expect(() => codeOfState(fiveQubit, [[0], [1], [2], [3], [4]], 5)).toThrow('a pure state');
    expect(() => codeOfState(product, [[1], [0]], 2)).toThrow('in their order');
  });
});

describe('the recovered inputs', () => {
  test('of the five-qubit code: its input from any three sites, and from no two', () => {
    const code = codeOfGroup(fiveQubit);
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4]), (region) => {
        expect(recoveredInputs(code, region)).toEqual(region.length >= 3 ? [0] : []);
      }),
      { seed: 2, numRuns: 40 },
    );
    expect(() => recoveredInputs(code, [5])).toThrow('different sites below 5 required');
    expect(recoveredInputs(codeOfGroup(stabiliserGroupOfWords(['XX', 'ZZ'])), [0])).toEqual([]);
  });

  test('are those with I(R_t : A) = 2 S(R_t)', () => {
    const tiles = codeOfNetwork(holographicCode({ layers: 1 }).network);
    const blocks = codeOfNetwork(holographicCode({ p: 4, q: 5, layers: 1, seed: 'four-two-two' }).network);
    for (const code of [tiles, blocks, codeOfGroup(randomStabiliserCode(3, 3, 8, 5))]) {
      const entropies = entropiesOfStabilisers(code.encoding, {
        sites: [...code.sites, ...code.inputs],
        boundary: code.sites.length,
      });
      fc.assert(
        fc.property(fc.shuffledSubarray([...code.sites.keys()]), (region) => {
          expect(recoveredInputs(code, region)).toEqual(entanglementWedge(entropies, region));
        }),
        { seed: 4, numRuns: 25 },
      );
    }
  });
});
