/** @file Target states and curves of states: the catalogues, and every function by its name. */

export type { Chosen } from '../src/catalogue.ts';
export type { QubitSymmetry } from '../src/chain/qubit-symmetry.ts';
export type { SweptState } from '../src/chain/two-site-sweep.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../src/circuit/circuit.ts';
export type { Leg } from '../src/contraction/contraction-graph.ts';
export type { GaussianState, Statistics } from '../src/gaussian/gaussian-state.ts';
export type { StringLetter } from '../src/gaussian/jordan-wigner.ts';
export type { QuadraticHamiltonian } from '../src/gaussian/quadratic-hamiltonian.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  StateCurve,
  SymmetricState,
  TargetState,
} from '../src/generative/target-state.ts';
export {
  type DiscreteRows,
  type DividedRows,
  discreteRows,
  dividedRows,
  type HeldOutOptions,
  heldOutNumbers,
  selectedRows,
} from '../src/likelihood/discrete-rows.ts';
export type { ComplexArray, ComplexMatrix, ComplexVector } from '../src/linalg/complex.ts';
export type { RealMatrix } from '../src/linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../src/network/tensor-network.ts';
export type { NetworkPoint } from '../src/network-point.ts';
export type { Lattice } from '../src/operator/lattice.ts';
export type { OperatorSum, OperatorTerm, SiteFactor } from '../src/operator/operator-sum.ts';
export type { PauliWord } from '../src/operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../src/operator/pauli-sum.ts';
export type { Result, Solution } from '../src/solution.ts';
export type { DigitMatrix } from '../src/stabiliser/digit-matrix.ts';
export { type StabiliserFile, stabiliserGroupOfFile } from '../src/stabiliser/stabiliser-file.ts';
export type { StabiliserGroup } from '../src/stabiliser/stabiliser-group.ts';
export type { Radians } from '../src/units.ts';
export { adiabaticSweep } from './adiabatic-sweep.ts';
export { type AkltOptions, aklt } from './aklt.ts';
export { barsAndStripes } from './bars-and-stripes.ts';
export { barsAndStripesRows } from './bars-and-stripes-rows.ts';
export { type ChainGroundStateOptions, chainGroundState } from './chain-ground-state.ts';
export { CURVES } from './curves.ts';
export { dicke } from './dicke.ts';
export {
  type FermionHamiltonian,
  type FermionHamiltonianSpec,
  fermionHamiltonianOf,
  fermionHamiltonianSpec,
} from './fermion-hamiltonian.ts';
export { type FileReading, stateOfFile } from './file.ts';
export { type CsvRowsReading, readCsvRows } from './formats/csv-rows.ts';
export { readEdgeList } from './formats/edge-list.ts';
export { readGraphml, type WrittenEdge } from './formats/graphml.ts';
export { loadHdf5 } from './formats/hdf5.ts';
export { type ByteArray, picturesOfIdx, readIdx } from './formats/idx.ts';
export { readJsonArray } from './formats/json-array.ts';
export { type NpyOptions, type NpyType, readNpy, writeNpy } from './formats/npy.ts';
export { readNpz, writeNpz } from './formats/npz.ts';
export { type GreyImage, readPng } from './formats/png.ts';
export type { MatrixFiles } from './gaussian-arrays.ts';
export {
  type FermionReading,
  fermionGroundState,
  fermionsOfFile,
  fermionThermal,
  fermionThermofieldDouble,
} from './gaussians.ts';
export { ghz } from './ghz.ts';
export { graph } from './graph.ts';
export { groundState, type LowestState, lowestState } from './ground-state.ts';
export { haarRandom } from './haar-random.ts';
export { type Hdf5Reading, networkOfHdf5, stateOfHdf5 } from './hdf5-state.ts';
export { interpolation } from './interpolation.ts';
export { type LipkinOptions, lipkin } from './lipkin.ts';
export { type ProgramReading, stateOfProgram, unitaryOfProgram } from './open-qasm.ts';
export { opticalDigits } from './optical-digits.ts';
export { imageOfRows, type PictureOptions, picture } from './picture.ts';
export { binarised, greyRows, type Pictures, picturesOfImages } from './pictures.ts';
export { product } from './product.ts';
export { imaginaryTime, quench } from './quench.ts';
export { randomCircuit, randomCircuitGates } from './random-circuit.ts';
export { type RowFile, rowsOfFile } from './row-file.ts';
export { spinCat } from './spin-cat.ts';
export { type SpinGroundStateOptions, spinGroundState } from './spin-ground-state.ts';
export { squeezed } from './squeezed.ts';
export {
  cliffordCircuit,
  cliffordCircuitOfText,
  randomStabiliser,
  stabiliserGraph,
  stabiliserOfFile,
  toricCodeState,
} from './stabilisers.ts';
export { type ArrayReading, stateOfArray } from './state-of-array.ts';
export {
  type SymmetricReading,
  symmetric,
  symmetricDicke,
  symmetricGhz,
  symmetricProduct,
  symmetricW,
} from './symmetric.ts';
export {
  type CatalogueEntry,
  DATASETS,
  type DatasetContext,
  type TargetSpec,
  targetOfSpec,
  targetSpec,
} from './targets.ts';
export { thermal, thermofieldDouble } from './thermal.ts';
export {
  controlledNot,
  controlledPhaseFlip,
  controlledSwap,
  fourier,
  type TargetUnitary,
  UNITARIES,
  unitaryOfSpec,
  unitarySpec,
} from './unitaries.ts';
export { w } from './w.ts';
export { noisyGhz, werner } from './werner.ts';
