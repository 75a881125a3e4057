/** @file A circuit of the editor as OpenQASM 3. */

import type { Source } from './play-state.ts';

type EditedCircuit = Extract<Source, { kind: 'circuit' }>;

/** The circuit as the text of a .qasm file. */
export function qasmOf({ qubits, gates }: EditedCircuit): string {
  const lines = gates.map(({ gate, on, angle }) => {
    const name = angle === undefined ? gate : `${gate}(${angle})`;
    return `${name} ${on.map((at) => `q[${at}]`).join(', ')};`;
  });
  const defined = gates.some(({ gate }) => gate === 'rzz') ? ['gate rzz(a) x, y { cx x, y; rz(a) y; cx x, y; }'] : [];
  return ['OPENQASM 3.0;', 'include "stdgates.inc";', ...defined, `qubit[${qubits}] q;`, ...lines, ''].join('\n');
}
