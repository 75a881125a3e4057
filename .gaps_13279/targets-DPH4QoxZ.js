import { d as string, n as array, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { a as fileOptions, c as adler32, d as chosenFrom, l as crc32, o as stateOfFile, s as inflated, u as built } from "./metric-spec-qk0jf-50.js";
import { A as frobeniusNorm, P as multiply, R as trace, W as normalised, Z as zeroVector, dt as ShapeError, i as randomStream, q as complexVector, u as hermitianEigen, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as hamiltonianSpec, t as hamiltonianOfSpec } from "./hamiltonian-spec-BYNcROsm.js";
import { t as latticeOfSpec } from "./lattice-spec-FpVZWbVD.js";
import { n as memoryOf, r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
import { a as superposition, i as dickeOptions, n as wOptions, r as dicke, t as w } from "./w-BD1lYKtc.js";
import { n as chainGroundStateOptions, t as chainGroundState } from "./chain-ground-state-DOwLx1ay.js";
import { n as ghzOptions, t as ghz } from "./ghz-DY6ZdDVQ.js";
import { n as graphOptions, t as graph } from "./graph-Ca7OdW-R.js";
import { n as groundStateOptions, t as groundState } from "./ground-state-CUIIs7OI.js";
import { n as haarRandomOptions, t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { n as productOptions, t as product } from "./product-BcvWAyVK.js";
import { c as runCircuit } from "./run-circuit-DgW8JgHr.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { a as randomStabiliserOptions, c as stabiliserGraphOptions, d as toricCodeState, i as randomStabiliser, l as stabiliserOfFile, n as cliffordCircuitOfText, o as stabiliserFileOptions, r as cliffordCircuitOptions, s as stabiliserGraph, t as cliffordCircuit, u as toricCodeOptions } from "./stabilisers-BPWfNRha.js";
import { c as pauliSumMatrix } from "./minimise-BEDXc41D.js";
import { i as projector } from "./reduced-density-matrix-Bg02QxO0.js";
// datasets/aklt.ts
/**
* @file The state of Affleck, Kennedy, Lieb and Tasaki: a spin-1 chain that is a matrix product of bond dimension 2.
*/
/** Most spins: 3^13 = 1.6 million amplitudes, or 4^11 = 4 million on qubits. */
const SPIN_LIMIT = 13;
const QUBIT_LIMIT = 11;
const akltOptions = strictObject({
	spins: sizeUpTo(SPIN_LIMIT, 1, (n) => 3 ** n).describe("number of spins 1; at most 11 when encoded in qubits"),
	boundary: _enum(["open", "periodic"]).default("open").describe("open chain with two free edge spins ½, or a ring"),
	left: _enum(["up", "down"]).default("up").describe("left edge spin of an open chain"),
	right: _enum(["up", "down"]).default("down").describe("right edge spin of an open chain"),
	encoding: _enum(["spins", "qubits"]).default("spins").describe("sites of dimension 3, or two qubits for each spin")
});
/** A^m as rows: √(2/3) σ⁺, −√(1/3) σᶻ, −√(2/3) σ⁻ for m = +1, 0, −1. */
const MATRICES = [
	[[0, Math.sqrt(2 / 3)], [0, 0]],
	[[-Math.sqrt(1 / 3), 0], [0, Math.sqrt(1 / 3)]],
	[[0, 0], [-Math.sqrt(2 / 3), 0]]
];
/**
* AKLT state of N spins 1,
*
*     Σ_m ⟨l|A^{m₁} … A^{m_N}|r⟩ |m₁ … m_N⟩   (open),    Σ_m Tr(A^{m₁} … A^{m_N}) |m₁ … m_N⟩   (periodic),
*
* normalised: every spin is two spins ½, and neighbours share a singlet. Ground state of
* Σ S_i·S_{i+1} + (S_i·S_{i+1})²/3 with energy −2/3 for each bond; ⟨S^z_0 S^z_r⟩ falls as (−1/3)^r.
*
*     left ½ ○  ●──●  ●──●  ●──●  ○ right ½        ●──●  singlet
*            └─┬─┘ └─┬─┘ └─┬─┘ └─┬─┘               ┬     triplet of two spins ½
*
* @param spins - N; at most 13, or 11 in qubits; at least 2 on a ring
* @throws {DomainError} N is out of range
*
* @see Affleck, Kennedy, Lieb & Tasaki, Phys. Rev. Lett. 59, 799 (1987)
*/
function aklt(spins, options = {}) {
	const { boundary = "open", left = "up", right = "down", encoding = "spins" } = options;
	const [limit, dimension] = encoding === "spins" ? [SPIN_LIMIT, 3] : [QUBIT_LIMIT, 4];
	checkSize("aklt", spins, limit, boundary === "periodic" ? 2 : 1, (n) => dimension ** n);
	const chains = (boundary === "periodic" ? [0, 1].map((l) => [l, l]) : [[left === "up" ? 0 : 1, right === "up" ? 1 : 0]]).map(([l, r]) => openChain(spins, l, r));
	const sum = zeroVector(3 ** spins);
	for (const chain of chains) for (let k = 0; k < sum.length; k++) sum.interleaved[2 * k] += chain[k];
	const amplitudes = normalised(sum);
	const name = `aklt(${spins}, ${boundary})`;
	if (encoding === "spins") return {
		kind: "pure",
		name,
		dimensions: new Array(spins).fill(3),
		amplitudes
	};
	const qubits = zeroVector(4 ** spins);
	for (let b = 0; b < qubits.length; b++) {
		const [spin, weight] = tripletEntry(b, spins);
		qubits.interleaved[2 * b] = weight * amplitudes.interleaved[2 * spin];
	}
	return {
		kind: "pure",
		name,
		dimensions: new Array(2 * spins).fill(2),
		amplitudes: qubits
	};
}
/** ⟨l|A^{m₁} … A^{m_N}|r⟩ for all m, shape (3^N,). */
function openChain(spins, l, r) {
	let rows = Float64Array.from([0, 1], (bond) => bond === l ? 1 : 0);
	for (let k = 0; k < spins; k++) {
		const next = new Float64Array(3 * rows.length);
		for (let at = 0; at < rows.length; at++) MATRICES.forEach((matrix, m) => {
			const to = 6 * (at >> 1) + 2 * m;
			matrix[at & 1].forEach((entry, bond) => {
				next[to + bond] += rows[at] * entry;
			});
		});
		rows = next;
	}
	return Float64Array.from({ length: rows.length / 2 }, (_, k) => rows[2 * k + r]);
}
/** The basis state of the spins in which a basis state of the pairs of qubits occurs, and its coefficient. */
function tripletEntry(b, spins) {
	let spin = 0;
	let weight = 1;
	for (let k = spins - 1; k >= 0; k--) {
		const pair = b >> 2 * k & 3;
		spin = 3 * spin + (pair === 0 ? 0 : pair === 3 ? 2 : 1);
		if (pair === 1 || pair === 2) weight *= Math.SQRT1_2;
	}
	return [spin, weight];
}
// datasets/bars-and-stripes.ts
/** @file Bars and stripes: the classical benchmark of generative models, as a state. */
const barsAndStripesOptions = strictObject({
	rows: number().int().min(1).max(24).describe("rows r of the pattern"),
	columns: number().int().min(1).max(24).describe("columns c; r·c qubits, at most 24")
});
/**
* Equal superposition of all black-and-white pictures of r × c pixels whose columns are uniform (bars) or whose rows
* are uniform (stripes); the blank and the full one are both. There are 2^r + 2^c − 2 (for r, c ≥ 2). Pixel
* row·c + column is the qubit of that number.
*
* @param rows - r
* @param columns - c; r·c at most 24
* @throws {DomainError} sizes out of range
*
* @see MacKay, Information Theory, Inference and Learning Algorithms, sect. 43 (2003)
*/
function barsAndStripes(rows, columns) {
	const qubits = rows * columns;
	if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 1 && columns >= 1 && qubits <= 24)) {
		const memory = qubits > 24 ? `, whose state needs ${memoryOf(2 ** qubits)}` : "";
		throw new DomainError(`barsAndStripes: 1 to 24 pixels required, got ${rows} × ${columns}${memory}`);
	}
	const patterns = /* @__PURE__ */ new Set();
	const all = Array.from({ length: qubits }, (_, k) => [Math.floor(k / columns), k % columns]);
	const drawn = (isOn) => all.reduce((b, [r, c]) => 2 * b + (isOn(r, c) & 1), 0);
	for (let mask = 0; mask < 2 ** columns; mask++) patterns.add(drawn((_, c) => mask >> c));
	for (let mask = 0; mask < 2 ** rows; mask++) patterns.add(drawn((r) => mask >> r));
	return superposition(`bars-and-stripes(${rows}, ${columns})`, qubits, (b) => patterns.has(b));
}
// datasets/formats/png-chunks.ts
/** @file The chunks of a PNG file: its header and its data, checked before any pixel is made. */
const SIGNATURE = [
	137,
	80,
	78,
	71,
	13,
	10,
	26,
	10
];
/** Most pixels of a picture: enough for a camera. */
const LARGEST = 2 ** 25;
/** Samples per pixel and possible bits per sample for each colour type. */
const COLOURS = {
	0: [1, [
		1,
		2,
		4,
		8,
		16
	]],
	2: [3, [8, 16]],
	3: [1, [
		1,
		2,
		4,
		8
	]],
	4: [2, [8, 16]],
	6: [4, [8, 16]]
};
/**
* The chunks that make the picture; text, times and profiles are passed over.
*
* @throws {DomainError} not a PNG file, a wrong checksum, a missing or unknown chunk, or more than 2²⁵ pixels
* @throws {ShapeError} the file ends too soon
*
* @see W3C, Portable Network Graphics (PNG) Specification, sections 5 and 11
*/
function pngChunks(bytes, name) {
	if (SIGNATURE.some((byte, k) => bytes[k] !== byte)) throw new DomainError(`${name}: a PNG picture required, got other bytes at its start`);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const kept = /* @__PURE__ */ new Map();
	for (let at = SIGNATURE.length; !kept.has("IEND");) {
		if (at + 12 > bytes.length) throw new ShapeError(`${name}: a PNG picture required, got only its beginning`);
		const length = view.getUint32(at);
		const end = at + 8 + length;
		if (end + 4 > bytes.length) throw new ShapeError(`${name}: a PNG picture required, got only its beginning`);
		const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
		if (!/^[A-Za-z]{4}$/.test(type)) throw new DomainError(`${name}: chunks of a PNG picture required, got damaged data`);
		if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) throw new DomainError(`${name}: the checksum of chunk ${type} required, got damaged data`);
		if (/^[A-Z]/.test(type) && ![
			"IHDR",
			"PLTE",
			"IDAT",
			"IEND"
		].includes(type)) throw new DomainError(`${name}: a PNG picture of the standard required, got the chunk ${type}`);
		if (kept.size === 0) headerOf(type === "IHDR" ? bytes.subarray(at + 8, end) : /* @__PURE__ */ new Uint8Array(), name);
		kept.set(type, [...type === "IDAT" ? kept.get(type) ?? [] : [], bytes.subarray(at + 8, end)]);
		at = end + 4;
	}
	const only = (type) => kept.get(type)?.[0] ?? /* @__PURE__ */ new Uint8Array();
	const header = headerOf(only("IHDR"), name);
	const [palette, transparency, data] = [
		only("PLTE"),
		only("tRNS"),
		joined(kept.get("IDAT") ?? [])
	];
	if (header.colour === 3 && palette.length < 3) throw new DomainError(`${name}: a palette required, got none`);
	return {
		header,
		palette,
		transparency,
		data
	};
}
/**
* The bytes of a zlib stream.
*
* @throws {DomainError | ShapeError} another number of bytes than `size`, or a wrong checksum
*/
function zlibInflated(data, size, name) {
	if (data.length < 6 || (data[0] & 15) !== 8 || (data[0] << 8 | data[1]) % 31 !== 0 || (data[1] & 32) !== 0) throw new DomainError(`${name}: pixels in a zlib stream required, got ${data.length === 0 ? "none" : "other data"}`);
	const bytes = inflated(data.subarray(2, -4), size, `${name}: pixels`);
	const checksum = new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0);
	if (adler32(bytes) !== checksum) throw new DomainError(`${name}: the checksum of the pixels required, got damaged data`);
	return bytes;
}
function headerOf(chunk, name) {
	if (chunk.length !== 13) throw new DomainError(`${name}: the header of a PNG picture required, got another chunk`);
	const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
	const [width, height] = [view.getUint32(0), view.getUint32(4)];
	const [depth, colour, compression, filter, interlace] = [...chunk.subarray(8)];
	if (!(width > 0 && height > 0 && width * height <= LARGEST)) throw new DomainError(`${name}: 1 to 2^${Math.log2(LARGEST)} pixels required, got ${width} × ${height}`);
	const [channels, depths] = COLOURS[colour] ?? [0, []];
	if (!depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) {
		const got = `colour type ${colour}, ${depth} bits, methods ${compression}, ${filter}, ${interlace}`;
		throw new DomainError(`${name}: a PNG picture of the standard required, got ${got}`);
	}
	return {
		width,
		height,
		depth,
		colour,
		channels,
		interlaced: interlace === 1
	};
}
function joined(parts) {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
// datasets/formats/png.ts
/** @file PNG pictures as arrays of grey values. */
/**
* The grey values of a PNG picture: luma 0.299 R + 0.587 G + 0.114 B, times opacity (transparent is black).
*
* @throws {DomainError} not a PNG file, a damaged one (all its checksums are tested), or more than 2²⁵ pixels
* @throws {ShapeError} fewer or more pixels than its header says
*
* @see ITU-R Recommendation BT.601 for the weights
* @see W3C, Portable Network Graphics (PNG) Specification
*/
function readPng(bytes, name = "PNG file") {
	const chunks = pngChunks(bytes, name);
	const { width, height, interlaced } = chunks.header;
	const reduced = (interlaced ? ADAM7 : WHOLE).map((pass) => ({
		...pass,
		columns: Math.ceil((width - pass.x) / pass.dx),
		rows: Math.ceil((height - pass.y) / pass.dy)
	})).filter(({ rows, columns }) => rows > 0 && columns > 0);
	const lineOf = (columns) => Math.ceil(columns * bitsOf(chunks.header) / 8);
	const size = reduced.reduce((sum, { rows, columns }) => sum + rows * (1 + lineOf(columns)), 0);
	const data = zlibInflated(chunks.data, size, name);
	const pixels = new Float64Array(width * height);
	let start = 0;
	for (const { x, y, dx, dy, rows, columns } of reduced) {
		const length = lineOf(columns);
		let above = new Uint8Array(length);
		for (let row = 0; row < rows; row++, start += 1 + length) {
			const line = data.subarray(start + 1, start + 1 + length);
			unfilter(data[start], line, above, Math.max(1, bitsOf(chunks.header) / 8), name);
			const grey = greyOf(line, chunks, name);
			for (let column = 0; column < columns; column++) pixels[(y + row * dy) * width + x + column * dx] = grey(column);
			above = line;
		}
	}
	return {
		rows: height,
		columns: width,
		pixels
	};
}
const WHOLE = [{
	x: 0,
	y: 0,
	dx: 1,
	dy: 1
}];
/** The seven reduced pictures of an interlaced one: the first pixel and the steps of each. */
const ADAM7 = [
	{
		x: 0,
		y: 0,
		dx: 8,
		dy: 8
	},
	{
		x: 4,
		y: 0,
		dx: 8,
		dy: 8
	},
	{
		x: 0,
		y: 4,
		dx: 4,
		dy: 8
	},
	{
		x: 2,
		y: 0,
		dx: 4,
		dy: 4
	},
	{
		x: 0,
		y: 2,
		dx: 2,
		dy: 4
	},
	{
		x: 1,
		y: 0,
		dx: 2,
		dy: 2
	},
	{
		x: 0,
		y: 1,
		dx: 1,
		dy: 2
	}
];
const bitsOf = ({ channels, depth }) => channels * depth;
/** Adds to every byte what its filter predicts from the bytes to the left, above and above left; overwrites `line`. */
function unfilter(filter, line, above, step, name) {
	const predict = PREDICTIONS[filter];
	if (predict === void 0) throw new DomainError(`${name}: a filter from 0 to 4 required, got ${filter}`);
	if (filter === 0) return;
	for (let k = 0; k < line.length; k++) line[k] = line[k] + predict(k < step ? 0 : line[k - step], above[k], k < step ? 0 : above[k - step]);
}
const PREDICTIONS = [
	() => 0,
	(left) => left,
	(_, up) => up,
	(left, up) => left + up >> 1,
	(left, up, corner) => {
		const [a, b, c] = [
			Math.abs(up - corner),
			Math.abs(left - corner),
			Math.abs(left + up - 2 * corner)
		];
		return a <= b && a <= c ? left : b <= c ? up : corner;
	}
];
/** The grey value of each pixel of an unfiltered line. */
function greyOf(line, { header, palette, transparency }, name) {
	const { depth, colour, channels } = header;
	const full = depth === 16 ? 65535 : 255;
	const scale = depth < 8 && colour !== 3 ? 255 / (2 ** depth - 1) : 1;
	const sample = (k) => {
		if (depth === 16) return 256 * line[2 * k] + line[2 * k + 1];
		return scale * (line[k * depth >> 3] >> 8 - depth - (k * depth & 7) & 2 ** depth - 1);
	};
	if (colour === 3) return (column) => {
		const k = sample(column);
		if (3 * k + 2 >= palette.length) throw new DomainError(`${name}: a colour of the palette required, got ${k}`);
		return grey(palette[3 * k], palette[3 * k + 1], palette[3 * k + 2], transparency[k] ?? 255, full);
	};
	const [toGreen, toBlue] = (colour & 2) === 0 ? [0, 0] : [1, 2];
	const hasOpacity = (colour & 4) !== 0;
	const transparent = [
		0,
		toGreen,
		toBlue
	].map((c) => scale * (256 * transparency[2 * c] + transparency[2 * c + 1]));
	return (column) => {
		const first = column * channels;
		const [red, green, blue] = [
			sample(first),
			sample(first + toGreen),
			sample(first + toBlue)
		];
		if (hasOpacity) return grey(red, green, blue, sample(first + channels - 1), full);
		return red === transparent[0] && green === transparent[1] && blue === transparent[2] ? 0 : grey(red, green, blue, full, full);
	};
}
/** Luma times opacity, for samples from 0 to `full`. */
function grey(red, green, blue, opacity, full) {
	return (299 * red + 587 * green + 114 * blue) * opacity / (1e3 * full * full);
}
// datasets/picture.ts
/** @file Classical data as a state: a picture in the amplitudes. */
const side = number().int().min(1).max(4096);
const pictureOptions = strictObject({
	path: string().min(1).optional().describe("a PNG file"),
	pixels: array(array(number())).optional().describe("or the grey values themselves, row by row"),
	rows: side.optional().describe("resize to this many rows, a power of two, by area averaging"),
	columns: side.optional().describe("resize to this many columns, a power of two"),
	encoding: _enum(["amplitude", "probability"]).default("amplitude").describe("whether the amplitude or the probability is proportional to the grey value")
});
/**
* A picture of r × c pixels, amplitude-encoded row by row on log₂ r + log₂ c qubits, the bits of the row first:
*
*     Σ_{ij} x_ij |i⟩|j⟩ / ‖x‖.
*
* The first qubit distinguishes the upper from the lower half: coarse scales come first.
*
* @param image - grey values; any finite numbers, for probabilities none negative
* @throws {ShapeError} the sides, after resizing, are not powers of two
* @throws {DomainError} a value is not finite, all are zero, one is negative where a probability is wanted, or the
*   picture has more than 2^24 pixels
*
* @see Latorre, arXiv:quant-ph/0510031 (2005)
*/
function picture(image, options = {}) {
	const { rows = image.rows, columns = image.columns, encoding = "amplitude" } = options;
	if (!(Number.isInteger(Math.log2(rows)) && Number.isInteger(Math.log2(columns)) && rows * columns > 1)) throw new ShapeError(`picture: sides that are powers of two required (give rows, columns), got ${rows} × ${columns}`);
	if (rows * columns > 2 ** 24) {
		const memory = memoryOf(rows * columns);
		throw new DomainError(`picture: at most 2^24 pixels required, got ${rows} × ${columns} (${memory})`);
	}
	const wrong = image.pixels.find((x) => !Number.isFinite(x) || encoding === "probability" && x < 0);
	if (wrong !== void 0) throw new DomainError(`picture: ${encoding === "probability" ? "finite grey values ≥ 0" : "finite grey values"} required, got ${wrong}`);
	const { pixels } = resized(image, rows, columns);
	const values = encoding === "amplitude" ? pixels : pixels.map(Math.sqrt);
	const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
	if (norm === 0) throw new DomainError("picture: a picture that is not black required, got all zero");
	const amplitudes = complexVector(values.map((x) => x / norm));
	const dimensions = new Array(Math.log2(rows * columns)).fill(2);
	return {
		kind: "pure",
		name: `picture(${rows} × ${columns})`,
		dimensions,
		amplitudes,
		picture: {
			rows,
			columns
		}
	};
}
/**
* A picture from rows of grey values.
*
* @throws {ShapeError} no pixels, or rows of unequal length
*/
function imageOfRows(rows) {
	const columns = rows[0]?.length ?? 0;
	if (columns === 0 || rows.some((row) => row.length !== columns)) throw new ShapeError(`picture: rows of equal length required, got lengths ${rows.map((row) => row.length)}`);
	return {
		rows: rows.length,
		columns,
		pixels: Float64Array.from(rows.flat())
	};
}
/** The picture on another grid: every new pixel is the mean of the area that it covers. */
function resized(image, rows, columns) {
	const vertical = overlaps(image.rows, rows);
	const horizontal = overlaps(image.columns, columns);
	const pixels = new Float64Array(rows * columns);
	vertical.forEach((inRow, r) => {
		horizontal.forEach((inColumn, c) => {
			let mean = 0;
			for (const [i, p] of inRow) for (const [j, q] of inColumn) mean += p * q * image.pixels[i * image.columns + j];
			pixels[r * columns + c] = mean;
		});
	});
	return {
		rows,
		columns,
		pixels
	};
}
/** For each new cell of an axis the old cells that it covers, and their shares of it. */
function overlaps(from, to) {
	return Array.from({ length: to }, (_, k) => {
		const [start, end] = [k * from / to, (k + 1) * from / to];
		const first = Math.floor(start);
		return Array.from({ length: Math.ceil(end) - first }, (_, i) => first + i).map((i) => [i, (Math.min(end, i + 1) - Math.max(start, i)) / (end - start)]);
	});
}
// datasets/random-circuit.ts
/** @file States of random circuits: from product to Haar-random, by depth. */
const randomCircuitOptions = strictObject({
	qubits: sizeUpTo(24).describe("number of qubits"),
	depth: number().int().min(0).max(1e3).describe("number of layers"),
	seed: number().int().default(1).describe("seed; the same seed gives the same circuit")
});
/**
* The state of a random circuit on |0…0⟩. Each layer has a Haar-random one-qubit gate on every qubit, then
* exp(−iπ/4·ZZ), the controlled phase up to one-qubit gates, on alternating bonds of the chain.
*
*     ─U─■─U───      U: Z(α)·Y(β)·Z(γ) with α, γ uniform and cos β uniform
*     ─U─■─U─■─      ■: ZZ(π/2)
*     ─U─■─U─■─
*     ─U─■─U───
*
* @param qubits - number of qubits, at most 24
* @param depth - number of layers; a contiguous region has entropy at most depth·log 2
* @param seed - the same seed gives the same circuit
* @throws {DomainError} sizes out of range
*
* @see Boixo et al., Nature Physics 14, 595 (2018), for random circuits of this kind
*/
function randomCircuit(qubits, depth, seed = 1) {
	checkSize("randomCircuit", qubits, 24);
	const amplitudes = runCircuit(randomCircuitGates(qubits, depth, seed), /* @__PURE__ */ new Float64Array(0));
	return {
		kind: "pure",
		name: `random-circuit(${qubits}, ${depth}, ${seed})`,
		dimensions: new Array(qubits).fill(2),
		amplitudes
	};
}
/** The circuit itself; it has no parameters. */
function randomCircuitGates(qubits, depth, seed = 1) {
	const stream = randomStream(seed, "random circuit");
	return {
		kind: "circuit",
		qubits,
		parameters: 0,
		gates: Array.from({ length: depth }, (_, layer) => [...Array.from({ length: qubits }, (_, q) => randomGate(qubits, q, stream)).flat(), ...bonds(qubits, layer % 2)]).flat()
	};
}
function randomGate(qubits, q, stream) {
	const turn = () => 2 * Math.PI * stream.uniform();
	return [
		{
			word: place(qubits, { [q]: "Z" }),
			angle: turn()
		},
		{
			word: place(qubits, { [q]: "Y" }),
			angle: Math.acos(2 * stream.uniform() - 1)
		},
		{
			word: place(qubits, { [q]: "Z" }),
			angle: turn()
		}
	];
}
function bonds(qubits, first) {
	const count = Math.max(0, Math.floor((qubits - first) / 2));
	return Array.from({ length: count }, (_, k) => ({
		word: place(qubits, {
			[first + 2 * k]: "Z",
			[first + 2 * k + 1]: "Z"
		}),
		angle: Math.PI / 2
	}));
}
// datasets/thermal.ts
/** @file Thermal states and their purifications: the two sides of a black hole. */
const thermalOptions = strictObject({
	qubits: sizeUpTo(8, 1, (n) => 4 ** n).describe("number n of qubits; for a thermofield double, of each side"),
	beta: number().min(0).describe("inverse temperature β ≥ 0; 0 is the maximally mixed state"),
	hamiltonian: hamiltonianSpec.describe("the Hamiltonian")
});
/** A thermofield double has the options of the thermal state of either side. */
const thermofieldDoubleOptions = thermalOptions;
/**
* Gibbs state,
*
*     ρ = e^{−βH} / Tr e^{−βH}.
*
* @param hamiltonian - n qubits, at most 8
* @param beta - inverse temperature, ≥ 0, in units of 1/H
* @returns density matrix, shape (2ⁿ, 2ⁿ)
* @throws {DomainError} too many qubits, or β negative or not finite
*
* Cost O(8ⁿ): dense diagonalisation.
*/
function thermal(hamiltonian, beta) {
	const density = boltzmann("thermal", hamiltonian, beta, 1, (matrix) => trace(matrix)[0]);
	const { qubits } = hamiltonian;
	return {
		kind: "mixed",
		name: `thermal(${qubits}, β = ${beta})`,
		dimensions: new Array(qubits).fill(2),
		density
	};
}
/**
* Thermofield double on 2n qubits, the left side first,
*
*     |TFD⟩ = Z^{−1/2} Σ_k e^{−βE_k/2} |k⟩ ⊗ |k̄⟩,
*
* where k̄ is the complex conjugate of k: its amplitudes are the entries of e^{−βH/2}. Either side alone is thermal;
* β = 0 gives n pairs (|00⟩ + |11⟩)/√2.
*
* @param hamiltonian - of one side, n qubits, at most 8
* @param beta - inverse temperature, ≥ 0
* @returns amplitudes of shape (4ⁿ,); qubit q of the left side is coupled to qubit n + q
* @throws {DomainError} too many qubits, or β negative or not finite
*
* @see Maldacena, JHEP 2003(04), 021, arXiv:hep-th/0106112
*/
function thermofieldDouble(hamiltonian, beta) {
	const { rows, interleaved } = boltzmann("thermofieldDouble", hamiltonian, beta, 1 / 2, frobeniusNorm);
	const { qubits } = hamiltonian;
	const dimensions = new Array(2 * qubits).fill(2);
	return {
		kind: "pure",
		name: `thermofield-double(${qubits}, β = ${beta})`,
		dimensions,
		amplitudes: {
			length: rows * rows,
			interleaved
		}
	};
}
/** e^{−share·βH} divided by its norm; energies are counted from the ground state, so nothing overflows. */
function boltzmann(name, hamiltonian, beta, share, norm) {
	checkSize(name, hamiltonian.qubits, 8, 1, (n) => 4 ** n);
	if (!(beta >= 0 && beta < Infinity)) throw new DomainError(`${name}: a finite β ≥ 0 required, got ${beta}`);
	const { values, vectors } = hermitianEigen(pauliSumMatrix(hamiltonian));
	const weights = values.map((energy) => Math.exp(-share * beta * (energy - values[0]) / 2));
	const half = {
		...vectors,
		interleaved: vectors.interleaved.map((x, k) => x * weights[(k >> 1) % vectors.cols])
	};
	const matrix = multiply(half, half, { adjointB: true });
	const scale = norm(matrix);
	return {
		...matrix,
		interleaved: matrix.interleaved.map((x) => x / scale)
	};
}
// datasets/werner.ts
/** @file Werner states and their relatives: entanglement under white noise. */
const weight = number().min(0).max(1);
const wernerOptions = strictObject({ weight: weight.describe("weight p of the singlet; entangled for p > 1/3") });
const noisyGhzOptions = strictObject({
	qubits: sizeUpTo(8, 1, (n) => 4 ** n).describe("number n of qubits"),
	weight: weight.describe("weight p of the GHZ state; entangled for p > 1/(1 + 2^(n−1))")
});
/**
* Werner state of two qubits,
*
*     ρ = p |Ψ⁻⟩⟨Ψ⁻| + (1 − p) 1/4,    |Ψ⁻⟩ = (|01⟩ − |10⟩)/√2.
*
* Unchanged by every U ⊗ U; separable exactly for p ≤ 1/3, with negativity max(0, (3p − 1)/4).
*
* @param weight - p, from 0 to 1
* @throws {DomainError} p out of range
*
* @see Werner, Phys. Rev. A 40, 4277 (1989)
*/
function werner(weight) {
	const singlet = complexVector([
		0,
		Math.SQRT1_2,
		-Math.SQRT1_2,
		0
	]);
	return noisy(`werner(${weight})`, singlet, weight);
}
/**
* GHZ state under white noise,
*
*     ρ = p |GHZ⟩⟨GHZ| + (1 − p) 1/2ⁿ.
*
* Separable exactly for p ≤ 1/(1 + 2^{n−1}); for two qubits it is the isotropic state, a Werner state up to a local
* unitary.
*
* @param qubits - n, at most 8
* @param weight - p, from 0 to 1
* @throws {DomainError} n or p out of range
*
* @see Dür, Cirac & Tarrach, Phys. Rev. Lett. 83, 3562 (1999)
*/
function noisyGhz(qubits, weight) {
	checkSize("noisyGhz", qubits, 8, 1, (n) => 4 ** n);
	return noisy(`noisy-ghz(${qubits}, ${weight})`, ghz(qubits).amplitudes, weight);
}
function noisy(name, psi, weight) {
	if (!(weight >= 0 && weight <= 1)) throw new DomainError(`${name}: a weight from 0 to 1 required`);
	const { rows, cols, interleaved } = projector(psi);
	const density = {
		rows,
		cols,
		interleaved: interleaved.map((x) => weight * x)
	};
	for (let b = 0; b < rows; b++) density.interleaved[2 * b * (rows + 1)] = density.interleaved[2 * b * (rows + 1)] + (1 - weight) / rows;
	return {
		kind: "mixed",
		name,
		dimensions: new Array(Math.log2(rows)).fill(2),
		density
	};
}
// datasets/targets.ts
const target = (options, summary, build) => ({
	options,
	build,
	summary
});
/** All target states by name. */
const DATASETS = {
	product: target(productOptions, "every qubit at the same point of the Bloch sphere; no entanglement", (o) => product(o.qubits, o)),
	ghz: target(ghzOptions, "(|0…0⟩ + |1…1⟩)/√2", (o) => ghz(o.qubits)),
	w: target(wOptions, "one excitation shared equally by all qubits", (o) => w(o.qubits)),
	dicke: target(dickeOptions, "equal superposition of all strings with k ones", (o) => dicke(o.qubits, o.excitations)),
	graph: target(graphOptions, "graph state; the cluster state of a chain or grid", (o) => graph(latticeOfSpec(o.lattice, o.qubits))),
	"haar-random": target(haarRandomOptions, "uniformly random unit vector", (o) => haarRandom(o.qubits, o.seed)),
	"random-circuit": target(randomCircuitOptions, "random one-qubit gates and controlled phases, layer by layer", (o) => randomCircuit(o.qubits, o.depth, o.seed)),
	werner: target(wernerOptions, "singlet under white noise (mixed, two qubits)", (o) => werner(o.weight)),
	"noisy-ghz": target(noisyGhzOptions, "GHZ state under white noise (mixed)", (o) => noisyGhz(o.qubits, o.weight)),
	thermal: target(thermalOptions, "Gibbs state e^{−βH}/Z of any Hamiltonian (mixed)", (o, { read }) => thermal(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o.beta)),
	"thermofield-double": target(thermofieldDoubleOptions, "purification of a thermal state on two copies, 2n qubits", (o, { read }) => thermofieldDouble(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o.beta)),
	aklt: target(akltOptions, "valence-bond state of a spin-1 chain, exactly a matrix product of bond dimension 2", (o) => aklt(o.spins, o)),
	"chain-ground-state": target(chainGroundStateOptions, "lowest state of a long chain, as a matrix-product state by two-site sweeps", (o, { read }) => chainGroundState(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o)),
	"ground-state": target(groundStateOptions, "ground state of any Pauli-sum Hamiltonian, by Lanczos", (o, { read }) => groundState(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o.seed)),
	picture: target(pictureOptions, "a grey picture (PNG or numbers) in the amplitudes", (o, { read }) => {
		const { path, pixels, rows, columns, encoding } = o;
		if (path === void 0 === (pixels === void 0)) throw new DomainError("picture: either path or pixels required");
		const image = path !== void 0 ? readPng(read(path), path) : imageOfRows(pixels);
		return picture(image, {
			rows: rows ?? image.rows,
			columns: columns ?? image.columns,
			encoding
		});
	}),
	"bars-and-stripes": target(barsAndStripesOptions, "equal superposition of all bar and stripe pictures", (o) => barsAndStripes(o.rows, o.columns)),
	file: target(fileOptions, "amplitudes or a density matrix from .npy, .npz or JSON", (o, { read }) => {
		const { path, key, endian, normalise, dimensions } = o;
		return stateOfFile(read(path), path, {
			endian,
			normalise,
			...key && { key },
			...dimensions && { dimensions }
		});
	}),
	"stabiliser-graph": target(stabiliserGraphOptions, "graph state of hundreds of qudits, by its stabilisers", (o) => stabiliserGraph(latticeOfSpec(o.lattice, o.qudits), o.prime)),
	"toric-code": target(toricCodeOptions, "the toric code of qudits on a torus, topologically ordered", toricCodeState),
	"random-stabiliser": target(randomStabiliserOptions, "uniformly random stabiliser state, pure or mixed", (o) => randomStabiliser(o.qudits, o.prime, o.seed, o.generators)),
	"clifford-circuit": target(cliffordCircuitOptions, "layers of random two-qubit Clifford gates, or a Clifford circuit from an OpenQASM file", ({ path, qubits, depth, seed }, { read }) => {
		if (path === void 0 === (qubits === void 0)) throw new DomainError("clifford-circuit: either path or qubits required");
		if (path === void 0) return cliffordCircuit(qubits, depth, seed);
		return cliffordCircuitOfText(new TextDecoder().decode(read(path)), path);
	}),
	"stabiliser-file": target(stabiliserFileOptions, "stabiliser state or code from a file of generators", (o, { read }) => stabiliserOfFile(read(o.path), o.path, o.prime))
};
/** Schema of a target in JSON: {name: 'ghz', qubits: 4}. */
const targetSpec = chosenFrom(DATASETS);
/**
* The state that a specification means.
*
* @param spec - as read by `targetSpec`
* @throws {ShapeError | DomainError} as the dataset does
*/
function targetOfSpec(spec, context) {
	return built(DATASETS, spec, context);
}
export { targetOfSpec as n, targetSpec as r, DATASETS as t };
