import { i as printable, t as parseJson } from "./json-C18OHthQ.js";
import { a as int, d as string, i as discriminatedUnion, n as array, o as literal, r as boolean, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { H as norm, J as identityMatrix, L as scaledMatrix, Q as currentEngine, W as normalised, X as zeroMatrix, Y as sizeOf, a as randomUnitary, d as hermitianEigenvalues, dt as ShapeError, i as randomStream, ut as DomainError } from "./study-record-DTuekta5.js";
import { c as pauliSumMatrix } from "./minimise-BEDXc41D.js";
import { n as latticeSpec, t as latticeOfSpec } from "./lattice-spec-FpVZWbVD.js";
import { n as hamiltonianSpec, t as hamiltonianOfSpec } from "./hamiltonian-spec-BYNcROsm.js";
import { t as matrixExponential } from "./matrix-exponential-Ca54r-Qm.js";
import { createRequire } from "module";
// src/catalogue.ts
/** @file Catalogues: things by name, each with options of its own, as they are chosen in an experiment file. */
/** Schema of a choice: one variant { name, …options } for each entry. */
function chosenFrom(catalogue) {
	const variants = Object.entries(catalogue).map(([name, { options }]) => options.extend({ name: literal(name) }));
	return discriminatedUnion("name", variants);
}
/** Builds the chosen entry; its options have been checked by `chosenFrom`. */
function built(catalogue, { name, ...options }, context) {
	return catalogue[name].build(options, context);
}
// datasets/formats/json-array.ts
/** @file Amplitudes and matrices in JSON: {re, im?}, each a list of numbers, of lists of numbers, and so on. */
/**
* The array in a JSON text. One list for each axis, the first outermost:
*
*     {"re": [0.6, 0], "im": [0, 0.8]}     complex numbers, real and imaginary parts apart
*     {"re": [[0.5, 0], [0, 0.5]]}         real numbers
*     [0.6, 0.8]                           real numbers
*     [[0.6, 0], [0, 0], [0, 0], [0, 0.8]] complex numbers as pairs (re, im)
*
* A bare list whose innermost lists have two numbers is read as pairs, but refused where every axis has length 1 or 2:
* it might as well be a real matrix, or real amplitudes with an axis for each qubit.
*
* @throws {DomainError} not JSON, not of this form, or ambiguous
* @throws {ShapeError} lists of unequal length, or re and im of different shape
*/
function readJsonArray(bytes, name = "JSON file") {
	const json = parseJson(bytes, name);
	if (Array.isArray(json)) return bareArray(realArray(json, name), name);
	const keys = Object.keys(json !== null && typeof json === "object" ? json : {});
	if (!keys.includes("re") || keys.some((key) => key !== "re" && key !== "im")) {
		const got = keys.length > 0 ? `the keys ${printable(keys.map((key) => `'${key}'`).join(", "), 80)}` : shown(json);
		throw new DomainError(`${name}: {"re": […], "im": […]} or a list of numbers required, got ${got}`);
	}
	const parts = json;
	const re = realArray(parts.re, `${name}: re`);
	const im = "im" in parts ? realArray(parts.im, `${name}: im`) : {
		shape: re.shape,
		entries: []
	};
	if (im.shape.join() !== re.shape.join()) throw new ShapeError(`${name}: re and im of equal shape required, got (${re.shape}) and (${im.shape})`);
	const interleaved = new Float64Array(2 * re.entries.length);
	re.entries.forEach((x, k) => {
		interleaved[2 * k] = x;
		interleaved[2 * k + 1] = im.entries[k] ?? 0;
	});
	return {
		shape: re.shape,
		interleaved
	};
}
function bareArray({ shape, entries }, name) {
	if (shape.length > 1 && shape.at(-1) === 2) {
		if (shape.every((extent) => extent <= 2)) throw new DomainError(`${name}: {"re": […]} or {"re": […], "im": […]} required for shape (${shape}), got a bare list, which may mean real numbers or pairs (re, im)`);
		return {
			shape: shape.slice(0, -1),
			interleaved: Float64Array.from(entries)
		};
	}
	const interleaved = new Float64Array(2 * entries.length);
	entries.forEach((x, k) => {
		interleaved[2 * k] = x;
	});
	return {
		shape,
		interleaved
	};
}
/** Numbers in lists within lists, all lists of an axis equally long. */
function realArray(json, name) {
	const shape = [];
	for (let first = json; Array.isArray(first); first = first[0]) shape.push(first.length);
	const entries = [];
	const collect = (part, axis, place) => {
		if (axis === shape.length) {
			if (typeof part === "number" && Number.isFinite(part)) entries.push(part);
			else throw new DomainError(`${name}${place}: a finite number required, got ${shown(part)}`);
		} else if (!Array.isArray(part)) throw new DomainError(`${name}${place}: a list of ${shape[axis]} entries required, got ${shown(part)}`);
		else if (part.length !== shape[axis]) throw new ShapeError(`${name}${place}: a list of ${shape[axis]} entries required, got ${part.length}`);
		else for (let k = 0; k < part.length; k++) collect(part[k], axis + 1, `${place}[${k}]`);
	};
	if (shape.length === 0) throw new DomainError(`${name}: a list of numbers required, got ${shown(json)}`);
	if (sizeOf(shape) === 0) throw new ShapeError(`${name}: at least one number required, got none`);
	collect(json, 0, "");
	return {
		shape,
		entries
	};
}
function shown(json) {
	if (Array.isArray(json)) return "a list";
	return json !== null && typeof json === "object" ? "an object" : printable(String(JSON.stringify(json)), 40);
}
// datasets/formats/npy.ts
/** @file NumPy's .npy files: one array of numbers. */
const MAGIC = [
	147,
	78,
	85,
	77,
	80,
	89
];
/** Every element type that can be read: its size in bytes, and how one part of it is read. */
const ELEMENTS = {
	b1: [1, (view, at) => Number(view.getUint8(at) !== 0)],
	i1: [1, (view, at) => view.getInt8(at)],
	u1: [1, (view, at) => view.getUint8(at)],
	i2: [2, (view, at, little) => view.getInt16(at, little)],
	u2: [2, (view, at, little) => view.getUint16(at, little)],
	i4: [4, (view, at, little) => view.getInt32(at, little)],
	u4: [4, (view, at, little) => view.getUint32(at, little)],
	i8: [8, (view, at, little) => exactNumber(view.getBigInt64(at, little))],
	u8: [8, (view, at, little) => exactNumber(view.getBigUint64(at, little))],
	f4: [4, (view, at, little) => view.getFloat32(at, little)],
	f8: [8, (view, at, little) => view.getFloat64(at, little)],
	c8: [8, (view, at, little) => view.getFloat32(at, little)],
	c16: [16, (view, at, little) => view.getFloat64(at, little)]
};
/** An integer as a float64; NaN if it cannot be represented exactly. */
function exactNumber(integer) {
	const number = Number(integer);
	return BigInt(number) === integer ? number : NaN;
}
/**
* The array in a .npy file, row-major; real numbers have imaginary part 0, and true is 1.
*
* @param bytes - the file
* @param name - what to call it in an error
* @throws {DomainError} not a .npy file, an element type other than bool, integer, float or complex, or an integer
*   that float64 cannot represent
* @throws {ShapeError} the file is shorter than its header says
*
* @see NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays"
*/
function readNpy(bytes, name = ".npy file") {
	if (bytes.length < MAGIC.length || MAGIC.some((byte, k) => bytes[k] !== byte)) throw new DomainError(`${name}: a .npy file required, got other bytes at its start`);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const version = bytes[6];
	if (version !== void 0 && (version < 1 || version > 3)) throw new DomainError(`${name}: .npy version 1, 2 or 3 required, got ${version}`);
	const start = version === 1 ? 10 : 12;
	const data = start + (bytes.length < start ? 0 : version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
	if (bytes.length < data) throw new ShapeError(`${name}: a header of ${data} bytes required, got a file of ${bytes.length}`);
	const { type, littleEndian, fortranOrder, shape } = parseHeader(decoded(bytes.subarray(start, data)), name);
	const [width, number] = ELEMENTS[type];
	const size = sizeOf(shape);
	const needed = data + size * width;
	if (!(bytes.length >= needed)) throw new ShapeError(`${name}: ${needed} bytes required for shape (${shape}), got ${bytes.length}`);
	const isComplex = type.startsWith("c");
	const interleaved = new Float64Array(2 * size);
	const place = fortranOrder ? rowMajorIndex(shape) : (at) => at;
	for (let k = 0; k < size; k++) {
		const [at, to] = [data + k * width, 2 * place(k)];
		interleaved[to] = number(view, at, littleEndian);
		if (isComplex) interleaved[to + 1] = number(view, at + width / 2, littleEndian);
		else if (/[iu]8/.test(type) && Number.isNaN(interleaved[to])) throw new DomainError(`${name}: integers that float64 holds required, got another at entry ${k}`);
	}
	return {
		shape,
		interleaved
	};
}
/** The header is a Python dictionary: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }. */
function parseHeader(text, name) {
	const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
	const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
	const tuple = /'shape':\s*\(([\d\s,]*)\)/.exec(text)?.[1];
	if (order === void 0 || tuple === void 0) throw new DomainError(`${name}: a .npy header required, got ${printable(text.trim(), 80)}`);
	const parts = /^([<>|])(\w+)$/.exec(descr ?? "");
	if (parts === null || !Object.hasOwn(ELEMENTS, parts[2])) {
		const got = printable(descr ?? "a structured type", 80);
		throw new DomainError(`${name}: an element type of ${Object.keys(ELEMENTS).join(", ")} required, got ${got}`);
	}
	const shape = [...tuple.matchAll(/\d+/g)].map(([digits]) => Number(digits));
	if (!shape.every(Number.isSafeInteger)) throw new ShapeError(`${name}: extents below 2^53 required, got shape (${printable(String(shape), 80)})`);
	return {
		type: parts[2],
		littleEndian: parts[1] !== ">",
		fortranOrder: order === "True",
		shape
	};
}
const decoded = (bytes) => new TextDecoder().decode(bytes);
/** Row-major index of the entry at a given place in Fortran order. */
function rowMajorIndex(shape) {
	return (at) => {
		let rest = at;
		let index = 0;
		let stride = sizeOf(shape);
		for (const dimension of shape) {
			stride /= dimension;
			index += rest % dimension * stride;
			rest = Math.floor(rest / dimension);
		}
		return index;
	};
}
// ../../main/node_modules/fflate/esm/index.mjs
var require = createRequire("/");
var _a;
try {
	_a = require("worker_threads"), _a.Worker, _a.isMarkedAsUntransferable;
} catch (e) {}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1,
	1,
	1,
	1,
	2,
	2,
	2,
	2,
	3,
	3,
	3,
	3,
	4,
	4,
	4,
	4,
	5,
	5,
	5,
	5,
	0,
	0,
	0,
	0
]);
var fdeb = new u8([
	0,
	0,
	0,
	0,
	1,
	1,
	2,
	2,
	3,
	3,
	4,
	4,
	5,
	5,
	6,
	6,
	7,
	7,
	8,
	8,
	9,
	9,
	10,
	10,
	11,
	11,
	12,
	12,
	13,
	13,
	0,
	0
]);
var clim = new u8([
	16,
	17,
	18,
	0,
	8,
	7,
	9,
	6,
	10,
	5,
	11,
	4,
	12,
	3,
	13,
	2,
	14,
	1,
	15
]);
var freb = function(eb, start) {
	var b = new u16(31);
	for (var i = 0; i < 31; ++i) b[i] = start += 1 << eb[i - 1];
	var r = new i32(b[30]);
	for (var i = 1; i < 30; ++i) for (var j = b[i]; j < b[i + 1]; ++j) r[j] = j - b[i] << 5 | i;
	return {
		b,
		r
	};
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
_b.r;
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
	var x = (i & 43690) >> 1 | (i & 21845) << 1;
	x = (x & 52428) >> 2 | (x & 13107) << 2;
	x = (x & 61680) >> 4 | (x & 3855) << 4;
	rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var hMap = (function(cd, mb, r) {
	var s = cd.length;
	var i = 0;
	var l = new u16(mb);
	for (; i < s; ++i) if (cd[i]) ++l[cd[i] - 1];
	var le = new u16(mb);
	for (i = 1; i < mb; ++i) le[i] = le[i - 1] + l[i - 1] << 1;
	var co;
	if (r) {
		co = new u16(1 << mb);
		var rvb = 15 - mb;
		for (i = 0; i < s; ++i) if (cd[i]) {
			var sv = i << 4 | cd[i];
			var r_1 = mb - cd[i];
			var v = le[cd[i] - 1]++ << r_1;
			for (var m = v | (1 << r_1) - 1; v <= m; ++v) co[rev[v] >> rvb] = sv;
		}
	} else {
		co = new u16(s);
		for (i = 0; i < s; ++i) if (cd[i]) co[i] = rev[le[cd[i] - 1]++] >> 15 - cd[i];
	}
	return co;
});
var flt = new u8(288);
for (var i = 0; i < 144; ++i) flt[i] = 8;
for (var i = 144; i < 256; ++i) flt[i] = 9;
for (var i = 256; i < 280; ++i) flt[i] = 7;
for (var i = 280; i < 288; ++i) flt[i] = 8;
var fdt = new u8(32);
for (var i = 0; i < 32; ++i) fdt[i] = 5;
var flrm = /*#__PURE__*/ hMap(flt, 9, 1);
var fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
var max = function(a) {
	var m = a[0];
	for (var i = 1; i < a.length; ++i) if (a[i] > m) m = a[i];
	return m;
};
var bits = function(d, p, m) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
	var o = p / 8 | 0;
	return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
	return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	return new u8(v.subarray(s, e));
};
var ec = [
	"unexpected EOF",
	"invalid block type",
	"invalid length/literal",
	"invalid distance",
	"stream finished",
	"no stream handler",
	,
	"no callback",
	"invalid UTF-8 data",
	"extra field too long",
	"date not in range 1980-2099",
	"filename too long",
	"stream finishing",
	"invalid zip data"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var inflt = function(dat, st, buf, dict) {
	var sl = dat.length, dl = dict ? dict.length : 0;
	if (!sl || st.f && !st.l) return buf || new u8(0);
	var noBuf = !buf;
	var resize = noBuf || st.i != 2;
	var noSt = st.i;
	if (noBuf) buf = new u8(sl * 3);
	var cbuf = function(l) {
		var bl = buf.length;
		if (l > bl) {
			var nbuf = new u8(Math.max(bl * 2, l));
			nbuf.set(buf);
			buf = nbuf;
		}
	};
	var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
	var tbts = sl * 8;
	do {
		if (!lm) {
			final = bits(dat, pos, 1);
			var type = bits(dat, pos + 1, 3);
			pos += 3;
			if (!type) {
				var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
				if (t > sl) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + l);
				buf.set(dat.subarray(s, t), bt);
				st.b = bt += l, st.p = pos = t * 8, st.f = final;
				continue;
			} else if (type == 1) lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
			else if (type == 2) {
				var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
				var tl = hLit + bits(dat, pos + 5, 31) + 1;
				pos += 14;
				var ldt = new u8(tl);
				var clt = new u8(19);
				for (var i = 0; i < hcLen; ++i) clt[clim[i]] = bits(dat, pos + i * 3, 7);
				pos += hcLen * 3;
				var clb = max(clt), clbmsk = (1 << clb) - 1;
				var clm = hMap(clt, clb, 1);
				for (var i = 0; i < tl;) {
					var r = clm[bits(dat, pos, clbmsk)];
					pos += r & 15;
					var s = r >> 4;
					if (s < 16) ldt[i++] = s;
					else {
						var c = 0, n = 0;
						if (s == 16) n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
						else if (s == 17) n = 3 + bits(dat, pos, 7), pos += 3;
						else if (s == 18) n = 11 + bits(dat, pos, 127), pos += 7;
						while (n--) ldt[i++] = c;
					}
				}
				var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
				lbt = max(lt);
				dbt = max(dt);
				lm = hMap(lt, lbt, 1);
				dm = hMap(dt, dbt, 1);
			} else err(1);
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
		}
		if (resize) cbuf(bt + 131072);
		var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
		var lpos = pos;
		for (;; lpos = pos) {
			var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
			pos += c & 15;
			if (pos > tbts) {
				if (noSt) err(0);
				break;
			}
			if (!c) err(2);
			if (sym < 256) buf[bt++] = sym;
			else if (sym == 256) {
				lpos = pos, lm = null;
				break;
			} else {
				var add = sym - 254;
				if (sym > 264) {
					var i = sym - 257, b = fleb[i];
					add = bits(dat, pos, (1 << b) - 1) + fl[i];
					pos += b;
				}
				var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
				if (!d) err(3);
				pos += d & 15;
				var dt = fd[dsym];
				if (dsym > 3) {
					var b = fdeb[dsym];
					dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
				}
				if (pos > tbts) {
					if (noSt) err(0);
					break;
				}
				if (resize) cbuf(bt + 131072);
				var end = bt + add;
				if (bt < dt) {
					var shift = dl - dt, dend = Math.min(dt, end);
					if (shift + bt < 0) err(3);
					for (; bt < dend; ++bt) buf[bt] = dict[shift + bt];
				}
				for (; bt < end; ++bt) buf[bt] = buf[bt - dt];
			}
		}
		st.l = lm, st.p = lpos, st.b = bt, st.f = final;
		if (lm) final = 1, st.m = lbt, st.d = dm, st.n = dbt;
	} while (!final);
	return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /*#__PURE__*/ new u8(0);
/**
* Streaming DEFLATE decompression
*/
var Inflate = /* @__PURE__ */ function() {
	function Inflate(opts, cb) {
		if (typeof opts == "function") cb = opts, opts = {};
		this.ondata = cb;
		var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
		this.s = {
			i: 0,
			b: dict ? dict.length : 0
		};
		this.o = new u8(32768);
		this.p = new u8(0);
		if (dict) this.o.set(dict);
	}
	Inflate.prototype.e = function(c) {
		if (!this.ondata) err(5);
		if (this.d) err(4);
		if (!this.p.length) this.p = c;
		else if (c.length) {
			var n = new u8(this.p.length + c.length);
			n.set(this.p), n.set(c, this.p.length), this.p = n;
		}
	};
	Inflate.prototype.c = function(final) {
		this.s.i = +(this.d = final || false);
		var bts = this.s.b;
		var dt = inflt(this.p, this.s, this.o);
		this.ondata(slc(dt, bts, this.s.b), this.d);
		this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
		this.p = slc(this.p, this.s.p / 8 | 0), this.s.p &= 7;
	};
	/**
	* Pushes a chunk to be inflated
	* @param chunk The chunk to push
	* @param final Whether this is the final chunk
	*/
	Inflate.prototype.push = function(chunk, final) {
		this.e(chunk), this.c(final);
	};
	return Inflate;
}();
var td = typeof TextDecoder != "undefined" && /*#__PURE__*/ new TextDecoder();
try {
	td.decode(et, { stream: true });
} catch (e) {}
// datasets/formats/checksum.ts
/** @file The two checksums of compressed files. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? remainder >>> 1 ^ 3988292384 : remainder >>> 1;
	return remainder;
});
/**
* The cyclic redundancy check of zip archives and PNG chunks, an unsigned 32-bit integer.
*
* @see ISO 3309; the polynomial is 0xedb88320 with its bits in reverse order
*/
function crc32(bytes) {
	let sum = 4294967295;
	for (let k = 0; k < bytes.length; k++) sum = REMAINDERS[(sum ^ bytes[k]) & 255] ^ sum >>> 8;
	return ~sum >>> 0;
}
/**
* The checksum of zlib streams, an unsigned 32-bit integer: a = 1 + Σ bytes and b = Σ a, both modulo 65521.
*
* @see Deutsch & Gailly, RFC 1950 (1996)
*/
function adler32(bytes) {
	let [a, b] = [1, 0];
	for (let from = 0; from < bytes.length; from += 5552) {
		const end = Math.min(from + 5552, bytes.length);
		for (let k = from; k < end; k++) {
			a += bytes[k];
			b += a;
		}
		a %= 65521;
		b %= 65521;
	}
	return (b << 16 | a) >>> 0;
}
// datasets/formats/inflate.ts
/** @file Deflated data unpacked to a size known beforehand, so that a small file cannot fill the memory. */
/** Bytes unpacked at a time. */
const SLICE = 2 ** 14;
/** Most bytes into which deflate expands one. */
const LARGEST_RATIO = 1032;
/**
* The unpacked data.
*
* @param packed - a deflate stream
* @param size - bytes that it must yield
* @param name - what it is, for errors
* @throws {DomainError} not a deflate stream, or one that ends too soon
* @throws {ShapeError} another number of bytes; one that is too large stops at once
*
* @see Deutsch, RFC 1951 (1996)
*/
function inflated(packed, size, name) {
	const most = LARGEST_RATIO * packed.length;
	if (size > most) throw new ShapeError(`${name}: ${size} bytes required, got at most ${most}`);
	const out = new Uint8Array(size);
	let filled = 0;
	const stream = new Inflate((part) => {
		if (filled + part.length > size) throw new ShapeError(`${name}: ${size} bytes required, got more`);
		out.set(part, filled);
		filled += part.length;
	});
	try {
		for (let from = 0; from < packed.length; from += SLICE) stream.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length);
	} catch (error) {
		if (error instanceof ShapeError) throw error;
		throw new DomainError(`${name}: deflated data required, got ${error.message}`);
	}
	if (filled < size) throw new ShapeError(`${name}: ${size} bytes required, got ${filled}`);
	return out;
}
// datasets/formats/zip.ts
/** @file Zip archives as a directory of files, each unpacked only when it is asked for. */
const [END, ENTRY, FILE] = [
	101010256,
	33639248,
	67324752
];
const [END_LENGTH, ENTRY_LENGTH, FILE_LENGTH] = [
	22,
	46,
	30
];
const LONGEST_COMMENT = 65535;
/**
* The directory of an archive. Archives beyond 4 GB (zip64) are not read.
*
* @param name - what to call the archive in an error
* @throws {DomainError} not a zip archive, or a damaged one
*
* @see PKWARE, APPNOTE.TXT, .ZIP File Format Specification 6.3
*/
function zipDirectory(bytes, name) {
	const view = viewOf(bytes);
	const end = endOfDirectory(view);
	if (end < 0) throw new DomainError(`${name}: a zip archive required, got no directory at its end`);
	const entries = [];
	let at = view.getUint32(end + 16, true);
	for (let count = view.getUint16(end + 10, true); count > 0; count--) {
		if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) throw new DomainError(`${name}: a zip archive required, got a damaged directory`);
		const text = view.getUint16(at + 28, true);
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + text)),
			method: view.getUint16(at + 10, true),
			checksum: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			start: view.getUint32(at + 42, true)
		});
		at += ENTRY_LENGTH + text + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}
/**
* One file of an archive, unpacked.
*
* @param limit - most unpacked bytes
* @param name - what to call the file in an error
* @throws {DomainError} larger than the limit, packed by another method than deflate, or damaged
* @throws {ShapeError} another number of bytes than the directory says
*/
function unzipped(bytes, entry, limit, name) {
	const { size, packed, start, method, checksum } = entry;
	if (size > limit) throw new DomainError(`${name}: at most ${limit} bytes required, got ${size}`);
	const view = viewOf(bytes);
	if (start + FILE_LENGTH > bytes.length || view.getUint32(start, true) !== FILE) throw new DomainError(`${name}: a file in a zip archive required, got other bytes where it should begin`);
	const data = start + FILE_LENGTH + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
	if (data + packed > bytes.length) throw new DomainError(`${name}: ${packed} packed bytes required, got fewer`);
	if ((view.getUint16(start + 6, true) & 1) === 1) throw new DomainError(`${name}: a file without a password required`);
	const content = bytes.subarray(data, data + packed);
	if (method !== 0 && method !== 8) throw new DomainError(`${name}: a stored or deflated file required, got compression method ${method}`);
	const unpacked = method === 8 ? inflated(content, size, name) : content;
	if (unpacked.length !== size || crc32(unpacked) !== checksum) throw new DomainError(`${name}: the checksum of the archive required, got damaged data`);
	return unpacked;
}
/** Where the directory's last record begins, or −1: only a comment follows it. */
function endOfDirectory(view) {
	const last = view.byteLength - END_LENGTH;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
	return -1;
}
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
// datasets/formats/npz.ts
/** Most bytes of an array: the amplitudes of 24 qubits in complex128, and a header. */
const LARGEST = 2 ** 28 + 2 ** 16;
/**
* One array of a .npz file. The others are not unpacked.
*
* @param bytes - the file
* @param key - name of the array; may be left out if there is only one
* @param name - what to call the file in an error
* @throws {DomainError} not a zip archive, no such key, or no key given where there are several: the message names the
*          keys
* @throws {DomainError | ShapeError} the array is damaged, larger than 256 MB, or cannot be read
*/
function readNpz(bytes, key, name = ".npz file") {
	const arrays = zipDirectory(bytes, name).filter((entry) => entry.name.endsWith(".npy"));
	const keys = arrays.map((entry) => entry.name.slice(0, -4));
	const chosen = key ?? (keys.length === 1 ? keys[0] : void 0);
	const entry = arrays.findLast((array) => array.name === `${chosen}.npy`);
	if (chosen === void 0 || entry === void 0) {
		const got = key === void 0 ? "no key" : `'${key}'`;
		throw new DomainError(`${name}: one of the keys ${printable(keys.map((k) => `'${k}'`).join(", "), 1e3)} required, got ${got}`);
	}
	const place = `${name}['${chosen}']`;
	return readNpy(unzipped(bytes, entry, LARGEST, place), place);
}
// datasets/state-of-array.ts
/** @file From an array of numbers to a checked state, with a clear error for everything that can be wrong. */
/** Tolerance of a norm, trace, adjoint or eigenvalue: the rounding of float32. Deviations within it are removed. */
const TOLERANCE = 1e-6;
/** Most rows of a density matrix, whose eigenvalues are checked. */
const LARGEST_DENSITY = 512;
/**
* The state in an array. What its shape means:
*
* | shape                          | state                                                            |
* |--------------------------------|------------------------------------------------------------------|
* | (D), (D, 1), (1, D)            | amplitudes                                                       |
* | (D, D)                         | density matrix                                                   |
* | (d, …, d), three axes or more  | amplitudes, an axis for each site: (2, 2, 2) is three qubits     |
* | `dimensions`                   | amplitudes, an axis for each site: also (2, 2) if it is declared |
* | `dimensions` twice             | density matrix, sites of the rows, then sites of the columns     |
*
* Axis 0 is site 0; with endian 'little' the last axis is.
*
* @param array - numbers, row-major
* @param name - what to call the state, and where the numbers come from in an error
* @returns a pure state of norm 1, or a density matrix of trace 1, exactly Hermitian
* @throws {ShapeError} the axes or the length do not fit
* @throws {DomainError} NaN or infinite; zero; not normalised; not Hermitian; a negative eigenvalue
*/
function stateOfArray(array, name, reading = {}) {
	const { kind, dimensions } = meaningOf(array.shape, name, reading);
	const { interleaved } = array;
	const wrong = interleaved.findIndex((x) => !Number.isFinite(x));
	if (wrong >= 0) throw new DomainError(`${name}: finite numbers required, got ${interleaved[wrong]} at entry ${wrong >> 1}`);
	const ordered = (numbers) => reading.endian === "little" ? reversed(numbers, dimensions, kind) : numbers;
	if (kind === "pure") {
		const vector = {
			length: sizeOf(dimensions),
			interleaved: ordered(interleaved)
		};
		checkScale(`${name}: a vector of norm 1`, norm(vector), reading);
		return {
			kind,
			name,
			dimensions,
			amplitudes: normalised(vector)
		};
	}
	const matrix = density(interleaved, sizeOf(dimensions), name, reading);
	return {
		kind,
		name,
		dimensions,
		density: {
			...matrix,
			interleaved: ordered(matrix.interleaved)
		}
	};
}
/** What kind of state an array of this shape is, and the dimensions of its sites. */
function meaningOf(shape, name, { dimensions: sites, endian }) {
	if (sites !== void 0) {
		const order = endian === "little" ? sites.toReversed() : sites;
		if (isSame(shape, order)) return {
			kind: "pure",
			dimensions: sites
		};
		if (isSame(shape, [...order, ...order])) return {
			kind: "mixed",
			dimensions: sites
		};
	}
	const axes = shape.length === 2 ? shape.filter((extent) => extent !== 1) : shape;
	const [size = 1] = axes;
	const isCube = shape.length > 0 && axes.every((extent) => extent === size);
	if (isCube && axes.length === 2) return {
		kind: "mixed",
		dimensions: dimensionsOf(size, name, sites)
	};
	if (isCube && axes.length < 2) return {
		kind: "pure",
		dimensions: dimensionsOf(size, name, sites)
	};
	if (isCube && size >= 2 && sites === void 0) return {
		kind: "pure",
		dimensions: axes
	};
	const required = "a vector, a square matrix, or an axis for each site";
	throw sites === void 0 ? new ShapeError(`${name}: ${required} required (unequal ones: with their dimensions), got shape (${shape})`) : new ShapeError(`${name}: ${required} of dimensions [${sites}] required, got shape (${shape})`);
}
const isSame = (a, b) => a.length === b.length && a.every((extent, axis) => extent === b[axis]);
function dimensionsOf(size, name, given) {
	if (given !== void 0) {
		if (sizeOf(given) === size) return given;
		throw new ShapeError(`${name}: length ${sizeOf(given)} required for dimensions [${given}], got ${size}`);
	}
	const qubits = Math.log2(size);
	if (Number.isInteger(qubits) && qubits >= 1) return new Array(qubits).fill(2);
	throw new ShapeError(`${name}: a power of two of entries required (or the dimensions of the sites), got ${size}`);
}
/** The array with its sites (of rows, and of columns) in the opposite order. */
function reversed(interleaved, dimensions, kind) {
	const backwards = dimensions.toReversed();
	const sites = dimensions.map((_, site) => dimensions.length - 1 - site);
	if (kind === "pure") return currentEngine().permute(interleaved, backwards, sites);
	const columns = sites.map((site) => site + sites.length);
	return currentEngine().permute(interleaved, [...backwards, ...backwards], [...sites, ...columns]);
}
function density(numbers, size, name, reading) {
	if (size > LARGEST_DENSITY) throw new DomainError(`${name}: a density matrix of at most ${LARGEST_DENSITY} rows required, got ${size}`);
	let trace = 0;
	for (let i = 0; i < size; i++) trace += numbers[2 * i * (size + 1)];
	checkScale(`${name}: a density matrix of trace 1`, trace, reading);
	const matrix = {
		rows: size,
		cols: size,
		interleaved: new Float64Array(numbers.length)
	};
	for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) {
		const [at, across] = [2 * (i * size + j), 2 * (j * size + i)];
		const [x, y] = [numbers[at] / trace, numbers[at + 1] / trace];
		const [u, v] = [numbers[across] / trace, -numbers[across + 1] / trace];
		if (Math.hypot(x - u, y - v) > TOLERANCE) {
			const [here, there] = [entryText(numbers, size, i, j), entryText(numbers, size, j, i)];
			throw new DomainError(`${name}: a Hermitian matrix required, got ${i === j ? here : `${here} and ${there}`}`);
		}
		matrix.interleaved[at] = (x + u) / 2;
		matrix.interleaved[at + 1] = (y + v) / 2;
	}
	const least = hermitianEigenvalues(matrix)[0];
	if (least < -1e-6) throw new DomainError(`${name}: eigenvalues ≥ 0 required, got ${least}`);
	return matrix;
}
function entryText(numbers, size, row, column) {
	const [re, im] = [numbers[2 * (row * size + column)], numbers[2 * (row * size + column) + 1]];
	return `${re} ${im < 0 ? "−" : "+"} ${Math.abs(im)}i in row ${row}, column ${column}`;
}
function checkScale(what, scale, { normalise = false }) {
	if (scale === 0) throw new DomainError(`${what} required, got zero`);
	if (!(scale > 0 && scale < Infinity)) throw new DomainError(`${what} required, got ${scale}`);
	if (normalise || Math.abs(scale - 1) <= TOLERANCE) return;
	throw new DomainError(`${what} required (or normalise: true), got ${scale}`);
}
// datasets/file.ts
/** @file States from files: .npy, .npz and JSON. */
const fileOptions = strictObject({
	path: string().min(1).describe(".npy, .npz or .json ({\"re\": […], \"im\": […]}); shape (2ⁿ) or (2, …, 2): amplitudes, (2ⁿ, 2ⁿ): density matrix"),
	key: string().optional().describe("name of the array in a .npz file; may be left out if there is only one"),
	endian: _enum(["big", "little"]).default("big").describe("'big': qubit 0 is the most significant bit (ours); 'little': the least (Qiskit)"),
	normalise: boolean().default(false).describe("accept a norm or trace other than 1, and divide by it"),
	dimensions: array(number().int().min(1)).min(1).optional().describe("dimension of each site; default qubits. The array may then have an axis for each site, or two")
});
/**
* The state in a file: amplitudes or a density matrix, by .npy, .npz (`readNpy`) or JSON (`readJsonArray`).
*
* @param bytes - the file's content
* @param path - its name; the extension determines the format
* @throws {ShapeError | DomainError} another extension, an unreadable file, or no state: see `stateOfArray`
*/
function stateOfFile(bytes, path, reading = {}) {
	return stateOfArray(arrayOfFile(bytes, path, reading.key), path, reading);
}
/** The numbers in a file, by its extension. */
function arrayOfFile(bytes, path, key) {
	const ending = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase();
	if (ending === ".npz") return readNpz(bytes, key, path);
	if (key !== void 0) throw new DomainError(`${path}: a .npz file required for the key '${key}'`);
	if (ending === ".npy") return readNpy(bytes, path);
	if (ending === ".json") return readJsonArray(bytes, path);
	throw new DomainError(`${path}: a .npy, .npz or .json file required, got '${ending ?? "no ending"}'`);
}
// datasets/unitaries.ts
/** @file The catalogue of target unitaries: named gates, random and Fourier matrices, evolutions, files. */
/** The matrix that sends the basis state k to phases[k]·|images[k]⟩, phases ±1. */
function signedPermutation(size, image, sign = () => 1) {
	const matrix = zeroMatrix(size, size);
	for (let k = 0; k < size; k++) matrix.interleaved[2 * (image(k) * size + k)] = sign(k);
	return matrix;
}
/** The NOT of the last qubit where all others are 1: CNOT for n = 2, Toffoli for n = 3. */
function controlledNot(qubits) {
	const size = 2 ** qubits;
	return signedPermutation(size, (k) => k >= size - 2 ? k ^ 1 : k);
}
/** −1 on |1…1⟩ and 1 elsewhere: CZ for n = 2, CCZ for n = 3. */
function controlledPhaseFlip(qubits) {
	const size = 2 ** qubits;
	return signedPermutation(size, (k) => k, (k) => k === size - 1 ? -1 : 1);
}
/** Exchange of the last two qubits where all others are 1: SWAP for n = 2, Fredkin for n = 3. */
function controlledSwap(qubits) {
	const size = 2 ** qubits;
	return signedPermutation(size, (k) => k === size - 2 ? size - 3 : k === size - 3 ? size - 2 : k);
}
/** The Fourier transform, V_jk = ω^{jk}/√N with ω = exp(2πi/N), N = 2ⁿ. */
function fourier(qubits) {
	const size = 2 ** qubits;
	const matrix = zeroMatrix(size, size);
	for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) {
		const angle = 2 * Math.PI * (j * k % size) / size;
		matrix.interleaved[2 * (j * size + k)] = Math.cos(angle) / Math.sqrt(size);
		matrix.interleaved[2 * (j * size + k) + 1] = Math.sin(angle) / Math.sqrt(size);
	}
	return matrix;
}
const several = strictObject({ qubits: int().min(2).max(6).describe("number of qubits") });
const unitary = (options, summary, build) => ({
	options,
	summary,
	build
});
/** All target unitaries by name. */
const UNITARIES = {
	"controlled-not": unitary(several, "NOT of the last qubit if all others are 1: CNOT, Toffoli", ({ qubits }) => ({
		name: ["CNOT", "Toffoli"][qubits - 2] ?? `C${qubits - 1}NOT`,
		qubits,
		matrix: controlledNot(qubits)
	})),
	"controlled-z": unitary(several, "−1 on |1…1⟩: CZ, CCZ", ({ qubits }) => ({
		name: `${"C".repeat(qubits - 1)}Z`,
		qubits,
		matrix: controlledPhaseFlip(qubits)
	})),
	"controlled-swap": unitary(several, "exchange of the last two qubits if all others are 1: SWAP, Fredkin", (o) => ({
		name: ["SWAP", "Fredkin"][o.qubits - 2] ?? `C${o.qubits - 2}SWAP`,
		qubits: o.qubits,
		matrix: controlledSwap(o.qubits)
	})),
	fourier: unitary(several, "quantum Fourier transform", ({ qubits }) => ({
		name: `QFT_${2 ** qubits}`,
		qubits,
		matrix: fourier(qubits)
	})),
	"haar-random": unitary(several.extend({ seed: int().nonnegative().default(1).describe("seed") }), "uniformly random unitary", ({ qubits, seed }) => ({
		name: `Haar-random, seed ${seed}`,
		qubits,
		matrix: randomUnitary(2 ** qubits, randomStream(seed, "target unitary"))
	})),
	evolution: unitary(several.extend({
		hamiltonian: hamiltonianSpec.describe("H of exp(−iHt)"),
		time: number().describe("t, with ħ = 1")
	}), "exp(−iHt) of a Hamiltonian", ({ qubits, hamiltonian, time }, context) => ({
		name: `exp(−iHt), t = ${time}`,
		qubits,
		matrix: matrixExponential(scaledMatrix([0, -time], pauliSumMatrix(hamiltonianOfSpec(hamiltonian, qubits, context))))
	})),
	file: unitary(strictObject({
		path: string().min(1).describe(".npy, .npz or .json: a 2ⁿ × 2ⁿ matrix, qubit 0 most significant"),
		key: string().optional().describe("name of the array in a .npz file")
	}), "a matrix from a file", ({ path, key }, { read }) => unitaryOfFile(read(path), path, key))
};
/**
* @throws {DomainError | ShapeError} the file holds no square matrix of 2ⁿ rows; unitarity is checked where the matrix
* is used
*/
function unitaryOfFile(bytes, path, key) {
	const { shape, interleaved } = arrayOfFile(bytes, path, key);
	const [rows = 0, cols = 0] = shape;
	const qubits = Math.log2(rows);
	if (shape.length !== 2 || rows !== cols || !Number.isInteger(qubits) || qubits < 1) throw new DomainError(`${path}: a matrix of 2ⁿ × 2ⁿ required, got shape (${shape})`);
	return {
		name: path,
		qubits,
		matrix: {
			...identityMatrix(rows),
			interleaved
		}
	};
}
/** Schema of a choice from the catalogue. */
const unitarySpec = chosenFrom(UNITARIES);
/** The unitary of a checked choice. */
function unitaryOfSpec(chosen, context) {
	return built(UNITARIES, chosen, context);
}
// train/metric-spec.ts
/** @file The complexity metric as it stands in an experiment file. */
const metricSpec = strictObject({
	maxSize: int().positive().or(literal("infinite")).default(2).describe("qubits on which a cheap word may act"),
	maxRange: int().nonnegative().or(literal("infinite")).default(1).describe("lattice range of a cheap word"),
	sizeWeights: array(number().nonnegative()).refine((weights) => weights.slice(1).every((weight) => weight > 0), "weights above 0 required, except for one qubit").optional().describe("weights of cheap words of 1, 2, … qubits; default 1; 0 for one qubit makes local rotations free"),
	penalty: number().positive().or(literal("infinite")).default("infinite").describe("weight of all other words; infinite: they are no controls"),
	lattice: latticeSpec.default("chain").describe("where range is measured")
});
/** The metric of a specification on n qubits. */
function metricOfSpec(spec, qubits) {
	const { maxSize, maxRange, sizeWeights, penalty, lattice } = spec;
	return {
		...maxSize !== "infinite" && { maxSize },
		...maxRange !== "infinite" && { maxRange },
		...sizeWeights && { sizeWeights },
		penalty: penalty === "infinite" ? Infinity : penalty,
		lattice: latticeOfSpec(lattice, qubits)
	};
}
export { fileOptions as a, adler32 as c, chosenFrom as d, unitarySpec as i, crc32 as l, metricSpec as n, stateOfFile as o, unitaryOfSpec as r, inflated as s, metricOfSpec as t, built as u };
