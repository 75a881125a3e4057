import { t as edgeLeg } from "./tiling-graph-hU3GRWDo.js";
import { B as addScaled, E as applyMatrix, F as realPart, G as scaledVector, V as innerProduct, W as normalised, dt as ShapeError, i as randomStream, j as gramMatrix, n as atMost, r as equals, t as atLeast, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as tilingDisk } from "./minimal-cuts-iH3YbWFA.js";
import { l as networkOf, t as bulkGraph } from "./bulk-graph-z7Wia2ld.js";
import { t as entropiesOfStabiliserNetwork } from "./stabiliser-network-CIApMtLY.js";
import { t as ryuTakayanagi } from "./ryu-takayanagi-CrVcx2LK.js";
import { n as gaussianMetric, r as firstDerivatives, t as scalarCurvature } from "./curvature-C0E6wgHX.js";
import { n as maximalFlow } from "./maximal-flow-CcA26eyI.js";
import { o as connectedParts } from "./network-rules-D3mpnp7F.js";
import { n as networkState } from "./network-state-CqADix7e.js";
import { S as byKind, i as parametersOf } from "./node-tensor-YhHVVG2I.js";
import { r as holographicCode } from "./holographic-code-CHGCx00r.js";
import { t as gaussianOfCorrelation } from "./correlation-BNWcVS-x.js";
import { i as gaussianState } from "./gaussian-state-IZmuMQPG.js";
import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { t as evolutionOperator } from "./complexity-growth-CiCyh1Tf.js";
import { o as checkPauliSum } from "./minimise-BEDXc41D.js";
import { n as penaltyWeight } from "./penalty-metric-Cuwf29xW.js";
import { o as support } from "./pauli-uGOqdxwH.js";
import { t as fidelity } from "./fidelity-DRatENzA.js";
import { r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
import { s as shortestPath, t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
// src/fisher/state-family-metric.ts
/**
* Fubini–Study metric of a family x ↦ ψ(x) of state vectors. The family need not have smooth phases (eigenvectors do
* not): neighbours are aligned with ψ(x) before differences are taken.
*
* @param family - x of shape (P,) to a vector that is not zero
* @param step - largest step of the differences; default 0.03
*
* Cost 6P + 2 states; error O(step⁶) and about 1e-13/step.
*/
function stateFamilyMetric(family, step = .03) {
	return (x) => {
		const psi = normalised(family(x));
		const aligned = (y) => {
			const moved = normalised(family(y));
			const [re, im] = innerProduct(psi, moved);
			const size = Math.hypot(re, im);
			return scaledVector([re / size, -im / size], moved).interleaved;
		};
		const tangents = firstDerivatives(x, aligned, step).map((interleaved) => {
			const tangent = {
				length: psi.length,
				interleaved
			};
			const [re, im] = innerProduct(psi, tangent);
			return addScaled(tangent, [-re, -im], psi);
		});
		return realPart(gramMatrix(tangents));
	};
}
// src/network/subnetwork.ts
/** @file A part of a network as a network of its own. */
/**
* The network of some nodes. Parameters that none of them has are left out; the others keep their order.
*
* @param nodes - of the network, possibly with constants besides
* @param open - what becomes of the legs that dangle
*/
function subnetwork(network, nodes, open, dimensions = network.dimensions) {
	const parameters = [...new Set(nodes.flatMap((node) => parametersOf(node, { dimensions })))].sort((a, b) => a - b);
	const places = new Map(parameters.map((parameter, place) => [parameter, place]));
	const legs = new Set(nodes.flatMap((node) => node.legs));
	return {
		network: {
			kind: "network",
			parameters: parameters.length,
			dimensions: Object.fromEntries([...legs].map((leg) => [leg, dimensions[leg]])),
			nodes: nodes.map((node) => ({
				...node,
				tensor: moved(node.tensor, places)
			})),
			...open
		},
		parameters
	};
}
/** θ of the part at θ of the whole. */
function parametersOfPart({ parameters }, theta) {
	return Float64Array.from(parameters, (parameter) => theta[parameter]);
}
/** The same tensor with its parameters elsewhere. */
const moved = byKind({
	constant: (source) => source,
	free: (source, places) => ({
		...source,
		offset: places.get(source.offset)
	}),
	isometry: (source, places) => ({
		...source,
		offset: places.get(source.offset)
	}),
	rotation: (source, places) => {
		const { angle } = source;
		return typeof angle === "number" ? source : {
			...source,
			angle: {
				...angle,
				parameter: places.get(angle.parameter)
			}
		};
	},
	stabiliser: (source) => source
});
// ../../main/node_modules/@noble/hashes/_u64.js
const fromNumH = (n) => n / 2 ** 32 | 0;
const fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
	const h = fromNumH(n);
	const l = fromNumL(n);
	view.setUint32(byteOffset, isLE ? l : h, isLE);
	view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
// ../../main/node_modules/@noble/hashes/utils.js
/**
* Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
* @param a - value to test
* @returns `true` when the value is a Uint8Array-compatible view.
* @example
* Check whether a value is a Uint8Array-compatible view.
* ```ts
* isBytes(new Uint8Array([1, 2, 3]));
* ```
*/
function isBytes(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
const atitle = (title) => title ? `"${title}" ` : "";
/**
* Asserts something is a non-negative integer.
* @param n - number to validate
* @param title - label included in thrown errors
* @returns The validated number.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a non-negative integer option.
* ```ts
* anumber(32, 'length');
* ```
*/
function anumber(n, title = "") {
	if (typeof n !== "number") throw new TypeError(atitle(title) + "expected number, got " + typeof n);
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
	return n;
}
/**
* Asserts something is Uint8Array.
* @param value - value to validate
* @param length - optional exact length constraint
* @param title - label included in thrown errors
* @returns The validated byte array.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate that a value is a byte array.
* ```ts
* abytes(new Uint8Array([1, 2, 3]));
* ```
*/
function abytes(value, length, title = "") {
	if (isBytes(value) && (length === void 0 || value.length === length)) return value;
	if (length !== void 0) anumber(length, "length");
	const bytes = isBytes(value);
	const ofLen = length !== void 0 ? ` of length ${length}` : "";
	const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
	const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
	if (!bytes) throw new TypeError(message);
	throw new RangeError(message);
}
const aobject = (value, label) => {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
const aopts = (value, label) => {
	aobject(value, label);
	const proto = Object.getPrototypeOf(value);
	if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`);
	if (Object.hasOwn(value, "__proto__")) throw new TypeError(`"${label}.__proto__" is not allowed`);
};
/**
* Asserts a hash instance has not been destroyed or finished.
* @param instance - hash instance to validate
* @param checkFinished - whether to reject finalized instances
* @throws If the hash instance has already been destroyed or finalized. {@link Error}
* @example
* Validate that a hash instance is still usable.
* ```ts
* import { aexists } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aexists(hash);
* ```
*/
function aexists(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("hash was destroyed");
	if (checkFinished && instance.finished) throw new Error("digest() was already called");
}
/**
* Asserts output is a sufficiently-sized byte array.
* @param out - destination buffer
* @param instance - hash instance providing output length
* Oversized buffers are allowed; downstream code only promises to fill the first `outputLen` bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a caller-provided digest buffer.
* ```ts
* import { aoutput } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aoutput(new Uint8Array(hash.outputLen), hash);
* ```
*/
function aoutput(out, instance) {
	abytes(out, void 0, "output");
	const min = instance.outputLen;
	if (!(out.length >= min)) throw new RangeError("\"output\" expected length >= " + min);
}
/**
* Zeroizes typed arrays in place. Warning: JS provides no guarantees.
* @param arrays - arrays to overwrite with zeros
* @example
* Zeroize sensitive buffers in place.
* ```ts
* clean(new Uint8Array([1, 2, 3]));
* ```
*/
function clean(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/**
* Creates a DataView for byte-level manipulation.
* @param arr - source typed array
* @returns DataView over the same buffer region.
* @example
* Create a DataView over an existing buffer.
* ```ts
* createView(new Uint8Array(4));
* ```
*/
function createView(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
* Rotate-right operation for uint32 values.
* @param word - source word
* @param shift - shift amount in bits
* @returns Rotated word.
* @example
* Rotate a 32-bit word to the right.
* ```ts
* rotr(0x12345678, 8);
* ```
*/
function rotr(word, shift) {
	return word << 32 - shift | word >>> shift;
}
const hasHexBuiltin = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
/**
* Convert byte array to hex string.
* Uses the built-in function when available and assumes it matches the tested
* fallback semantics.
* @param bytes - bytes to encode
* @returns Lowercase hexadecimal string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Convert bytes to lowercase hexadecimal.
* ```ts
* bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])); // 'cafe0123'
* ```
*/
function bytesToHex(bytes) {
	abytes(bytes);
	if (hasHexBuiltin) return bytes.toHex();
	let hex = "";
	for (let i = 0; i < bytes.length; i++) hex += hexes[bytes[i]];
	return hex;
}
/**
* Converts string to bytes using UTF8 encoding.
* Built-in doesn't validate input to be string: we do the check.
* Non-ASCII details are delegated to the platform `TextEncoder`.
* @param str - string to encode
* @returns UTF-8 encoded bytes.
* @throws On wrong argument types. {@link TypeError}
* @example
* Encode a string as UTF-8 bytes.
* ```ts
* utf8ToBytes('abc'); // Uint8Array.from([97, 98, 99])
* ```
*/
function utf8ToBytes(str) {
	if (typeof str !== "string") throw new TypeError("string expected");
	const encoded = new TextEncoder().encode(str);
	try {
		return new Uint8Array(encoded);
	} finally {
		clean(encoded);
	}
}
/**
* Merges default options and passed options.
* @param defaults - base option object
* @param opts - user overrides
* @param title - label included in thrown override errors
* @returns Fresh merged option object with a null prototype.
* @throws On wrong argument types. {@link TypeError}
* @example
* Merge user overrides onto default options.
* ```ts
* checkOpts({ dkLen: 32 }, { asyncTick: 10 });
* ```
*/
function checkOpts(defaults, opts, title = "opts") {
	aopts(defaults, "defaults");
	if (opts !== void 0) aopts(opts, title);
	return Object.assign(Object.create(null), defaults, opts);
}
/**
* Creates a callable hash function from a stateful class constructor.
* @param hashCons - hash constructor or factory
* @param info - optional metadata such as DER OID
* @returns Frozen callable hash wrapper with `.create()`.
*   Wrapper construction eagerly calls `hashCons(undefined)` once to read
*   `outputLen` / `blockLen`, so constructor side effects happen at module
*   init time.
* @throws On wrong argument types. {@link TypeError}
* @example
* Wrap a stateful hash constructor into a callable helper.
* ```ts
* import { createHasher } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const wrapped = createHasher(sha256.create, { oid: sha256.oid });
* wrapped(new Uint8Array([1]));
* ```
*/
function createHasher(hashCons, info = {}) {
	if (typeof hashCons !== "function") throw new TypeError("\"hashCons\" expected function, got type=" + typeof hashCons);
	info = checkOpts({}, info, "info");
	const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
	const tmp = hashCons(void 0);
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.canXOF = tmp.canXOF;
	hashC.create = (opts) => hashCons(opts);
	Object.assign(hashC, info);
	return Object.freeze(hashC);
}
/**
* Creates OID metadata for NIST hashes with prefix `06 09 60 86 48 01 65 03 04 02`.
* @param suffix - final OID byte for the selected hash.
*   The helper accepts any byte even though only the documented NIST hash
*   suffixes are meaningful downstream.
* @returns Object containing the DER-encoded OID.
* @example
* Build OID metadata for a NIST hash.
* ```ts
* oidNist(0x01);
* ```
*/
const oidNist = (suffix) => ({ oid: Uint8Array.from([
	6,
	9,
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	suffix
]) });
// ../../main/node_modules/@noble/hashes/_md.js
/**
* Internal Merkle-Damgard hash utils.
* @module
*/
/**
* Shared 32-bit conditional boolean primitive reused by SHA-256, SHA-1, and MD5 `F`.
* Returns bits from `b` when `a` is set, otherwise from `c`.
* The XOR form is equivalent to MD5's `F(X,Y,Z) = XY v not(X)Z` because the masked terms never
* set the same bit.
* @param a - selector word
* @param b - word chosen when selector bit is set
* @param c - word chosen when selector bit is clear
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit choice primitive.
* ```ts
* Chi(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Chi(a, b, c) {
	return a & b ^ ~a & c;
}
/**
* Shared 32-bit majority primitive reused by SHA-256 and SHA-1.
* Returns bits shared by at least two inputs.
* @param a - first input word
* @param b - second input word
* @param c - third input word
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit majority primitive.
* ```ts
* Maj(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Maj(a, b, c) {
	return a & b ^ a & c ^ b & c;
}
/**
* Merkle-Damgard hash construction base class.
* Could be used to create MD5, RIPEMD, SHA1, SHA2.
* Accepts only byte-aligned `Uint8Array` input, even when the underlying spec describes bit
* strings with partial-byte tails.
* @param blockLen - internal block size in bytes
* @param outputLen - digest size in bytes
* @param padOffset - trailing length field size in bytes
* @param isLE - whether length and state words are encoded in little-endian
* @example
* Use a concrete subclass to get the shared Merkle-Damgard update/digest flow.
* ```ts
* import { _SHA1 } from '@noble/hashes/legacy.js';
* const hash = new _SHA1();
* hash.update(new Uint8Array([97, 98, 99]));
* hash.digest();
* ```
*/
var HashMD = class {
	blockLen;
	outputLen;
	canXOF = false;
	padOffset;
	isLE;
	buffer;
	view;
	finished = false;
	length = 0;
	pos = 0;
	destroyed = false;
	constructor(blockLen, outputLen, padOffset, isLE) {
		this.blockLen = blockLen;
		this.outputLen = outputLen;
		this.padOffset = padOffset;
		this.isLE = isLE;
		this.buffer = new Uint8Array(blockLen);
		this.view = createView(this.buffer);
	}
	update(data) {
		aexists(this);
		abytes(data);
		const { view, buffer, blockLen } = this;
		const len = data.length;
		let processed = false;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				const dataView = createView(data);
				for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
				processed = true;
				continue;
			}
			buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(view, 0);
				this.pos = 0;
				processed = true;
			}
		}
		this.length += data.length;
		if (processed) this.roundClean();
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const { buffer, view, blockLen, isLE } = this;
		let { pos } = this;
		buffer[pos++] = 128;
		buffer.fill(0, pos);
		if (this.padOffset > blockLen - pos) {
			this.process(view, 0);
			buffer.fill(0);
		}
		setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
		this.process(view, 0);
		this.roundClean();
		const oview = out === buffer ? view : createView(out);
		const len = this.outputLen;
		const outLen = len / 4;
		const state = this.get();
		if (len % 4 || outLen > state.length) throw new Error("invalid outputLen");
		for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
	_cloneIntoMeta(to) {
		const { buffer, length, finished, destroyed, pos } = this;
		to.destroyed = destroyed;
		to.finished = finished;
		to.length = length;
		to.pos = pos;
		if (pos) to.buffer.set(buffer);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
};
/**
* Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
* Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
*/
/** Initial SHA256 state from RFC 6234 §6.1: the first 32 bits of the fractional parts of the
* square roots of the first eight prime numbers. Exported as a shared table; callers must treat
* it as read-only because constructors copy words from it by index. */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);
// ../../main/node_modules/@noble/hashes/sha2.js
/**
* SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
* SHA256 is the fastest hash implementable in JS, even faster than Blake3.
* Check out {@link https://www.rfc-editor.org/rfc/rfc4634 | RFC 4634} and
* {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf | FIPS 180-4}.
* @module
*/
/**
* SHA-224 / SHA-256 round constants from RFC 6234 §5.1: the first 32 bits
* of the cube roots of the first 64 primes (2..311).
*/
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);
/** Reusable SHA-224 / SHA-256 message schedule buffer `W_t` from RFC 6234 §6.2 step 1. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal SHA-224 / SHA-256 compression engine from RFC 6234 §6.2. */
var SHA2_32B = class extends HashMD {
	A = 0;
	B = 0;
	C = 0;
	D = 0;
	E = 0;
	F = 0;
	G = 0;
	H = 0;
	constructor(outputLen, IV) {
		super(64, outputLen, 8, false);
		this.A = IV[0] | 0;
		this.B = IV[1] | 0;
		this.C = IV[2] | 0;
		this.D = IV[3] | 0;
		this.E = IV[4] | 0;
		this.F = IV[5] | 0;
		this.G = IV[6] | 0;
		this.H = IV[7] | 0;
	}
	get() {
		const { A, B, C, D, E, F, G, H } = this;
		return [
			A,
			B,
			C,
			D,
			E,
			F,
			G,
			H
		];
	}
	set(A, B, C, D, E, F, G, H) {
		this.A = A | 0;
		this.B = B | 0;
		this.C = C | 0;
		this.D = D | 0;
		this.E = E | 0;
		this.F = F | 0;
		this.G = G | 0;
		this.H = H | 0;
	}
	_cloneInto(to) {
		(to ||= new this.constructor()).set(...this.get());
		return this._cloneIntoMeta(to);
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) SHA256_W[i] = view.getUint32(offset, false);
		for (let i = 16; i < 64; i++) {
			const W15 = SHA256_W[i - 15];
			const W2 = SHA256_W[i - 2];
			const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
			const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
			SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
		}
		let { A, B, C, D, E, F, G, H } = this;
		for (let i = 0; i < 64; i++) {
			const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
			const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
			const T2 = (rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22)) + Maj(A, B, C) | 0;
			H = G;
			G = F;
			F = E;
			E = D + T1 | 0;
			D = C;
			C = B;
			B = A;
			A = T1 + T2 | 0;
		}
		A = A + this.A | 0;
		B = B + this.B | 0;
		C = C + this.C | 0;
		D = D + this.D | 0;
		E = E + this.E | 0;
		F = F + this.F | 0;
		G = G + this.G | 0;
		H = H + this.H | 0;
		this.set(A, B, C, D, E, F, G, H);
	}
	roundClean() {
		clean(SHA256_W);
	}
	destroy() {
		this.destroyed = true;
		this.set(0, 0, 0, 0, 0, 0, 0, 0);
		clean(this.buffer);
	}
};
/** Internal SHA-256 hash class grounded in RFC 6234 §6.2. */
var _SHA256 = class extends SHA2_32B {
	constructor() {
		super(32, SHA256_IV);
	}
};
/**
* SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
*
* - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
* - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
* - Each sha256 hash is executing 2^18 bit operations.
* - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with SHA2-256.
* ```ts
* sha256(new Uint8Array([97, 98, 99]));
* ```
*/
const sha256$1 = /* @__PURE__ */ createHasher(() => new _SHA256(), /* @__PURE__ */ oidNist(1));
// src/sha-256.ts
/** @file The checksum SHA-256, for Node and browsers alike. */
/**
* SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits.
*
* @see NIST, FIPS 180-4 (2015)
*/
function sha256(content) {
	return bytesToHex(sha256$1(typeof content === "string" ? utf8ToBytes(content) : content));
}
// src/systems/holography/surface-state.ts
/** @file The state of a closed surface in the bulk: what the network inside generates on the legs that are cut. */
/**
* Cuts a network along a closed surface. The inside has no site of the boundary but those that are part of the surface;
* the outside has all others. So a surface may lie wholly in the bulk, be the boundary, or be a region of it closed by a
* cut. Parts of the network that the surface does not touch are outside.
*
*     outside        ─■─■─■─          inside ∪ outside = network;
*     surface         │   │           for a circuit cut at a time, inside is what came before,
*     inside          ■───■           outside what comes after
*
* @param surface - bonds and sites, in the order of the surface's sites
* @throws {DomainError} no leg, a leg that is neither, or occurs twice, or a surface that is not closed: inside and
*   outside are still connected
*
* @see Miyaji & Takayanagi, arXiv:1503.03542
*/
function surfaceState(network, surface) {
	checkSurface(network, surface);
	const cut = new Set(surface);
	const bare = network.nodes.map((node) => ({
		...node,
		legs: node.legs.filter((leg) => !cut.has(leg))
	}));
	const within = /* @__PURE__ */ new Set();
	for (const part of connectedParts(bare)) {
		const ids = part.map(({ id }) => id);
		const legs = network.nodes.filter(({ id }) => ids.includes(id)).flatMap((node) => node.legs);
		const touches = legs.some((leg) => cut.has(leg));
		const hasSite = legs.some((leg) => network.boundary.includes(leg) && !cut.has(leg));
		if (touches && !hasSite) for (const id of ids) within.add(id);
	}
	const isInside = ({ id }) => within.has(id);
	for (const leg of surface) checkClosed(network, leg, isInside);
	const inside = network.nodes.filter(isInside);
	const outside = network.nodes.filter((node) => !isInside(node));
	return {
		background: hashOf(network),
		surface,
		inside: subnetwork(network, inside, {
			...openLegs(network, inside, cut),
			boundary: surface
		}),
		outside: outerNetwork(network, outside, surface)
	};
}
/** Areas that differ by less are equal. */
const ROUNDING = 1e-9;
/**
* A surface is convex if no piece has a smaller cut than itself on its outer side: if it is the least of all surfaces
* that enclose it. By maximal flow and minimal cut this is so if and only if as much can flow from every piece to the
* boundary as it can carry, which the map from the surface to the boundary needs to be an isometry.
*
* Cost one maximal flow.
*/
function surfaceConvexity({ surface, outside }) {
	const inputs = outside.network.bulk;
	const own = new Set(inputs.slice(surface.length));
	const graph = bulkGraph(outside.network);
	const edges = graph.edges.filter(({ leg }) => !own.has(leg));
	const { crossed } = maximalFlow({
		...graph,
		edges
	}, new Set(inputs.slice(0, surface.length)));
	const cut = edges.filter((_, edge) => crossed[edge]);
	const areaOf = (list) => list.reduce((sum, { capacity }) => sum + capacity, 0);
	const area = areaOf(edges.filter(({ leg }) => inputs.includes(leg)));
	const least = areaOf(cut);
	if (least >= area - ROUNDING) return {
		convex: true,
		area,
		least,
		piece: [],
		shortcut: []
	};
	const kept = new Set(cut.map(({ leg }) => leg));
	return {
		convex: false,
		area,
		least,
		piece: surface.filter((_, k) => !kept.has(inputs[k])),
		shortcut: [...kept].filter((leg) => !inputs.includes(leg))
	};
}
/**
* The information metric on a surface: the Fubini–Study metric of a family of states on it, x ↦ θ(x). States of different
* surfaces have no fidelity, since they have no space in common.
*
* @param family - coordinates x to the parameters θ of the whole network
* @throws {DomainError} when evaluated: the inside has logical inputs
*
* Cost of a point that of `stateFamilyMetric`, with the amplitudes of the surface.
*/
function surfaceMetric({ inside }, family) {
	return stateFamilyMetric((x) => networkState(inside.network, parametersOfPart(inside, family(x))));
}
function checkSurface({ nodes, bulk, environment }, surface) {
	if (surface.length === 0) throw new DomainError("surfaceState: at least one leg required, got none");
	if (new Set(surface).size < surface.length) throw new DomainError(`surfaceState: different legs required, got ${surface}`);
	const legs = new Set(nodes.flatMap((node) => node.legs));
	const wrong = surface.find((leg) => !legs.has(leg) || bulk.includes(leg) || environment.includes(leg));
	if (wrong !== void 0) throw new DomainError(`surfaceState: bonds and sites required, got leg '${wrong}'`);
}
/** @throws {DomainError} the two ends of a leg of the surface are on one side of it */
function checkClosed(network, leg, isInside) {
	const ends = network.nodes.filter(({ legs }) => legs.includes(leg)).map(isInside);
	const outer = network.boundary.includes(leg) ? [...ends, false] : ends;
	if (outer.length === 2 && outer[0] !== outer[1]) return;
	throw new DomainError(`surfaceState: a closed surface required, got one with both ends of leg '${leg}' ${outer[0] ? "inside" : "outside"}`);
}
/** The open legs of some nodes that were open before the cut. */
function openLegs({ boundary, bulk, environment }, nodes, cut) {
	const own = new Set(nodes.flatMap(({ legs }) => legs));
	const kept = (legs) => legs.filter((leg) => own.has(leg) && !cut.has(leg));
	return {
		boundary: kept(boundary),
		bulk: kept(bulk),
		environment: kept(environment)
	};
}
/** The outside, with a wire for each site that is part of the surface. */
function outerNetwork(network, nodes, surface) {
	const dimensions = { ...network.dimensions };
	const fresh = (name) => name in dimensions ? fresh(`${name}'`) : name;
	const wires = [];
	const inputs = surface.map((leg) => {
		if (!network.boundary.includes(leg)) return leg;
		const input = fresh(`surface ${leg}`);
		const size = dimensions[leg];
		dimensions[input] = size;
		const interleaved = Array.from({ length: 2 * size * size }, (_, k) => k % (2 * size + 2) === 0 ? 1 : 0);
		wires.push({
			id: `wire ${leg}`,
			legs: [leg, input],
			tensor: {
				kind: "constant",
				interleaved
			}
		});
		return input;
	});
	const open = openLegs(network, nodes, new Set(surface));
	const boundary = network.boundary.filter((leg) => open.boundary.includes(leg) || surface.includes(leg));
	return subnetwork(network, [...nodes, ...wires], {
		...open,
		boundary,
		bulk: [...inputs, ...open.bulk]
	}, dimensions);
}
/** SHA-256 of a record, whatever the order of its fields. */
function hashOf(network) {
	const sorted = (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value;
	return sha256(JSON.stringify(network, sorted));
}
// train/studies/surface-states/hexagon-surfaces.ts
/** @file Closed surfaces in a plane of perfect tensors: entropies of their pieces against cuts inside, and convexity. */
/** The tiling {6, 4} and perfect tensors on it. */
function hexagonPlane(layers) {
	const { tiling: plane, network } = holographicCode({
		p: 6,
		layers
	});
	return {
		plane,
		network
	};
}
/** Whole rings, horseshoes, then connected sets of tiles without holes, of all sizes, every second around a gap. */
function* hexagonSurfaces(layers, count, seed) {
	const { plane, network } = hexagonPlane(layers);
	const within = plane.tiles.flatMap(({ layer }, tile) => layer < layers ? [tile] : []);
	const found = [];
	for (let rings = 0; rings < layers; rings++) {
		const tiles = within.filter((tile) => plane.tiles[tile].layer <= rings);
		found.push(measured(plane, network, tiles, [
			"the central tile",
			"one ring",
			"two rings",
			"three rings"
		][rings]));
	}
	const shoes = layers < 3 ? [] : [
		3,
		4,
		5
	].map((sides) => horseshoe(plane, sides));
	for (const tiles of shoes) found.push(measured(plane, network, tiles, `horseshoe of ${tiles.length} tiles`));
	const stream = randomStream(seed, "surfaces");
	for (let k = 0; k < count; k++) {
		const size = 2 + Math.floor((Math.min(within.length, 24) - 2) * ((k + .5) / count));
		const shoe = k % 2 === 1 ? shoes[1 + (k >> 1) % 2] : void 0;
		const allowed = shoe === void 0 ? within : within.filter((tile) => tile !== 0);
		found.push(measured(plane, network, grown(plane, allowed, shoe ?? [0], size, stream), "random"));
		if (k % 20 === 19) yield {
			message: `${k + 1} surfaces`,
			progress: (k + 1) / count
		};
	}
	return found;
}
/** The tiles along some sides of the central one and at the corners between: a line with the centre in its gap. */
function horseshoe(plane, sides) {
	const along = plane.tiles[0].edges.slice(0, sides).map((edge) => plane.edges[edge].tiles.find((tile) => tile !== 0));
	const corners = along.slice(1).map((tile, k) => {
		const both = [along[k], tile].map((one) => neighboursOf(plane, [one]));
		return both[0].find((other) => other !== 0 && !along.includes(other) && both[1].includes(other));
	});
	return [...along, ...corners];
}
function measured(plane, network, tiles, name) {
	const legs = around(plane, tiles);
	const state = surfaceState(network, legs);
	const { convex, area, least, shortcut } = surfaceConvexity(state);
	const entropies = entropiesOfStabiliserNetwork(state.inside.network);
	const n = legs.length;
	const pieces = [
		1,
		2,
		3,
		4,
		5,
		6,
		8,
		10,
		12
	].filter((length) => length <= n / 2).flatMap((length) => Array.from({ length: n }, (_, start) => piece(n, start, length)));
	const { regions, equality } = ryuTakayanagi(entropies, bulkGraph(state.inside.network), pieces);
	const deficits = regions.map(({ deficit }) => deficit);
	const outer = entropiesOfStabiliserNetwork(state.outside.network);
	const inputs = Array.from({ length: n }, (_, k) => outer.boundary + k);
	return {
		name,
		tiles,
		legs: n,
		background: state.background,
		convex,
		area: Math.round(area / Math.LN2),
		least: Math.round(least / Math.LN2),
		shortcut,
		isometric: outer.entropy(inputs) > area - 1e-9,
		pieces: pieces.length,
		equal: Math.round(equality * pieces.length),
		greatest: Math.max(...deficits),
		smallest: Math.min(...deficits)
	};
}
const piece = (n, start, length) => Array.from({ length }, (_, k) => (start + k) % n);
/** A connected set of tiles whose edge is one closed line. */
function grown(plane, within, start, size, stream) {
	const allowed = new Set(within);
	let tiles = start;
	for (let tries = 0; tiles.length < size && tries < 50 * size; tries++) {
		const next = neighboursOf(plane, tiles).filter((tile) => allowed.has(tile) && !tiles.includes(tile));
		const more = [...tiles, next[Math.floor(stream.uniform() * next.length)]];
		if (around(plane, more).length === openEdges(plane, more).length) tiles = more;
	}
	return tiles;
}
function neighboursOf({ tiles, edges }, set) {
	return set.flatMap((tile) => tiles[tile].edges.flatMap((edge) => edges[edge].tiles));
}
/** Edges between a set of tiles and all others. */
function openEdges({ edges }, set) {
	const inside = new Set(set);
	return edges.flatMap(({ tiles }, edge) => tiles.filter((tile) => inside.has(tile)).length === 1 ? [edge] : []);
}
/** The legs around a set of tiles in order; not all of them if its edge is more than one line or meets itself. */
function around(plane, set) {
	const open = openEdges(plane, set);
	const at = /* @__PURE__ */ new Map();
	for (const edge of open) for (const vertex of plane.edges[edge].vertices) at.set(vertex, [...at.get(vertex) ?? [], edge]);
	if ([...at.values()].some((meeting) => meeting.length !== 2)) return [];
	const line = [open[0]];
	let vertex = plane.edges[open[0]].vertices[1];
	for (;;) {
		const next = at.get(vertex).find((edge) => edge !== line.at(-1));
		if (next === line[0]) return line.map((edge) => edgeLeg(plane, edge));
		line.push(next);
		const [a, b] = plane.edges[next].vertices;
		vertex = a === vertex ? b : a;
	}
}
// train/studies/surface-states/findings.ts
/** @file The findings of the study in words, tables and pictures. */
function findings(measured) {
	const { surfaces, times } = measured;
	const { convex, dented } = sorted(surfaces);
	const pieces = surfaces.reduce((sum, surface) => sum + surface.pieces, 0);
	const equal = surfaces.reduce((sum, surface) => sum + surface.equal, 0);
	const far = times.surfaces.at(-1);
	return {
		title: "States on surfaces",
		question: "Has every closed surface in the bulk a state, and is it the state of a geometry of its own? (III.D)",
		answer: `The network inside a closed surface makes a pure state on it. In a plane of perfect tensors the entropy of ${equal} of ${pieces} contiguous pieces of ${surfaces.length} surfaces is the least cut inside, and the map from the surface to the boundary is an isometry for all ${convex.length} convex surfaces and none of the ${dented.length} others. On a geodesic a surface at a time holds the state at that time, and what it encloses is as short as the shortest path found to it. In another network for the same boundary state a surface encloses ${far.enclosed.toFixed(2)} where ${far.shortest.toFixed(2)} would do: the state of a surface is that of a surface in a given network.`,
		sections: [
			closedSection(measured),
			timeSection(measured),
			metricSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
function closedSection({ layers, surfaces }) {
	const { convex, dented } = sorted(surfaces);
	const { plane } = hexagonPlane(layers);
	const names = [...surfaces.filter(({ name }) => name !== "random")];
	const shown = names.filter((surface) => !surface.convex).at(-1) ?? names.at(-1);
	const inside = new Set(shown.tiles);
	const surface = plane.edges.flatMap(({ tiles }, edge) => tiles.filter((tile) => inside.has(tile)).length === 1 ? [edgeLeg(plane, edge)] : []);
	const of = (list, has) => `${list.filter(has).length} of ${list.length}`;
	return {
		heading: "Closed surfaces in a plane of perfect tensors",
		text: "A surface is convex if no surface around it has less area. Only then can the map from its state to the boundary be an isometry: more cannot flow out than the least surface lets through. The entropy of an open piece is compared with the least cut inside that closes it.",
		exhibits: [
			tilingDisk(plane, {
				caption: `A surface that is ${shown.convex ? "" : "not "}convex. Area ${shown.area.toFixed(0)} bits; the least surface around it has ${shown.least.toFixed(0)}.`,
				wedges: [{
					name: "inside",
					nodes: shown.tiles.map((tile) => `tile ${tile}`)
				}],
				cuts: [{
					name: "surface",
					legs: surface
				}, ...shown.convex ? [] : [{
					name: "shortcut",
					legs: shown.shortcut
				}]]
			}),
			{
				kind: "table",
				caption: "Some surfaces. Areas in bits.",
				columns: [
					"inside",
					"tiles",
					"area",
					"least around",
					"convex",
					"isometry outwards",
					"pieces",
					"with entropy = cut"
				],
				rows: names.map(({ name, tiles, area, least, convex: bulges, isometric, pieces, equal }) => [
					name,
					tiles.length,
					area,
					least,
					bulges ? "yes" : "no",
					isometric ? "yes" : "no",
					pieces,
					equal
				])
			},
			{
				kind: "table",
				caption: "All surfaces. Connected sets of tiles without holes.",
				columns: [
					"surfaces",
					"isometry outwards",
					"all pieces with entropy = cut"
				],
				rows: [["convex", convex], ["not convex", dented]].map(([name, list]) => [
					name,
					of(list, ({ isometric }) => isometric),
					of(list, ({ pieces, equal }) => pieces === equal)
				])
			}
		]
	};
}
function timeSection({ times }) {
	return {
		heading: "Surfaces at a time",
		text: "A path of slices is written as a circuit, by product formulas of fourth order, and the circuit as a network. A surface across all wires encloses what came before. The second network makes the same boundary state, but halfway takes a detour and comes back.",
		exhibits: [{
			kind: "table",
			caption: "What surfaces enclose. Lengths on the chain with words of two neighbours and of one qubit.",
			columns: [
				"network",
				"background",
				"time",
				"enclosed length",
				"shortest found",
				"infidelity with the geodesic"
			],
			rows: times.surfaces.map(({ network, background, time, enclosed, shortest, infidelity }) => [
				network,
				background.slice(0, 8),
				time,
				enclosed,
				shortest,
				infidelity
			])
		}]
	};
}
function metricSection({ families }) {
	return {
		heading: "The information metric on one surface",
		label: "analogy",
		text: "States of one family lie on one surface, and have a Fubini–Study metric; states of different surfaces have no fidelity. Bosons that are squeezed in pairs make a hyperbolic plane, fermions in pairs a sphere. The reading of the first as a slice of anti-de Sitter space is not derived here.",
		exhibits: [{
			kind: "table",
			caption: "Scalar curvature. At three points, by differences: of amplitudes on the surface, and of the covariance of the modes.",
			columns: [
				"family",
				"from",
				"closed form",
				...families[0].points.map((point) => `at (${point.join(", ")})`)
			],
			rows: families.flatMap(({ family, expected, curvatures, ofCovariance }) => [[
				family,
				"amplitudes",
				expected,
				...curvatures
			], [
				family,
				"covariance",
				expected,
				...ofCovariance
			]])
		}]
	};
}
function checksOf({ surfaces, times, families }) {
	const { convex, dented } = sorted(surfaces);
	const geodesic = times.surfaces.filter(({ network }) => network === "geodesic");
	return [
		atLeast("entropy of a piece is at most its least cut: least deficit", "theorem", Math.min(...surfaces.map(({ smallest }) => smallest)), 0, 1e-9),
		atMost("convex rings: greatest deficit of a piece", "theorem", Math.max(...surfaces.filter(({ name }) => name !== "random").map(({ greatest }) => greatest)), 0, 1e-9),
		atMost("surfaces that are not convex with an isometry outwards", "theorem", dented.filter(({ isometric }) => isometric).length, 0),
		equals("convex surfaces with an isometry outwards", "independent computation", convex.filter(({ isometric }) => isometric).length, convex.length, 0),
		equals("all surfaces have one background", "theorem", new Set(surfaces.map(({ background }) => background)).size, 1, 0),
		atMost("surfaces of the geodesic: infidelity with the exact path", "independent computation", Math.max(...geodesic.map(({ infidelity }) => infidelity)), 0, 1e-6),
		atMost("surfaces of the geodesic: enclosed length over the shortest found", "theorem", Math.max(...geodesic.map(({ enclosed, shortest }) => enclosed / shortest)), 1, .02),
		atMost("both networks make one state: infidelity", "theorem", times.sameState, 0, 1e-10),
		...families.map(({ family, expected, curvatures, ofCovariance }) => equals(`curvature of ${family}`, "closed form", [...curvatures, ...ofCovariance].reduce((a, b) => Math.abs(b - expected) > Math.abs(a - expected) ? b : a), expected, .001))
	];
}
function verdictsOf({ surfaces, times }) {
	const { convex, dented } = sorted(surfaces);
	const far = times.surfaces.at(-1);
	const geodesic = times.surfaces.filter(({ network }) => network === "geodesic");
	const worst = Math.max(...geodesic.map(({ enclosed, shortest }) => enclosed / shortest));
	return [
		{
			statement: "the tensor network enclosed by a closed surface represents a quantum state",
			source: "III.D",
			verdict: "holds",
			because: `by construction; it reaches the boundary unchanged only from the ${convex.length} convex surfaces, not from the ${dented.length} others`
		},
		{
			statement: "a closed surface around a segment of the geodesic from its start has the state at the end of the segment, with that segment as its optimal network",
			source: "III.D",
			verdict: "holds",
			because: `the states agree with the exact path, and enclosed lengths are at most ${worst.toFixed(4)} times the shortest found`
		},
		{
			statement: "the correspondence is not unique: it depends on the boundary state and its tensor network",
			source: "III.D",
			verdict: "holds",
			because: `two networks for one state (infidelity ${times.sameState.toExponential(1)}) have on their middle surfaces states of infidelity ${far.infidelity.toFixed(3)}, and the second encloses ${(far.enclosed / far.shortest).toFixed(1)} times the shortest length`
		},
		{
			statement: "the local geometry of the bulk can be derived from the information metric of surface states",
			source: "I",
			verdict: "analogy",
			because: "families on one surface have the metrics of closed form; surfaces of different size have no common space, and no fidelity"
		}
	];
}
function sorted(surfaces) {
	return {
		convex: surfaces.filter(({ convex }) => convex),
		dented: surfaces.filter(({ convex }) => !convex)
	};
}
// train/studies/surface-states/metric-families.ts
/** @file Families of states on one surface, and the curvature of their information metric. */
/** Levels of each oscillator that are kept: tanh²⁴ᵏ r of the weight is lost, 10⁻¹³ at r = 0.6. */
const LEVELS = 24;
const POINTS = [
	[.2, .1],
	[.4, .2],
	[.5, -.7]
];
/** A mode and its partner: squeezed bosons, and a pair of fermions. */
function familyCurvatures() {
	return [curvaturesOf("two-mode squeezed vacua Σ tanhⁿr e^{inφ}|nn⟩", -8, LEVELS, squeezedPair, (n, r) => Math.tanh(r) ** n), curvaturesOf("pairs of fermions cos φ|00⟩ + e^{iχ} sin φ|11⟩", 8, 2, fermionPair, (n, angle) => n === 0 ? Math.cos(angle) : Math.sin(angle))];
}
/** ⟨a†a⟩ = sinh²r, ⟨ab⟩ = e^{iφ} sinh r cosh r. */
function squeezedPair([r, phase]) {
	const [c, x, y] = [
		Math.cosh(2 * r),
		Math.sinh(2 * r) * Math.cos(phase),
		Math.sinh(2 * r) * Math.sin(phase)
	];
	const data = Float64Array.of(c, x, 0, y, x, c, y, 0, 0, y, c, -x, y, 0, -x, c);
	return gaussianState("boson", {
		rows: 4,
		cols: 4,
		data
	});
}
/** ⟨c†c⟩ = sin²φ, ⟨c₀c₁⟩ = −e^{iχ} sin φ cos φ. */
function fermionPair([angle, phase]) {
	const [n, pair] = [Math.sin(angle) ** 2, Math.sin(angle) * Math.cos(angle)];
	const [re, im] = [-pair * Math.cos(phase), -pair * Math.sin(phase)];
	return gaussianOfCorrelation({
		rows: 2,
		cols: 2,
		interleaved: Float64Array.of(n, 0, 0, 0, 0, 0, n, 0)
	}, {
		rows: 2,
		cols: 2,
		interleaved: Float64Array.of(0, 0, re, im, -re, -im, 0, 0)
	});
}
function curvaturesOf(family, expected, size, gaussian, modulus) {
	const thetaAt = ([x, phase]) => {
		const theta = new Float64Array(2 * size * size);
		for (let n = 0; n < size; n++) {
			const value = modulus(n, x);
			theta.set([value * Math.cos(n * phase), value * Math.sin(n * phase)], 2 * n * (size + 1));
		}
		return theta;
	};
	const [curvatures, ofCovariance] = [surfaceMetric(surfaceState(pairNetwork(size), ["a", "b"]), thetaAt), gaussianMetric(gaussian)].map((field) => POINTS.map((point) => scalarCurvature(field, Float64Array.from(point)).value));
	return {
		family,
		expected,
		points: POINTS,
		curvatures,
		ofCovariance
	};
}
/** A tensor of two legs, the mode and its partner, and a wire from each to the boundary. */
function pairNetwork(size) {
	const interleaved = Array.from({ length: 2 * size * size }, (_, k) => k % (2 * size + 2) === 0 ? 1 : 0);
	const wire = (site, leg) => ({
		id: site,
		legs: [site, leg],
		tensor: {
			kind: "constant",
			interleaved
		}
	});
	return {
		kind: "network",
		parameters: 2 * size * size,
		dimensions: {
			a: size,
			b: size,
			A: size,
			B: size
		},
		nodes: [
			{
				id: "pair",
				legs: ["a", "b"],
				tensor: {
					kind: "free",
					offset: 0
				}
			},
			wire("A", "a"),
			wire("B", "b")
		],
		boundary: ["A", "B"],
		bulk: [],
		environment: []
	};
}
// src/comparison/trotter.ts
/**
* The circuit of a sliced path: H_k acts for the time 1/K, slice by slice. Each slice is cut into `steps` product formulas,
*
*     S₁(τ) = Π_P exp(−i h_P τ P),    S₂(τ) = S₁(τ/2)·S₁(τ/2) in reverse order,    S₄(τ) = S₂(pτ)² S₂((1−4p)τ) S₂(pτ)²,
*
* with p = 1/(4 − 4^{1/3}). Neighbouring rotations about one word are merged. The error is that of the formula only: the
* path is piecewise constant.
*
* @param path - K Hamiltonians on n qubits; identity terms, a global phase, are left out
* @returns a circuit without parameters
* @throws {ShapeError | DomainError} no slice, Hamiltonians on different numbers of qubits or malformed, steps not whole
*
* @see Suzuki, Phys. Lett. A 146, 319 (1990)
*/
function trotterCircuit(path, options) {
	const qubits = path[0]?.qubits ?? 0;
	path.forEach(checkPauliSum);
	if (qubits === 0 || path.some((slice) => slice.qubits !== qubits)) throw new ShapeError(`trotterCircuit: slices on one number of qubits required, got ${path.map((slice) => slice.qubits)}`);
	const slice = (k) => () => path[k];
	return {
		kind: "circuit",
		qubits,
		parameters: 0,
		gates: merged(path.flatMap((_, k) => productFormulas(slice(k), 0, 1 / path.length, options)))
	};
}
function productFormulas(at, start, time, { order, steps }) {
	if (!(Number.isInteger(steps) && steps >= 1)) throw new DomainError(`product formula: a whole number of steps required, got ${steps}`);
	const formula = {
		1: firstOrder,
		2: secondOrder,
		4: fourthOrder
	}[order];
	const tau = time / steps;
	return Array.from({ length: steps }, (_, k) => formula(at, start + k * tau, tau)).flat();
}
function firstOrder(at, start, tau) {
	return rotations(at(start + tau / 2), tau);
}
function secondOrder(at, start, tau) {
	const half = rotations(at(start + tau / 2), tau / 2);
	return [...half, ...half.toReversed()];
}
function fourthOrder(at, start, tau) {
	const p = 1 / (4 - 4 ** (1 / 3));
	let from = start;
	return [
		p,
		p,
		1 - 4 * p,
		p,
		p
	].flatMap((share) => {
		const gates = secondOrder(at, from, share * tau);
		from += share * tau;
		return gates;
	});
}
/** exp(−i h τ P) is the rotation by 2hτ. */
function rotations({ terms }, tau) {
	return terms.filter(({ word }) => /[^I]/.test(word)).map(({ word, coefficient }) => ({
		word,
		angle: 2 * coefficient * tau
	}));
}
/** Neighbouring rotations about one word become one. */
function merged(gates) {
	const out = [];
	for (const { word, angle } of gates) {
		const last = out[out.length - 1];
		if (last?.word === word) last.angle += angle;
		else out.push({
			word,
			angle
		});
	}
	return out;
}
// src/path/sliced-path.ts
/** The path of a geodesic found by the direct method. */
function geodesicPath(geodesic) {
	const qubits = geodesic.words[0]?.length ?? 0;
	return geodesic.velocity.map((h) => ({
		qubits,
		terms: geodesic.words.map((word, p) => ({
			word,
			coefficient: h[p]
		})).filter(({ coefficient }) => coefficient !== 0)
	}));
}
// train/studies/surface-states/time-surfaces.ts
/** @file Surfaces at a time of a circuit: of a geodesic, and of a longer circuit for the same state. */
const METRIC = TWO_LOCAL.chain;
/** Product formulas of fourth order for each slice. */
const FORMULAS = {
	order: 4,
	steps: 4
};
/** States on the surfaces at a quarter, half and three quarters of a geodesic; and halfway of a detour from it and back. */
function* timeSurfaces(qubits, search) {
	const target = haarRandom(qubits, search.seed).amplitudes;
	const geodesic = yield* scaled(shortestPath(METRIC, target, search), 0, .3);
	const path = geodesicPath(geodesic);
	const groups = path.map((H) => gatesOf(H, 1 / path.length));
	const half = path.length / 2;
	const detour = wander(qubits, search.seed);
	const back = detour.toReversed().map(({ word, angle }) => ({
		word,
		angle: -angle
	}));
	const circuits = {
		geodesic: groups,
		detour: [
			...groups.slice(0, half),
			detour,
			back,
			...groups.slice(half)
		]
	};
	const states = statesAlong(path, qubits);
	const lengths = path.map(({ terms }) => Math.hypot(...terms.map(weighted)) / path.length);
	const until = (slice) => lengths.slice(0, slice).reduce((sum, x) => sum + x, 0);
	const wanted = [
		...[
			1,
			2,
			3
		].map((quarter) => {
			const slice = Math.round(quarter * path.length / 4);
			return {
				network: "geodesic",
				slice,
				groups: slice,
				time: `${quarter}/4`,
				enclosed: until(slice)
			};
		}),
		{
			network: "detour",
			slice: half,
			groups: half,
			time: "1/2, before the detour",
			enclosed: until(half)
		},
		{
			network: "detour",
			slice: half,
			groups: half + 1,
			time: "1/2, at its far end",
			enclosed: until(half) + rotationLength(detour)
		}
	];
	const surfaces = [];
	for (const [k, { slice, groups: done, ...known }] of wanted.entries()) {
		const { background, state } = stateAfter(qubits, circuits[known.network], done);
		const share = (j) => .3 + .7 * j / wanted.length;
		const { length } = yield* scaled(shortestPath(METRIC, state, search), share(k), share(k + 1));
		surfaces.push({
			...known,
			background,
			shortest: length,
			infidelity: 1 - fidelity(state, states[slice])
		});
	}
	const ends = [circuits.geodesic, circuits.detour].map((list) => stateAfter(qubits, list, list.length).state);
	return {
		length: geodesic.length,
		surfaces,
		sameState: 1 - fidelity(ends[0], ends[1])
	};
}
const weighted = ({ word, coefficient }) => Math.sqrt(penaltyWeight(METRIC, word)) * coefficient;
/** The state on the surface after the first groups of gates, read from the network inside. */
function stateAfter(qubits, groups, done) {
	const circuit = {
		kind: "circuit",
		qubits,
		parameters: 0,
		gates: groups.flat()
	};
	const before = groups.slice(0, done).flat();
	const surface = Array.from({ length: qubits }, (_, q) => `${q} ${before.filter(({ word }) => support(word).includes(q)).length}`);
	const { background, inside } = surfaceState(networkOf(circuit), surface);
	return {
		background,
		state: networkState(inside.network, /* @__PURE__ */ new Float64Array(0))
	};
}
/** The states of the path of exact slices. */
function statesAlong(path, qubits) {
	const states = [zeroState(qubits)];
	for (const H of path) states.push(applyMatrix(evolutionOperator(H, 1 / path.length), states.at(-1)));
	return states;
}
function gatesOf({ qubits, terms }, time) {
	return trotterCircuit([{
		qubits,
		terms: terms.map(({ word, coefficient }) => ({
			word,
			coefficient: time * coefficient
		}))
	}], FORMULAS).gates;
}
/** A dozen random rotations of neighbours. */
function wander(qubits, seed) {
	const stream = randomStream(seed, "detour");
	const letter = () => "XYZ"[Math.floor(3 * stream.uniform())];
	return Array.from({ length: 12 }, () => {
		const at = Math.floor((qubits - 1) * stream.uniform());
		return {
			word: [...Array(qubits).keys()].map((q) => q === at || q === at + 1 ? letter() : "I").join(""),
			angle: stream.normal()
		};
	});
}
const rotationLength = (gates) => gates.reduce((sum, { angle }) => sum + Math.abs(angle) / 2, 0);
function* scaled(work, from, to) {
	for (;;) {
		const next = work.next();
		if (next.done) return next.value;
		yield {
			...next.value,
			progress: from + (to - from) * next.value.progress
		};
	}
}
// train/studies/surface-states/run.ts
/** Carries the study out, part by part. */
function* run({ layers, surfaces: count, qubits, slices, starts }, { seed, part }) {
	return findings({
		layers,
		surfaces: yield* part("closed surfaces", .5, () => hexagonSurfaces(layers, count, seed)),
		times: yield* part("surfaces of a geodesic", .95, () => timeSurfaces(qubits, {
			slices,
			starts,
			seed
		})),
		families: yield* part("information metric", 1, familyCurvatures)
	});
}
export { run };
