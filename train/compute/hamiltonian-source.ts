/** @file Hamiltonians as they are named in a request. */

import { isHamiltonianFile } from '../../src/operator/hamiltonian-file.ts';
import { hamiltonianForms } from '../../src/operator/hamiltonian-spec.ts';
import { writtenChoice } from './written-choice.ts';

/** The Hamiltonian that a text means: 'xxz', 'transverse-field-ising(field=0.5)', or a file. */
export const writtenHamiltonian = (text: string): unknown =>
  writtenChoice(text, {
    keys: (name) => {
      const form = hamiltonianForms.find(({ shape }) => shape.name.value === name);
      return form === undefined ? null : Object.keys(form.shape).filter((key) => key !== 'name');
    },
    file: (path) => (isHamiltonianFile(path) ? { name: 'file', file: path } : null),
  });
