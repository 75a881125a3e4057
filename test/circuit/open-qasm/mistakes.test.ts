import { expect, test } from 'vitest';
import { readOpenQasm } from '../../../src/circuit/open-qasm/read-open-qasm.ts';

/** What is said of a program, line by line. */
function mistakesIn(...lines: readonly string[]): readonly string[] {
  try {
    readOpenQasm(lines.join('\n'), { name: 'p' });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

const HEAD = ['OPENQASM 3;', 'include "stdgates.inc";', 'qubit[2] q;'];

test('mistakes of syntax and of meaning are told together, in the order of their places', () => {
  expect(mistakesIn(...HEAD, 'foo q[0];', 'rx(0.5 q[0];', 'h q[7];', 'while (true) { h q[0]; }', 'cx q[0];')).toEqual([
    "p:4:1: a gate that is included or defined before required, got 'foo'",
    "p:5:8: ',' or ')' required, got 'q'",
    expect.stringMatching(/^p:6:\d+: .*'?7/),
    "p:7:1: a loop over constants required, got 'while'",
    expect.stringMatching(/^p:8:\d+: /),
  ]);
});

test('a semicolon that is missing at the end of a line does not hide the next line', () => {
  expect(mistakesIn(...HEAD, 'h q[0]', 'foo q[1];', 'h q[1];')).toEqual([
    "p:5:1: ';' required, got 'foo'",
    "p:5:1: a gate that is included or defined before required, got 'foo'",
  ]);
});

test('characters that begin no word are told all, and nothing that follows from them', () => {
  expect(mistakesIn(...HEAD, 'h q[0]; §', 'rx(§) q[0];', 'bar q[0];')).toEqual([
    "p:4:9: a word of OpenQASM required, got '§'",
    "p:5:4: a word of OpenQASM required, got '§'",
    expect.stringMatching(/^p:6:1: /),
  ]);
  expect(mistakesIn('§'.repeat(100))).toHaveLength(20);
});

test('what follows from a declaration with a mistake is not told', () => {
  expect(
    mistakesIn(...HEAD, 'qubit[2 r;', 'h r[0];', 'gate mine(a) x { rx(a) z; }', 'mine(1) q[0];', 'cx q[5], q[0];'),
  ).toEqual([
    expect.stringMatching(/^p:4:\d+: /),
    expect.stringMatching(/^p:6:\d+: /),
    expect.stringMatching(/^p:8:\d+: /),
  ]);
  expect(mistakesIn('OPENQASM 3;', 'include "other.inc";', 'qubit q;', 'mine q;')).toHaveLength(1);
  expect(mistakesIn('OPENQASM 3;', 'include stdgates;', 'qubit q;', 'h q;')).toHaveLength(1);
});
