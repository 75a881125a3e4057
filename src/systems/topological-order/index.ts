/** @file `bulkweave/systems/topological-order`: the toric code for qudits, and topological entanglement entropy. */

export type { Angle } from '../../circuit/circuit.ts';
export type { Leg } from '../../contraction/contraction-graph.ts';
export type { ComplexVector } from '../../linalg/complex.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
export type { NetworkPoint } from '../../network-point.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { Result, Solution } from '../../solution.ts';
export type { DigitMatrix } from '../../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../../stabiliser/stabiliser-group.ts';
export type { EntropyOptions } from '../../state/entropy.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats, Radians } from '../../units.ts';
export { cylinderTopologicalEntropy, type DeformedCylinder, deformedCylinder } from './deformed-cylinder.ts';
export { deformedToricNetwork } from './deformed-network.ts';
export { CRITICAL_TENSION, deformedToricState, entropiesOfDeformedToricCode } from './deformed-toric-code.ts';
export { disjointEdges, edgesOfPlaquettes, type Plaquette, rectangle, withoutPlaquettes } from './plaquette-regions.ts';
export { isingCorrelation, isingCylinderLogNorm } from './square-ising.ts';
export { kitaevPreskill, levinWen } from './topological-entropy.ts';
export { edgeBelow, edgeToTheRight, type ToricCodeOptions, toricCode } from './toric-code.ts';
