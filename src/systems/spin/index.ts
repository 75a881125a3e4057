/** @file `bulkweave/systems/spin`: spin networks, recoupling, and spin foams of three-dimensional quantum gravity. */

export type { Angle } from '../../circuit/circuit.ts';
export type { Leg } from '../../contraction/contraction-graph.ts';
export type { Complex, ComplexArray, ComplexVector } from '../../linalg/complex.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../../linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export { moved, type PachnerMove } from '../../simplicial/pachner-moves.ts';
export { dihedralAngle, squaredVolume } from '../../simplicial/simplex-angles.ts';
export { type Skeleton, skeleton } from '../../simplicial/skeleton.ts';
export {
  type Cylinder,
  cylinder,
  type DirectedSurface,
  type EdgePlace,
  lensSpace,
  poincareSphere,
  SPHERE,
  sphereTimesCircle,
  TORUS,
  threeSphere,
  threeTorus,
} from '../../simplicial/standard-triangulations.ts';
export {
  type Gluing,
  gluedTriangulation,
  type NamedFace,
  type Permutation,
  type Triangulation,
  triangulationOfSimplices,
} from '../../simplicial/triangulation.ts';
export type { Radians } from '../../units.ts';
export {
  type CoarseGraining,
  type CoarseLink,
  coarseGrained,
  type FluctuatingArea,
  fluctuatingArea,
} from './coarse-graining.ts';
export type { ExactRoot } from './exact-root.ts';
export { type FoamHistory, type FoamMove, foamHistory, type SurfaceEdge, type SurfaceTriangles } from './foam.ts';
export {
  intertwinerBasis,
  intertwinerDimension,
  type Pairing,
  pairSpins,
  recouplingMatrix,
} from './intertwiners.ts';
export { invarianceDefect } from './invariance.ts';
export { type PonzanoReggeAsymptotics, ponzanoRegge, ponzanoReggeAsymptotics } from './ponzano-regge.ts';
export { type QuantumRecoupling, quantumRecoupling } from './quantum-six-j.ts';
export { type SixJFamily, sixJFamily } from './six-j-family.ts';
export {
  type FourSpins,
  linkArea,
  pairingSpectrum,
  type SpinDistribution,
  volumeSpectrum,
} from './spectra.ts';
export { type Intertwiners, type SpinGraph, type SpinLink, spinNetwork } from './spin-network.ts';
export { isTriad, type Spin, spinDimension } from './spins.ts';
export { contractStateSum, legOfEdge, type StateSum, stateSum, turaevViro } from './state-sum.ts';
export { transition } from './transition.ts';
export { clebschGordan, exactSixJ, nineJ, sixJ, threeJ } from './wigner-symbols.ts';
