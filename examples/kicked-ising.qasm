// Eight Trotter steps of 0.25 of the Ising chain ΣZZ + 1.4 ΣX + 0.4 ΣZ, twelve qubits from |0…0⟩.
OPENQASM 2.0;
include "qelib1.inc";

gate bonds(a) q0, q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11 {
  rzz(a) q0, q1; rzz(a) q2, q3; rzz(a) q4, q5; rzz(a) q6, q7; rzz(a) q8, q9; rzz(a) q10, q11;
  rzz(a) q1, q2; rzz(a) q3, q4; rzz(a) q5, q6; rzz(a) q7, q8; rzz(a) q9, q10;
}

qreg q[12];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
rx(0.7) q; rz(0.2) q; bonds(0.5) q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7], q[8], q[9], q[10], q[11];
