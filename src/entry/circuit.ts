/**
 * @file `bulkweave/circuit`: the circuit, a list of Pauli rotations: running it, its derivatives, simplification, synthesis,
 * and OpenQASM.
 */

export {
  type BlockCircuit,
  type BlockGate,
  blockCircuit,
  blockLayers,
  checkBlockCircuit,
  circuitOfBlocks,
  layerHamiltonians,
  rotationCircuit,
} from '../circuit/block-circuit.ts';
export {
  type Angle,
  angleAt,
  type BlochPoint,
  bound,
  type Circuit,
  checkCircuit,
  parametrised,
  type Reference,
  type Rotation,
} from '../circuit/circuit.ts';
export { type ContractionOrder, type OrderInUse, orderInUse } from '../circuit/circuit-contraction.ts';
export type { WordCost } from '../circuit/clifford-angles.ts';
export { globalPhase, globalPhaseGate } from '../circuit/global-phase.ts';
export { commutingLayers } from '../circuit/layers.ts';
export { measureWord, type Outcome } from '../circuit/measure-word.ts';
export { controlledNotGate, GATE_PHASES, hadamardGate, pauliGate } from '../circuit/named-gates.ts';
export type { ProgramParameter } from '../circuit/open-qasm/elaborate.ts';
export { type OpenQasmProgram, type OpenQasmReading, readOpenQasm } from '../circuit/open-qasm/read-open-qasm.ts';
export {
  type OpenQasmInputs,
  type OpenQasmWriting,
  openQasm,
  openQasmWithInputs,
} from '../circuit/open-qasm/write-open-qasm.ts';
export { blochPoints, type ProductState, productState, type QubitState } from '../circuit/product-state.ts';
export {
  blockInfidelity,
  blockObjective,
  pullbackBlockCircuit,
  runBlockCircuit,
} from '../circuit/run-block-circuit.ts';
export { circuitTangents, productVector, pullbackCircuit, runCircuit } from '../circuit/run-circuit.ts';
export { simplified } from '../circuit/simplify.ts';
export { unitaryCircuit, unitaryRotations } from '../circuit/unitary-circuit.ts';
export type { Complex, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { NetworkPoint } from '../network-point.ts';
export type { Noted } from '../noted.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export type { Radians } from '../units.ts';
