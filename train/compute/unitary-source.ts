/** @file Unitaries as they are named in a request. */

import { UNITARIES } from '../../datasets/unitaries.ts';
import { writtenHamiltonian } from './hamiltonian-source.ts';
import { writtenChoice } from './written-choice.ts';

/** The unitary that a text means: 'controlled-not(2)', a .npy, .npz or .json file of its matrix, or a .qasm circuit. */
export const writtenUnitary = (text: string): unknown =>
  writtenChoice(text, {
    keys: (name) =>
      Object.hasOwn(UNITARIES, name) ? Object.keys(UNITARIES[name as keyof typeof UNITARIES].options.shape) : null,
    file: (path) => (/\.(npy|npz|json|qasm|h5|hdf5)$/i.test(path) ? { name: 'file', path } : null),
    inner: { hamiltonian: writtenHamiltonian },
  });
