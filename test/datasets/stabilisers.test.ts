import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  cliffordCircuit,
  cliffordCircuitOfText,
  graph,
  randomCircuit,
  randomStabiliser,
  stabiliserGraph,
  stabiliserGroupOfFile,
  stabiliserOfFile,
  targetOfSpec,
  targetSpec,
  toricCodeState,
} from '../../datasets/index.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { rankOfGroup } from '../../src/stabiliser/stabiliser-group.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { expectationOfWord } from '../../src/stabiliser/word-measurement.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const file = (text: string, path = 'code.stab', prime = 2) => stabiliserGroupOfFile(strToU8(text), path, prime).group;

describe('stabiliser states by name', () => {
  test('graph states of qubits are those of amplitudes', () => {
    for (const lattice of [chain(5), ring(4)]) {
      const dense = graph(lattice).amplitudes.interleaved;
      const { interleaved } = stabiliserVector(stabiliserGraph(lattice).group);
      expect(largestDifference(dense, interleaved)).toBeLessThan(1e-14);
    }
    expect(expectationOfWord(stabiliserGraph(chain(3), 3).group, 'Z X Z')).toEqual([1, 0]);
    expect(() => stabiliserGraph(chain(3), 4)).toThrow('a prime of at most 65521 required, got 4');
  });

  test('the toric code, random states and circuits have the generators that were asked for', () => {
    expect(rankOfGroup(toricCodeState({ size: 3, prime: 3, logical: 'mixed' }).group)).toBe(16);
    expect(rankOfGroup(randomStabiliser(6, 3, 1, 4).group)).toBe(4);
    expect(rankOfGroup(randomStabiliser(6).group)).toBe(6);
    expect(areSameGroup(randomStabiliser(6, 2, 1).group, randomStabiliser(6, 2, 2).group)).toBe(false);
    expect(areSameGroup(cliffordCircuit(6, 3, 1).group, cliffordCircuit(6, 3, 1).group)).toBe(true);
    expect(randomCircuit(3, 0).dimensions).toEqual(cliffordCircuit(3, 0).dimensions);
    const qasm = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0],q[1];';
    expect(areSameGroup(cliffordCircuitOfText(qasm, 'bell').group, stabiliserGroupOfWords(['XX', 'ZZ']))).toBe(true);
    expect(() => cliffordCircuitOfText('include "qelib1.inc"; qreg q[1]; t q[0];', 't')).toThrow(
      'multiples of π/2 required',
    );
  });

  test('a Clifford circuit is random or from a file, not both', () => {
    const context = { read: () => strToU8('include "qelib1.inc"; qreg q[1]; h q[0];') };
    const of = (options: object) => targetOfSpec(targetSpec.parse({ name: 'clifford-circuit', ...options }), context);
    expect(of({ path: 'h.qasm' })).toMatchObject({ kind: 'stabiliser', name: 'h.qasm', dimensions: [2] });
    expect(() => of({ path: 'h.qasm', qubits: 3 })).toThrow('either path or qubits required');
    expect(() => of({})).toThrow('either path or qubits required');
  });
});

describe('files of generators', () => {
  test('have a word a line, with comments', () => {
    const five = stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', '-ZXIXZ']);
    expect(areSameGroup(file('# five qubits\n+XZZX_\n+_XZZX\r\n\n+X_XZZ # third\n-ZX_XZ'), five)).toBe(true);
    expect(areSameGroup(file('X X\nw Z Z2\n', 'pair.txt', 3), stabiliserGroupOfWords(['X X', 'w Z Z2'], 3))).toBe(true);
  });

  test('or JSON with words or numbers, and sites', () => {
    const pair = stabiliserGroupOfWords(['X X', 'w Z Z2'], 3);
    expect(areSameGroup(file('{"prime": 3, "generators": ["X X", "w Z Z2"]}', 'a.json'), pair)).toBe(true);
    const json = '{"prime": 3, "generators": [[1, 1, 0, 0], [0, 0, 1, 2]], "phases": [0, 1], "sites": [2]}';
    expect(areSameGroup(file(json, 'b.JSON'), pair)).toBe(true);
    expect(stabiliserOfFile(strToU8(json), 'b.json').dimensions).toEqual([9]);
  });

  test('with mistakes are named', () => {
    expect(() => file('XX\nZI')).toThrow('code.stab: stabiliserGroup: generators that commute required');
    expect(() => file('XX\nQ')).toThrow('code.stab: wordDigits: letters I, X, Y, Z with powers required');
    expect(() => file('')).toThrow('code.stab: stabiliserGroupOfWords: at least one word required');
    expect(() => file('{"generators": 3}', 'c.json')).toThrow('c.json: ');
    expect(() => file('{"generator": ["XX"]}', 'c.json')).toThrow(/^c\.json: generators: .*; generator: no such key/);
    expect(() => file('{"generators": ["XX"], "phases": [1]}', 'c.json')).toThrow(
      'c.json: phases: only for generators as numbers',
    );
    const long = strToU8(`${'I'.repeat(512)}X`);
    expect(() => stabiliserOfFile(long, 'code.stab')).toThrow('code.stab: at most 512 qudits possible, got 513');
    expect(() => cliffordCircuitOfText('qreg q[513];', 'c.qasm')).toThrow('c.qasm: at most 512 qudits possible');
    expect(() => file('{', 'c.json')).toThrow('c.json');
    expect(() => file('{"generators": [[1, 0, 0]]}', 'c.json')).toThrow('c.json: ');
    expect(() => stabiliserOfFile(strToU8('{"generators": ["XX", "ZZ"], "sites": [1]}'), 'c.json')).toThrow(
      'c.json: sites: 2 qudits in all required, got 1',
    );
  });
});
