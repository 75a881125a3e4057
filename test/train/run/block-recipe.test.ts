import { expect, test } from 'vitest';
import { isStudy, parseExperiment } from '../../../train/run/experiment.ts';

const hamiltonian = { name: 'xxz' };
const target = { name: 'chain-ground-state', qubits: 20, hamiltonian };

function parsed(experiment: object) {
  const result = parseExperiment({ name: 'recipe', target, ...experiment });
  if ('issues' in result || isStudy(result.experiment)) throw new Error(JSON.stringify(result));
  return result.experiment;
}

test('the ground state of a long chain is met by the gates that disentangle it, with weights that fall as 1/n²', () => {
  const { model, training } = parsed({});
  expect(model).toMatchObject({ name: 'block-circuit', layers: 11, start: 'disentangled' });
  const { starts, maxSteps, targetInfidelity, energyWeights, complexity } = training;
  expect({ starts, maxSteps, targetInfidelity }).toEqual({ starts: 1, maxSteps: 100, targetInfidelity: 1e-6 });
  // 1/(2n²), 1/(10n²), then 1/(100n²) … to two digits
  expect(energyWeights).toEqual([0.0013, 0.00025]);
  expect(complexity).toMatchObject({ weights: [2.5e-5, 2.5e-6, 2.5e-7], maxSteps: 100 });
});

test('what an experiment says itself stays, and one that says where its circuit begins has the recipe of short ones', () => {
  const { model, training } = parsed({ model: { name: 'block-circuit', layers: 4 }, training: { maxSteps: 7 } });
  expect(model).toMatchObject({ layers: 4, start: 'disentangled' });
  expect(training).toMatchObject({ maxSteps: 7, energyWeights: [0.0013, 0.00025] });
  const placed = parsed({ model: { name: 'block-circuit', layers: 4, start: 'random' } });
  expect(placed.training).toMatchObject({ starts: 6, energyWeights: [0.025, 0.005] });
});

test('of fourteen qubits or fewer the recipe is that of amplitudes', () => {
  const { model, training } = parsed({
    target: { ...target, qubits: 14 },
    model: { name: 'block-circuit', layers: 4 },
  });
  expect(model.start).not.toBe('disentangled');
  expect(training.starts).toBe(6);
});
