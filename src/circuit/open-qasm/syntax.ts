/** @file The syntax tree of an OpenQASM program, as plain records. What OpenQASM 2 and 3 have in common has one form. */

import type { SourcePlace } from './token.ts';

/** An expression of numbers, names, operators and functions. Casts are calls of a function with the name of the type. */
export type Expression = SourcePlace &
  (
    | { readonly kind: 'number'; readonly value: number; readonly isInteger: boolean }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'duration' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'call'; readonly name: string; readonly values: readonly Expression[] }
  );

/** The range start : step : end, both ends included. */
export interface RangeExpression {
  readonly kind: 'range';
  readonly start: Expression | null;
  readonly step: Expression | null;
  readonly end: Expression | null;
}

/** What stands between square brackets, or in the list of a loop. */
export type Selection =
  | RangeExpression
  | { readonly kind: 'set'; readonly values: readonly Expression[] }
  | { readonly kind: 'single'; readonly value: Expression };

/** A register, a qubit or a slice: `q`, `q[0]`, `q[1:3][0]`. */
export interface Operand extends SourcePlace {
  readonly name: string;
  readonly selections: readonly Selection[];
}

/** `inv @`, `pow(k) @`, `ctrl(n) @`, `negctrl(n) @`. */
export interface Modifier extends SourcePlace {
  readonly kind: 'inv' | 'pow' | 'ctrl' | 'negctrl';
  readonly value: Expression | null;
}

/** A gate applied to operands. */
export interface GateCall extends SourcePlace {
  readonly kind: 'gate call';
  readonly modifiers: readonly Modifier[];
  readonly name: string;
  readonly values: readonly Expression[];
  readonly operands: readonly Operand[];
}

/** A gate defined by others. */
export interface GateDefinition extends SourcePlace {
  readonly kind: 'gate definition';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly qubits: readonly string[];
  readonly body: readonly Statement[];
}

/** The types of classical values whose values a circuit may depend on. */
export type ScalarType = 'int' | 'uint' | 'float' | 'angle' | 'bool';

/** A statement of a program. */
export type Statement =
  | GateCall
  | GateDefinition
  | (SourcePlace &
      (
        | { readonly kind: 'include'; readonly file: string }
        | { readonly kind: 'qubits'; readonly name: string; readonly size: Expression | null }
        | {
            readonly kind: 'bits';
            readonly name: string;
            readonly size: Expression | null;
            readonly measured: Operand | null;
          }
        | { readonly kind: 'input'; readonly name: string; readonly type: ScalarType }
        | { readonly kind: 'value'; readonly name: string; readonly type: ScalarType; readonly value: Expression }
        | { readonly kind: 'alias'; readonly name: string; readonly parts: readonly Operand[] }
        | { readonly kind: 'measurement'; readonly of: Operand }
        | { readonly kind: 'barrier'; readonly operands: readonly Operand[] }
        | { readonly kind: 'delay'; readonly operands: readonly Operand[] }
        | { readonly kind: 'block'; readonly body: readonly Statement[] }
        | {
            readonly kind: 'loop';
            readonly name: string;
            readonly values: Selection;
            readonly body: readonly Statement[];
          }
        | {
            readonly kind: 'condition';
            readonly condition: Expression;
            readonly body: readonly Statement[];
            readonly otherwise: readonly Statement[];
          }
      ));

/** A program: the version of the language and the statements. */
export interface Program {
  readonly version: 2 | 3;
  readonly statements: readonly Statement[];
}
