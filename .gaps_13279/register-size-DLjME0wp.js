import { s as number } from "./schemas-4uHuBYz8.js";
import { ut as DomainError } from "./study-record-DTuekta5.js";
// datasets/register-size.ts
/** @file How large a register may be: checked before any memory is allocated. */
/** Memory of an array of `entries` complex numbers, in words: '16 MB'. */
function memoryOf(entries) {
	const units = [
		"bytes",
		"kB",
		"MB",
		"GB",
		"TB",
		"PB"
	];
	const power = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log2(16 * entries) / 10)));
	return `${Math.ceil(16 * entries / 1024 ** power)} ${units[power]}`;
}
const message = (got, least, limit, entries) => {
	return `${least} to ${limit} required, got ${got}${typeof got === "number" && got > limit ? `, whose state needs ${memoryOf(entries(got))}` : ""}`;
};
/**
* The schema of a number of qubits (or sites) from `least` to `limit`.
*
* @param entries - number of complex numbers in a state of n qubits; default 2ⁿ
*/
function sizeUpTo(limit, least = 1, entries = (n) => 2 ** n) {
	const error = ({ input }) => message(input, least, limit, entries);
	return number().int().min(least, { error }).max(limit, { error });
}
/**
* The same check for the plain functions.
*
* @throws {DomainError} not an integer from least to limit; the message says how much memory it would need
*/
function checkSize(name, size, limit, least = 1, entries = (n) => 2 ** n) {
	if (Number.isInteger(size) && size >= least && size <= limit) return;
	throw new DomainError(`${name}: ${message(size, least, limit, entries)}`);
}
export { memoryOf as n, sizeUpTo as r, checkSize as t };
