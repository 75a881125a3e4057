import { ut as DomainError } from "./study-record-DTuekta5.js";
import { d as string, n as array, p as union, s as number, u as strictObject } from "./schemas-4uHuBYz8.js";
import { r as issuesText, t as parseJson } from "./json-C18OHthQ.js";
import { M as stabiliserGroup } from "./node-tensor-YhHVVG2I.js";
import { t as stabiliserGroupOfWords } from "./stabiliser-words-CNuldBIt.js";
// src/stabiliser/stabiliser-file.ts
/** @file Generators of a stabiliser group in a file: one a line, or JSON. */
const whole = number().int();
const jsonSchema = union([strictObject({
	prime: whole.min(2).default(2),
	generators: array(string()).min(1),
	sites: array(whole.min(1)).exactOptional()
}), strictObject({
	prime: whole.min(2).default(2),
	generators: array(array(whole)).min(1),
	phases: array(whole).exactOptional(),
	sites: array(whole.min(1)).exactOptional()
})]);
/**
* The stabiliser group in a file. Text has a word a line, as `stabiliserGroupOfWords` and Stim read them; what follows a
* # is a comment:
*
*     +XZZX_      # the five-qubit code
*     +_XZZX
*     +X_XZZ
*     -ZX_XZ
*
* JSON has the same words, or numbers x₁ … x_n z₁ … z_n modulo the prime with phases, and may say how many qudits each
* site has: {"prime": 3, "generators": [[1, 1, 0, 0], [0, 0, 1, 2]], "phases": [0, 1], "sites": [2]}.
*
* @param path - its name; .json is JSON, every other ending text
* @param prime - for text
* @throws {ShapeError | DomainError} a file that cannot be read, or generators that are no group; the file is named
*/
function stabiliserGroupOfFile(bytes, path, prime = 2) {
	try {
		return /\.json$/i.test(path) ? ofJson(parseJson(bytes, path), path) : { group: ofLines(bytes, prime) };
	} catch (error) {
		if (!(error instanceof RangeError) || error.message.startsWith(path)) throw error;
		throw new DomainError(`${path}: ${error.message}`);
	}
}
function ofLines(bytes, prime) {
	const words = new TextDecoder().decode(bytes).split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim()).filter((line) => line !== "");
	return stabiliserGroupOfWords(words, prime);
}
function ofJson(json, path) {
	const parsed = jsonSchema.safeParse(json);
	if (!parsed.success) throw new DomainError(`${path}: ${issuesText(parsed.error, json)}`);
	const { data } = parsed;
	const { prime, sites } = data;
	const [first] = data.generators;
	const group = typeof first === "string" ? stabiliserGroupOfWords(data.generators, prime) : stabiliserGroup(prime, first.length / 2, data.generators, "phases" in data ? data.phases : []);
	return sites === void 0 ? { group } : {
		group,
		sites
	};
}
export { stabiliserGroupOfFile as t };
