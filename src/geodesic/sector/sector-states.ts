/** @file Symmetric states by the names that searches in sectors use. */

export {
  catComponents,
  coherentComponents,
  dickeComponents,
  ghzComponents,
  type QubitBlocks,
  refinedVector,
  sectorState,
} from '../../state/symmetric-vector.ts';
