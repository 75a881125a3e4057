/** @file `bulkweave/systems/cayley`: exact discrete complexity, on the Cayley graphs of groups of gates. */

export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../circuit/circuit.ts';
export type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
export type { ComplexMatrix } from '../../linalg/complex.ts';
export type { Lattice } from '../../operator/lattice.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../../operator/pauli-sum.ts';
export type { Result, Solution } from '../../solution.ts';
export type { Radians } from '../../units.ts';
export {
  type CayleyDistances,
  cayleyDistances,
  distanceOf,
  shortestWord,
  shortestWordCount,
  UNREACHED,
} from './breadth-first.ts';
export { type CayleyGenerator, type CayleyGraph, cayleyGraph } from './cayley-graph.ts';
export { cliffordCircuitCode, cnotCircuit, linearCode } from './circuit-code.ts';
export { cliffordCode, cliffordGroup, turnsOn } from './clifford.ts';
export { cycleWords, permutationsByInversions, permutationsByTranspositions, reversalWords } from './closed-forms.ts';
export { type DiscreteEpidemic, discreteEpidemic, epidemicComplexity, epidemicSize } from './epidemic.ts';
export {
  type Cnot,
  cnotCircuitCode,
  cnotsOn,
  linearGroup,
  matrixCode,
  matrixRows,
  operatorRank,
} from './general-linear.ts';
export { type GroupTable, groupTable } from './group-table.ts';
export { type PathSum, type PathSumOptions, pathSum } from './path-sum.ts';
export { permutationCode, permutationGroup, permutationImages } from './permutations.ts';
export { type PrecursorGrowth, precursorGrowth } from './precursor.ts';
export { randomWalk, type WalkGrowth, type WalkOptions, type WalkStart, walkGrowth } from './random-walk.ts';
export {
  exchangeCoupling,
  type HeatArrow,
  type HeatArrowOptions,
  type HeatExchange,
  heatArrow,
  heatExchange,
  thermalPair,
} from './thermal-exchange.ts';
export { shortestWordCounts, wordCounts } from './word-counts.ts';
