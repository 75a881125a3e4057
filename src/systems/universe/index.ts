/** @file `bulkweave/systems/universe`: Regge calculus, causal sets, and the space-times of computations. */

export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../circuit/circuit.ts';
export type { Complex, ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../../linalg/random.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { LevenbergMarquardtOptions } from '../../optimise/levenberg-marquardt.ts';
export type { Evaluation, Objective } from '../../optimise/objective.ts';
export { type FlatLattice, type FlatLatticeOptions, flatLattice } from '../../simplicial/flat-lattice.ts';
export type { SimplicialGeometry } from '../../simplicial/geometry-jets.ts';
export {
  deficits,
  type ReggeEquations,
  type ReggeOptions,
  reggeAction,
  reggeEquations,
  totalVolume,
} from '../../simplicial/regge-action.ts';
export { crossPolytope, simplexBoundary, sixHundredCell } from '../../simplicial/regular-polytopes.ts';
export { dihedralAngle, squaredVolume } from '../../simplicial/simplex-angles.ts';
export { type Hinge, type SimplicialComplex, simplicialComplex } from '../../simplicial/simplicial-complex.ts';
export {
  type SolveDeficitsOptions,
  type SolveReggeOptions,
  solveDeficits,
  solveRegge,
} from '../../simplicial/solve-regge.ts';
export { splitSimplex } from '../../simplicial/split-simplex.ts';
export type { Result, Solution } from '../../solution.ts';
export type { Radians } from '../../units.ts';
export {
  type CausalRelations,
  type CausalSet,
  causalRelations,
  intervalBetween,
  linksOnly,
  longestChain,
  precedes,
  relatedPairs,
  subset,
} from './causal-set.ts';
export { type CircuitEvents, causalSetOf, circuitCausalSet, type EventKind } from './circuit-causal-set.ts';
export {
  type Computation,
  computationHistories,
  computationOf,
  decoherenceFunctional,
  type History,
  type Scattering,
  statesByScatterings,
} from './computation-histories.ts';
export { midpointDimension, myrheimMeyerDimension, relatedShare } from './dimension.ts';
export { type Directions, type NullFrame, nullFrame } from './null-frame.ts';
export { boostDeficit, logArea, type NullLattice, solveNullLattice } from './null-lattice.ts';
export { sprinkledDiamond } from './sprinkling.ts';
export { widestAntichain } from './widest-antichain.ts';
