// Fisher information as geometry: the states of a qubit are a sphere of radius ½.
import { bound, type Circuit, fubiniStudyMetric, quantumFisherInformation } from 'bulkweave';
import { fubiniStudyField } from 'bulkweave/fisher';
import { scalarCurvature } from 'bulkweave/riemann';

// Ry(ϑ), then Rz(φ).
const circuit: Circuit = {
  kind: 'circuit',
  qubits: 1,
  parameters: 2,
  gates: [
    { word: 'Y', angle: { parameter: 0, scale: 1 } },
    { word: 'Z', angle: { parameter: 1, scale: 1 } },
  ],
};
const point = Float64Array.of(1.1, 0.4);
console.log('g = ¼ diag(1, sin²ϑ):', [...fubiniStudyMetric(circuit, point).data], 'sin²ϑ/4:', Math.sin(1.1) ** 2 / 4);
console.log('scalar curvature:', scalarCurvature(fubiniStudyField(circuit), point).value);

const information = quantumFisherInformation(circuit, point);
console.log('standard deviation of ϑ from one copy, at least:', 1 / Math.sqrt(information.data[0]!));
console.log(
  'gates at this point:',
  bound(circuit, point)
    .gates.map(({ word }) => word)
    .join(' '),
);
