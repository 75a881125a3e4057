import { d as string, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { a as stabiliserGroupOfCircuit, t as randomCliffordCircuit } from "./random-clifford-BNcEJIA-.js";
import { dt as ShapeError, i as randomStream, ut as DomainError } from "./study-record-DTuekta5.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { n as stabiliserState } from "./stabiliser-rules-uOebPo5e.js";
import { n as latticeSpec } from "./lattice-spec-FpVZWbVD.js";
import { H as checkPrime, M as stabiliserGroup, Q as zeroDigits, X as setDigit, y as generatorRows } from "./node-tensor-YhHVVG2I.js";
import { t as randomStabiliserState } from "./random-stabilisers-Dr8YIs6h.js";
import { t as stabiliserGroupOfFile } from "./stabiliser-file-Bf8fKop3.js";
// src/circuit/read-open-qasm.ts
/** @file Circuits from other programs: OpenQASM 2, the gates of its standard library. */
const quarter = Math.PI / 2;
const HADAMARD = [["Y", quarter], ["X", Math.PI]];
/** A controlled half turn about P: exp(−iπ/4·(Z + P − ZP)). */
const controlled = (letter, angle = Math.PI) => [
	["ZI", angle / 2],
	[`I${letter}`, angle / 2],
	[`Z${letter}`, -angle / 2]
];
const euler = (polar, azimuth, first) => [
	["Z", first],
	["Y", polar],
	["Z", azimuth]
];
/** Gates by name: the numbers of their angles and qubits, and their rotations, up to a global phase. */
const GATES = {
	id: [
		0,
		1,
		() => []
	],
	x: [
		0,
		1,
		() => [["X", Math.PI]]
	],
	y: [
		0,
		1,
		() => [["Y", Math.PI]]
	],
	z: [
		0,
		1,
		() => [["Z", Math.PI]]
	],
	h: [
		0,
		1,
		() => HADAMARD
	],
	s: [
		0,
		1,
		() => [["Z", quarter]]
	],
	sdg: [
		0,
		1,
		() => [["Z", -quarter]]
	],
	t: [
		0,
		1,
		() => [["Z", quarter / 2]]
	],
	tdg: [
		0,
		1,
		() => [["Z", -quarter / 2]]
	],
	sx: [
		0,
		1,
		() => [["X", quarter]]
	],
	sxdg: [
		0,
		1,
		() => [["X", -quarter]]
	],
	rx: [
		1,
		1,
		(angle) => [["X", angle]]
	],
	ry: [
		1,
		1,
		(angle) => [["Y", angle]]
	],
	rz: [
		1,
		1,
		(angle) => [["Z", angle]]
	],
	p: [
		1,
		1,
		(angle) => [["Z", angle]]
	],
	u1: [
		1,
		1,
		(angle) => [["Z", angle]]
	],
	u2: [
		2,
		1,
		(azimuth, first) => euler(quarter, azimuth, first)
	],
	u3: [
		3,
		1,
		(polar, azimuth, first) => euler(polar, azimuth, first)
	],
	u: [
		3,
		1,
		(polar, azimuth, first) => euler(polar, azimuth, first)
	],
	U: [
		3,
		1,
		(polar, azimuth, first) => euler(polar, azimuth, first)
	],
	cx: [
		0,
		2,
		() => controlled("X")
	],
	CX: [
		0,
		2,
		() => controlled("X")
	],
	cy: [
		0,
		2,
		() => controlled("Y")
	],
	cz: [
		0,
		2,
		() => controlled("Z")
	],
	cp: [
		1,
		2,
		(angle) => controlled("Z", angle)
	],
	cu1: [
		1,
		2,
		(angle) => controlled("Z", angle)
	],
	crx: [
		1,
		2,
		(angle) => controlled("X", angle).slice(1)
	],
	cry: [
		1,
		2,
		(angle) => controlled("Y", angle).slice(1)
	],
	crz: [
		1,
		2,
		(angle) => controlled("Z", angle).slice(1)
	],
	swap: [
		0,
		2,
		() => [
			"XX",
			"YY",
			"ZZ"
		].map((letters) => [letters, quarter])
	],
	rxx: [
		1,
		2,
		(angle) => [["XX", angle]]
	],
	ryy: [
		1,
		2,
		(angle) => [["YY", angle]]
	],
	rzz: [
		1,
		2,
		(angle) => [["ZZ", angle]]
	]
};
/**
* The circuit that an OpenQASM 2 program describes, from |0…0⟩ on and up to its global phase: the gates of its standard
* library on one and two qubits, applied to qubits or whole registers. Barriers, classical registers and measurements at
* the end are left out.
*
* @throws {DomainError} another gate, a definition, a condition or a reset, a register or qubit that does not exist, a gate
* after a measurement of its qubit, or text that is no program
*
* @see Cross, Bishop, Smolin & Gambetta, arXiv:1707.03429 (2017)
*/
function readOpenQasm(text) {
	const statements = text.replaceAll(/\/\/[^\n]*/g, "").split(";").map((statement) => statement.trim()).filter((statement) => statement !== "");
	const registers = /* @__PURE__ */ new Map();
	const applied = [];
	const measured = /* @__PURE__ */ new Set();
	let qubits = 0;
	for (const statement of statements) {
		if (/^(?:OPENQASM\s+2(?:\.0)?|include\b.*|creg\b.*|barrier\b.*)$/s.test(statement)) continue;
		const register = /^qreg\s+(\w+)\s*\[\s*(\d+)\s*\]$/.exec(statement);
		if (register !== null) {
			const start = qubits;
			qubits += Number(register[2]);
			registers.set(register[1], Array.from({ length: Number(register[2]) }, (_, k) => start + k));
			continue;
		}
		const measurement = /^measure\s+(\S+)\s*->/.exec(statement);
		if (measurement !== null) {
			for (const qubit of qubitsOf(measurement[1], registers, statement)) measured.add(qubit);
			continue;
		}
		for (const gate of gatesOf(statement, registers)) {
			if (gate.on.some((qubit) => measured.has(qubit))) throw new DomainError(`readOpenQasm: gates before measurements required, got '${statement}'`);
			applied.push(gate);
		}
	}
	if (qubits === 0) throw new DomainError("readOpenQasm: a quantum register required, got none");
	const gates = applied.flatMap(({ turns, on }) => turns.map(([letters, angle]) => ({
		word: place(qubits, Object.fromEntries([...letters].map((letter, k) => [on[k], letter]))),
		angle
	})));
	return {
		kind: "circuit",
		qubits,
		parameters: 0,
		gates
	};
}
/** The gates of a statement: one, or one for each qubit of its registers. */
function gatesOf(statement, registers) {
	const [, name, list, operands] = /^(\w+)\s*(?:\((.*)\))?\s*([^()]*)$/s.exec(statement) ?? [];
	const gate = GATES[name ?? ""];
	if (gate === void 0) throw new DomainError(`readOpenQasm: a gate of one or two qubits from qelib1.inc required, got '${statement}'`);
	const [angles, count, turnsOf] = gate;
	const values = list === void 0 || list.trim() === "" ? [] : list.split(",").map((part) => angleOf(part));
	const on = operands.split(",").map((operand) => qubitsOf(operand.trim(), registers, statement));
	if (values.length !== angles || on.length !== count) throw new DomainError(`readOpenQasm: ${angles} angles and ${count} qubits required, got '${statement}'`);
	const width = Math.max(...on.map((qubits) => qubits.length));
	return Array.from({ length: width }, (_, k) => {
		const qubits = on.map((all) => all[all.length === 1 ? 0 : k]);
		if (qubits.includes(void 0) || new Set(qubits).size !== count) throw new DomainError(`readOpenQasm: different qubits required, got '${statement}'`);
		return {
			turns: turnsOf(...values),
			on: qubits
		};
	});
}
function qubitsOf(operand, registers, statement) {
	const [, name, index] = /^(\w+)(?:\s*\[\s*(\d+)\s*\])?$/.exec(operand) ?? [];
	const register = registers.get(name ?? "");
	const qubits = index === void 0 ? register : register?.slice(Number(index), Number(index) + 1);
	if (qubits !== void 0 && qubits.length > 0) return qubits;
	throw new DomainError(`readOpenQasm: qubits of a register required, got '${operand}' in '${statement}'`);
}
/** The value of an expression of numbers, pi, + − * / and parentheses. */
function angleOf(expression) {
	const tokens = expression.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|pi|[-+*/()]/g) ?? [];
	const wrong = new DomainError(`readOpenQasm: an angle of numbers and pi required, got '${expression.trim()}'`);
	if (tokens.join("") !== expression.replaceAll(/\s+/g, "")) throw wrong;
	let next = 0;
	const factor = () => {
		const token = tokens[next++];
		if (token === "-") return -factor();
		if (token === "+") return factor();
		if (token === "pi") return Math.PI;
		if (token === "(") {
			const inner = sum();
			if (tokens[next++] !== ")") throw wrong;
			return inner;
		}
		if (token === void 0 || !/^[\d.]/.test(token)) throw wrong;
		return Number(token);
	};
	const product = () => {
		let value = factor();
		while (tokens[next] === "*" || tokens[next] === "/") value = tokens[next++] === "*" ? value * factor() : value / factor();
		return value;
	};
	const sum = () => {
		let value = product();
		while (tokens[next] === "+" || tokens[next] === "-") value += tokens[next++] === "+" ? product() : -product();
		return value;
	};
	const value = sum();
	if (next !== tokens.length || !Number.isFinite(value)) throw wrong;
	return value;
}
// src/systems/topological-order/toric-code.ts
/** @file Kitaev's toric code, for qudits of any prime dimension. */
/** Largest size: 2·64² = 8192 qudits, two matrices of 64 MB for odd primes. */
const LARGEST$1 = 64;
/** The edge to the right of a vertex of the L × L torus; edges are qudits 0 … 2L² − 1. */
function edgeToTheRight(size, row, column) {
	return 2 * (wrapped(row, size) * size + wrapped(column, size));
}
/** The edge below a vertex. */
function edgeBelow(size, row, column) {
	return edgeToTheRight(size, row, column) + 1;
}
/**
* The toric code on an L × L lattice with periodic boundaries, a qudit on every edge:
*
*     ●──h──●──h──●      A_v = X_right X_below X_left⁻¹ X_above⁻¹  at every vertex,
*     │     │     │      B_p = Z_top Z_right Z_bottom⁻¹ Z_left⁻¹   at every plaquette,
*     v     v     v
*     │     │     │      all but one of each independent: 2L² − 2 generators, two encoded qudits.
*     ●──h──●──h──●
*
* @param size - L ≥ 2, at most 64
* @param prime - dimension of a qudit; default 2
* @throws {DomainError} not a prime
* @throws {ShapeError} a size out of range
*
* @see Kitaev, arXiv:quant-ph/9707021
*/
function toricCode(size, prime = 2, { logical = "mixed" } = {}) {
	checkPrime(prime, "toricCode");
	if (!(Number.isInteger(size) && size >= 2 && size <= LARGEST$1)) throw new ShapeError(`toricCode: a size from 2 to ${LARGEST$1} required, got ${size}`);
	if (logical !== "mixed" && logical !== "zero") throw new DomainError(`toricCode: logical 'mixed' or 'zero' required, got '${logical}'`);
	const places = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size]);
	const [right, below] = [edgeToTheRight, edgeBelow].map((edge) => (row, column) => edge(size, row, column));
	const vertices = places.map(([r, c]) => [
		[right(r, c), 1],
		[below(r, c), 1],
		[right(r, c - 1), -1],
		[below(r - 1, c), -1]
	]);
	const plaquettes = places.map(([r, c]) => [
		[right(r, c), 1],
		[below(r, c + 1), 1],
		[right(r + 1, c), -1],
		[below(r, c), -1]
	]);
	const along = Array.from({ length: size }, (_, k) => k);
	const loops = [along.map((c) => [right(0, c), 1]), along.map((r) => [below(r, 0), 1])];
	return groupOfFactors(prime, 2 * size * size, vertices.slice(1), [...plaquettes.slice(1), ...logical === "zero" ? loops : []]);
}
/** Generators of X-type, then of Z-type, all with the value 1. */
function groupOfFactors(prime, qudits, ofX, ofZ) {
	const rows = ofX.length + ofZ.length;
	const [x, z] = [zeroDigits(prime, rows, qudits), zeroDigits(prime, rows, qudits)];
	[...ofX, ...ofZ].forEach((factors, row) => {
		for (const [edge, power] of factors) setDigit(row < ofX.length ? x : z, row, edge, (prime + power) % prime);
	});
	return {
		kind: "stabiliser",
		prime,
		qudits,
		x,
		z,
		phases: new Uint16Array(rows)
	};
}
const wrapped = (index, size) => (index % size + size) % size;
// datasets/stabilisers.ts
/** @file Stabiliser states as targets: graph states of qudits, the toric code, random groups, Clifford circuits, files. */
/** Most qudits of a target: half of a thousand, whose intervals and pairs a record still holds. */
const LARGEST = 512;
const qudits = number().int().min(1).max(LARGEST);
const prime = number().int().min(2).max(65521).default(2).describe("dimension of each qudit, a prime");
const seed = number().int().default(1).describe("seed; the same seed gives the same state");
const stabiliserGraphOptions = strictObject({
	qudits: qudits.describe("number of qudits"),
	prime,
	lattice: latticeSpec.default("chain").describe("edges of the graph; a chain gives the linear cluster state")
});
/**
* The graph state of qudits, fixed by X_i Π_{j∼i} Z_j, of any size; for few qubits the state of `graph`.
*
* @throws {DomainError} not a prime
*/
function stabiliserGraph({ sites, edges }, prime = 2) {
	checkPrime(prime, "stabiliserGraph");
	const [x, z] = [zeroDigits(prime, sites, sites), zeroDigits(prime, sites, sites)];
	for (let q = 0; q < sites; q++) setDigit(x, q, q, 1);
	for (const [a, b] of edges) {
		setDigit(z, a, b, 1);
		setDigit(z, b, a, 1);
	}
	const group = {
		kind: "stabiliser",
		prime,
		qudits: sites,
		x,
		z,
		phases: new Uint16Array(sites)
	};
	return stabiliserState(`stabiliser-graph(${sites}, ${prime})`, group);
}
const toricCodeOptions = strictObject({
	size: number().int().min(2).max(16).describe("size L of the torus: 2L² qudits on its edges"),
	prime,
	logical: _enum(["mixed", "zero"]).default("zero").describe("'zero': the state with Z = 1 along both loops; 'mixed': all p² states of the code equally")
});
/** A state of the toric code as a target, see `toricCode`. */
function toricCodeState({ size, prime, logical }) {
	return stabiliserState(`toric-code(${size}, ${prime})`, toricCode(size, prime, { logical }));
}
const randomStabiliserOptions = strictObject({
	qudits: qudits.describe("number of qudits"),
	prime,
	generators: number().int().min(0).optional().describe("number of independent generators; fewer than qudits leave a mixed state. Default a pure state"),
	seed
});
/**
* A uniformly random stabiliser state; mixed, if fewer generators are kept.
*
* @param generators - default as many as qudits
* @throws {DomainError} not a prime, or not a positive number of qudits
*/
function randomStabiliser(qudits, prime = 2, seed = 1, generators = qudits) {
	const pure = randomStabiliserState(randomStream(seed, "random stabiliser"), prime, qudits);
	const name = `random-stabiliser(${qudits}, ${prime}, ${seed})`;
	if (generators >= qudits) return stabiliserState(name, pure);
	const rows = generatorRows(pure);
	const part = stabiliserGroup(prime, qudits, rows.generators.slice(0, generators), rows.phases.slice(0, generators));
	return stabiliserState(name, part);
}
const cliffordCircuitOptions = strictObject({
	qubits: number().int().min(2).max(LARGEST).optional().describe("number of qubits of a random circuit"),
	depth: number().int().min(0).max(1e3).default(4).describe("number of its layers"),
	seed,
	path: string().min(1).optional().describe("an OpenQASM 2 file with a Clifford circuit, in place of a random one")
});
/** The state of a brickwall of random two-qubit Clifford gates on |0…0⟩, see `randomCliffordCircuit`. */
function cliffordCircuit(qubits, depth, seed = 1) {
	const circuit = randomCliffordCircuit(randomStream(seed, "Clifford circuit"), qubits, depth);
	const group = stabiliserGroupOfCircuit(circuit, /* @__PURE__ */ new Float64Array(0));
	return stabiliserState(`clifford-circuit(${qubits}, ${depth}, ${seed})`, group);
}
/**
* The state of a Clifford circuit in OpenQASM 2.
*
* @param text - see `readOpenQasm`
* @throws {DomainError} no program, or a gate that is no Clifford gate
*/
function cliffordCircuitOfText(text, name) {
	return stabiliserState(name, stabiliserGroupOfCircuit(readOpenQasm(text), /* @__PURE__ */ new Float64Array(0)));
}
const stabiliserFileOptions = strictObject({
	path: string().min(1).describe("a generator a line ('-XZZXI', 'X1 Z2 I'), or .json {prime, generators: words or numbers, phases, sites}"),
	prime: prime.describe("dimension of each qudit, for a file of lines")
});
/** The stabiliser state in a file, see `stabiliserGroupOfFile`. */
function stabiliserOfFile(bytes, path, prime = 2) {
	const { group, sites } = stabiliserGroupOfFile(bytes, path, prime);
	return stabiliserState(path, group, sites);
}
export { randomStabiliserOptions as a, stabiliserGraphOptions as c, toricCodeState as d, edgeBelow as f, randomStabiliser as i, stabiliserOfFile as l, toricCode as m, cliffordCircuitOfText as n, stabiliserFileOptions as o, edgeToTheRight as p, cliffordCircuitOptions as r, stabiliserGraph as s, cliffordCircuit as t, toricCodeOptions as u };
