import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
import { c as preprocess, d as string, i as discriminatedUnion, n as array, o as literal, s as number, u as strictObject } from "./schemas-4uHuBYz8.js";
import { r as issuesText, t as parseJson } from "./json-C18OHthQ.js";
import { i as xxz, n as frustratedHeisenberg, r as transverseFieldIsing, t as clusterIsing } from "./hamiltonian-Bi_21A81.js";
import { n as latticeSpec, t as latticeOfSpec } from "./lattice-spec-FpVZWbVD.js";
import { o as checkPauliSum } from "./minimise-BEDXc41D.js";
// src/operator/hamiltonian-spec.ts
/** @file How a Hamiltonian is written in JSON: a built-in model by name, a list of terms, or a file of them. */
const coefficient = (meaning, value) => number().default(value).describe(meaning);
const where = latticeSpec.default("chain");
const terms = array(strictObject({
	word: string().regex(/^[IXYZ]+$/, "letters I, X, Y, Z required, such as 'XIZ'").describe("Pauli word P, qubit 0 first"),
	coefficient: number().describe("real coefficient h_P")
})).min(1).describe("the operator Σ h_P P, term by term; every word has one letter for each qubit");
const byName = discriminatedUnion("name", [
	strictObject({
		name: literal("transverse-field-ising").describe("H = −J Σ_⟨ij⟩ Z_i Z_j − g Σ_i X_i"),
		coupling: coefficient("J of −J Σ ZZ; ferromagnetic for J > 0", 1),
		field: coefficient("g of −g Σ X; the chain is critical at g = J", 1),
		lattice: where
	}),
	strictObject({
		name: literal("xxz").describe("H = J Σ_⟨ij⟩ (X_i X_j + Y_i Y_j + Δ Z_i Z_j) − h Σ_i Z_i"),
		coupling: coefficient("J of +J Σ (XX + YY + Δ ZZ); antiferromagnetic for J > 0", 1),
		anisotropy: coefficient("Δ of +JΔ Σ ZZ; 1 is the Heisenberg model, 0 the XX model", 1),
		field: coefficient("h of −h Σ Z", 0),
		lattice: where
	}),
	strictObject({
		name: literal("j1-j2").describe("H = J₁ Σ_⟨ij⟩ σ_i·σ_j + J₂ Σ_⟪ij⟫ σ_i·σ_j, ⟪ij⟫ at lattice distance 2"),
		nearest: coefficient("J₁ of +J₁ Σ_⟨ij⟩ σ·σ, σ·σ = XX + YY + ZZ; antiferromagnetic for J₁ > 0", 1),
		nextNearest: coefficient("J₂ of +J₂ Σ_⟪ij⟫ σ·σ; J₁/2 is the Majumdar–Ghosh point", .5),
		lattice: where
	}),
	strictObject({
		name: literal("cluster-ising").describe("H = −K Σ_i X_i Π_{j∼i} Z_j + J Σ_⟨ij⟩ Y_i Y_j − g Σ_i X_i"),
		cluster: coefficient("K of −K Σ XΠZ; with J = g = 0 the ground state is the graph state", 1),
		coupling: coefficient("J of +J Σ YY; the chain is critical at |J| = K", 1),
		field: coefficient("g of −g Σ X", 0),
		lattice: where
	}),
	strictObject({
		name: literal("terms").describe("H = Σ h_P P, term by term"),
		terms
	}),
	strictObject({
		name: literal("file").describe("H = Σ h_P P from a file"),
		file: string().min(1).describe("path of a JSON file {qubits, terms: [{word, coefficient}, …]}")
	})
]);
/** A Hamiltonian in JSON. The names 'terms' and 'file' may be left out: {terms: […]}, {file: 'h.json'}. */
const hamiltonianSpec = preprocess(withName, byName);
/**
* The Hamiltonian that a specification stands for on the given number of qubits.
*
* @param spec - as read by `hamiltonianSpec`
* @param context - how the bytes of a file are read; used only if the specification names one
* @throws {ShapeError} the lattice or the words do not fit the number of qubits
* @throws {DomainError} the lattice is malformed, or the file is not a Pauli sum
*/
function hamiltonianOfSpec(spec, qubits, context) {
	switch (spec.name) {
		case "transverse-field-ising": return transverseFieldIsing(latticeOfSpec(spec.lattice ?? "chain", qubits), given(spec));
		case "xxz": return xxz(latticeOfSpec(spec.lattice ?? "chain", qubits), given(spec));
		case "j1-j2": return frustratedHeisenberg(latticeOfSpec(spec.lattice ?? "chain", qubits), given(spec));
		case "cluster-ising": return clusterIsing(latticeOfSpec(spec.lattice ?? "chain", qubits), given(spec));
		case "terms": {
			const sum = {
				qubits,
				terms: spec.terms
			};
			checkPauliSum(sum);
			return sum;
		}
		case "file": {
			const sum = parsePauliSum(context.read(spec.file), spec.file);
			if (sum.qubits === qubits) return sum;
			throw new ShapeError(`${spec.file}: a Hamiltonian on ${qubits} qubits required, got ${sum.qubits}`);
		}
	}
}
const pauliSumFile = strictObject({
	qubits: number().int().min(1),
	terms
});
/**
* A Pauli sum from the text of a JSON file {qubits, terms: [{word, coefficient}, …]}.
*
* @param source - the file's text, or its bytes
* @param name - what to call it in an error; default 'Pauli sum'
* @throws {DomainError} not JSON, or not of this form: all mistakes in one message
* @throws {ShapeError} a word without one letter for each qubit
*/
function parsePauliSum(source, name = "Pauli sum") {
	const json = parseJson(source, name);
	const parsed = pauliSumFile.safeParse(json);
	if (!parsed.success) throw new DomainError(`${name}: ${issuesText(parsed.error, json)}`);
	const wrong = parsed.data.terms.findIndex(({ word }) => word.length !== parsed.data.qubits);
	if (wrong >= 0) {
		const { qubits, terms } = parsed.data;
		throw new ShapeError(`${name}: terms.${wrong}.word: ${qubits} letters required, got '${terms[wrong].word}'`);
	}
	return parsed.data;
}
/** Without the keys whose value is undefined, so that the models' own defaults hold. */
function given(options) {
	const entries = Object.entries(options).filter(([, value]) => value !== void 0);
	return Object.fromEntries(entries);
}
function withName(spec) {
	if (typeof spec !== "object" || spec === null || "name" in spec) return spec;
	return "terms" in spec ? {
		name: "terms",
		...spec
	} : "file" in spec ? {
		name: "file",
		...spec
	} : spec;
}
export { hamiltonianSpec as n, hamiltonianOfSpec as t };
