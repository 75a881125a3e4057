// A circuit of your own, from OpenQASM: what it makes, what it costs, and how much shorter the shortest path is.
import { fidelity, shortestPath } from 'bulkweave';
import { readOpenQasm, runCircuit } from 'bulkweave/circuit';
import { circuitLength } from 'bulkweave/complexity';
import { ghz } from 'bulkweave/datasets';

const { circuit } = readOpenQasm(`
  OPENQASM 3; include "stdgates.inc";
  qubit[3] q;
  h q[0]; cx q[0], q[1]; cx q[1], q[2];
`).value;
const state = runCircuit(circuit, new Float64Array(0));
console.log('fidelity with GHZ:', fidelity(state, ghz(3).amplitudes));

const metric = { maxSize: 2, penalty: Number.POSITIVE_INFINITY };
console.log('length of the circuit:', circuitLength(circuit, metric)(new Float64Array(0)).value);
console.log('length of the shortest path:', shortestPath(metric, state).value.complexity);
