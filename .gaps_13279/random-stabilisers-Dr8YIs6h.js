import { ut as DomainError } from "./study-record-DTuekta5.js";
import { B as reducedRowEchelon, H as checkPrime, Q as zeroDigits, R as matrixRows, X as setDigit, q as digitAt } from "./node-tensor-YhHVVG2I.js";
import { t as randomDigit } from "./random-digit-CPSJmcmY.js";
// src/stabiliser/random-stabilisers.ts
/** @file Random stabiliser states, exactly uniform. */
/**
* A uniformly random pure stabiliser state: each of the pⁿ Π_{k=1}^{n} (p^k + 1) states is equally probable. The powers
* of X of its group are a subspace V of GF(p)ⁿ, drawn with its dimension k by weight, and to each V belong p^{k(k+1)/2}
* groups, one for each symmetric form on V.
*
* These states are a 2-design, for qubits a 3-design.
*
* @throws {DomainError} not a prime, or not a positive number of qudits
*
* O(n³), 32 times less for qubits.
*
* @see Gross, arXiv:quant-ph/0602001, for the number of states; Zhu, arXiv:1510.02619, for designs
*/
function randomStabiliserState(stream, prime, qudits) {
	checkPrime(prime, "randomStabiliserState");
	if (!(Number.isInteger(qudits) && qudits > 0)) throw new DomainError(`randomStabiliserState: a positive number of qudits required, got ${qudits}`);
	const dimension = randomDimension(stream, prime, qudits);
	const { basis, pivots } = randomSubspace(stream, prime, dimension, qudits);
	const [x, z] = [zeroDigits(prime, qudits, qudits), zeroDigits(prime, qudits, qudits)];
	pivots.forEach(({ row }, i) => {
		for (let q = 0; q < qudits; q++) setDigit(x, i, q, digitAt(basis, row, q));
		for (let j = 0; j <= i; j++) {
			const form = randomDigit(stream, prime);
			setDigit(z, i, pivots[j].column, form);
			setDigit(z, j, pivots[i].column, form);
		}
	});
	annihilator(basis, pivots).forEach((digits, k) => {
		for (const [q, digit] of digits.entries()) setDigit(z, dimension + k, q, digit);
	});
	return {
		kind: "stabiliser",
		prime,
		qudits,
		x,
		z,
		phases: Uint16Array.from({ length: qudits }, () => randomDigit(stream, prime))
	};
}
/** dim V: subspaces of codimension c have the weight binomial(n, c)_p · p^{k(k+1)/2}, k = n − c. */
function randomDimension(stream, prime, qudits) {
	const weights = [1];
	for (let c = 0; c < qudits; c++) weights.push(weights[c] * (1 - prime ** (c - qudits)) / (prime ** (c + 1) - 1));
	let left = stream.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
	let codimension = 0;
	while (codimension < qudits && left >= weights[codimension]) left -= weights[codimension++];
	return qudits - codimension;
}
/** A uniformly random subspace, by its reduced basis: of random vectors, drawn again until they are independent. */
function randomSubspace(stream, prime, dimension, qudits) {
	for (;;) {
		const basis = zeroDigits(prime, dimension, qudits);
		for (let row = 0; row < dimension; row++) for (let q = 0; q < qudits; q++) setDigit(basis, row, q, dimension === qudits ? Number(q === row) : randomDigit(stream, prime));
		const { pivots } = reducedRowEchelon(matrixRows(basis));
		if (pivots.length === dimension) return {
			basis,
			pivots
		};
	}
}
/** A basis of the vectors w with w · v = 0 for all v of a subspace with a reduced basis: one for each other column. */
function annihilator(basis, pivots) {
	const { prime, columns } = basis;
	const taken = new Set(pivots.map(({ column }) => column));
	return [...Array(columns).keys()].filter((column) => !taken.has(column)).map((free) => {
		const digits = new Array(columns).fill(0);
		digits[free] = 1;
		for (const { row, column } of pivots) digits[column] = (prime - digitAt(basis, row, free)) % prime;
		return digits;
	});
}
export { randomStabiliserState as t };
