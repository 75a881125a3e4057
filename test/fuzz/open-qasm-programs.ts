/** @file OpenQASM programs for the reader's trials: good ones of both versions, and what is made of them by changes of their words. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';

const SHORT = (
  JSON.parse(readFileSync('test/oracle/open-qasm.json', 'utf8')) as { programs: { text: string }[] }
).programs.map(({ text }) => text);
/** Of everything something. */
const RICH = [
  `OPENQASM 3.1;
include "stdgates.inc";
input float a; input angle b;
const int n = 4; uint[8] k = n % 3 + 2 ** 3 / 4; bool flag = !(k == 1) && n >= 2;
gate g(x, y) p, r { for int i in [0:2] { cp(x / 2 ** i) p, r; } h p; gphase(y); rx(-x) r; }
qubit[4] q; bit[4] c;
let ends = q[{0, -1}]; let rest = q[1:2] ++ ends;
h q; g(2 * a - pi / 3, b) q[0], q[n - 1];
for int i in [n - 1:-1:1] { ctrl @ inv @ rz(a / i) q[i], q[i - 1]; }
for uint i in {0, 2} pow(3) @ g(0.3, 0.1) rest[i], rest[i + 1];
pow(0.5) @ ccx q[0], q[1], q[2]; negctrl(2) @ pow(1 / 3.0) @ h q[3], q[1], q[0];
if (flag) { box { x ends; } } else y q;
barrier q; delay[10ns] q[0]; nop q;
c = measure q;
`,
  `include "stdgates.inc";
const float step = tau / 2 ** 4; const angle[32] half = step / 2;
gate twist(x) p, r, s { ctrl @ negctrl @ ry(x) p, r, s; inv @ pow(2) @ t r; for int i in {1, 2, 4} { crz(x * i) s, p; } }
gate both(x, y) p, r { u3(x, y, -x) p; u2(y, x) r; cu(x, y, x + y, -y) r, p; CX p, r; }
qubit a; qubit[3] q; let all = a ++ q[2:-1:0];
for uint[8] j in [1:2:5] { U(j * step, half, sin(j) - cos(j)) all[j % 4]; }
twist(arctan(0.7)) q[0], a, q[-1];
both(float(7 / 2), mod(7, 4) * 1.0) all[1], all[0];
pow(-0.5) @ both(0.3, 0.4) a, q[0];
if ((7 & 3) == 3 || false) { x all[0:1]; } else if ((1 << 2) > 3 && !(2 != 2)) { sx q; } else { y a; }
ctrl(2) @ inv @ gphase(pow(2, 3) / 5) q[0], a;
cx q, a; cswap a, q[0], q[1]; inv @ ctrl @ pow(3) @ both(0.1, euler) a, q[1], q[2];
`,
];

/** Words that belong somewhere in a program, and some that do not. */
const WORDS =
  'q a b c p r n i k g x h rx cx ccx u3 U gphase ctrl @ negctrl inv pow ( ) [ ] { } ; , : + - * / ** ^ % = == -> ++ 0 1 2 3 0.5 1e3 1e308 9007199254740993 -1 pi tau euler sin sqrt log mod float int const input let for in if else qubit qreg gate include measure barrier reset while def "stdgates.inc" "qelib1.inc" OPENQASM 2.0 3.0 true false 10ns // /* $0'.split(
    ' ',
  );

const kindOf = (word: string): string =>
  /^\d/.test(word) ? 'number' : /^\w/.test(word) ? 'name' : /^\s/.test(word) ? 'space' : word;

/** The program with some of its words replaced, by others of their kind or by any, removed, doubled or followed by others. */
function changedWords(programs: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const changes = fc.array(
    fc.record({
      place: fc.nat(),
      how: fc.constantFrom(
        'like' as const,
        'like' as const,
        'replaced' as const,
        'removed' as const,
        'doubled' as const,
        'followed' as const,
      ),
      word: fc.constantFrom(...WORDS),
      from: fc.nat(),
    }),
    { minLength: 1, maxLength: 3 },
  );
  return fc.tuple(programs, changes).map(([text, list]) => {
    const words = text.match(/\w+(?:\.\w+)?|\s+|./gsu) ?? [];
    for (const { place, how, word, from } of list) {
      const at = place % words.length;
      const alike = words.filter((other) => kindOf(other) === kindOf(words[at]!));
      const next = {
        like: [alike[from % alike.length]!],
        replaced: [word],
        removed: [],
        doubled: [words[at]!, words[at]!],
        followed: [words[at]!, ` ${word} `],
      }[how];
      words.splice(at, 1, ...next);
    }
    return words.join('');
  });
}

/** Good programs. */
export const openQasmPrograms: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...SHORT) },
  { weight: 1, arbitrary: fc.constantFrom(...RICH) },
);
/** Programs with changed words. */
export const changedPrograms: fc.Arbitrary<string> = changedWords(openQasmPrograms);
