import { C as transposeReal, I as scaled, Q as currentEngine, _ as reflectorBlock, b as realIdentity, dt as ShapeError, f as symmetricEigenvalues, g as applyBlock, m as symmetricFunction, p as symmetricEigen, ut as DomainError, v as addReal, x as submatrix, y as multiplyReal } from "./study-record-DTuekta5.js";
import { t as dot } from "./real-vector-Ds4rf2rg.js";
// src/linalg/bidiagonal.ts
/** @file Singular values of a real bidiagonal matrix, the last step of every real singular value problem. */
/** Far more iterations than the two or three that a singular value needs. */
const MOST_ITERATIONS = 200;
/** Rotations that are collected before they are applied. */
const MOST_ROTATIONS = 2 ** 20;
/**
* Diagonalises a real upper bidiagonal matrix in place by implicit QR with the shift of the last 2 × 2 block:
* B = UᵀΣV with rotations U and V.
*
* @param diagonal    - d₀ … d_{n−1}; becomes the singular values, not negative, unsorted
* @param offDiagonal - e₀ … e_{n−2} above the diagonal; destroyed
* @param left, right - n × width each, row-major: all rotations are applied to their rows too, so that the identity
*                      becomes U and V; undefined if only values are wanted
*
* Errors of the values are a few 1e-16 of the largest one. Cost O(n²), with vectors O(n²·width).
*
* @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 8.6
*/
function bidiagonalSingularValues(diagonal, offDiagonal, left, right) {
	const [d, e, n] = [
		diagonal,
		offDiagonal,
		diagonal.length
	];
	const sides = [left, right].map((rows) => rows === void 0 ? void 0 : {
		rows,
		rotations: []
	});
	let scale = 0;
	for (let i = 0; i < n; i++) scale = Math.max(scale, Math.abs(d[i]), i + 1 < n ? Math.abs(e[i]) : 0);
	const negligible = Number.EPSILON / 4 * scale;
	const isSmall = (k) => Math.abs(e[k]) <= Math.max(negligible, Number.EPSILON * (Math.abs(d[k]) + Math.abs(d[k + 1])));
	for (let high = n - 1; high > 0; high--) {
		for (let iteration = 0; !isSmall(high - 1); iteration++) {
			if (iteration === MOST_ITERATIONS) throw new DomainError(`bidiagonalSingularValues: finite entries required, got no convergence at ${high}`);
			let low = high - 1;
			while (low > 0 && !isSmall(low - 1)) low--;
			sweep(d, e, low, high, negligible, sides[0]?.rotations, sides[1]?.rotations);
			for (const side of sides) if (side !== void 0) apply(side, n, MOST_ROTATIONS);
		}
		e[high - 1] = 0;
	}
	for (const side of sides) if (side !== void 0) apply(side, n, 0);
	for (let k = 0; k < n; k++) {
		if (d[k] >= 0) continue;
		d[k] = -d[k];
		const width = (right?.length ?? 0) / n;
		for (let i = k * width; i < (k + 1) * width; i++) right[i] = -right[i];
	}
}
/** Applies the rotations that have been collected, if there are more than so many numbers. */
function apply({ rows, rotations }, n, most) {
	if (rotations.length <= most) return;
	currentEngine().rotateRows(rows, n, Float64Array.from(rotations));
	rotations.length = 0;
}
/** One implicit QR sweep over the unreduced block low … high; without shift where the block is singular. */
function sweep(d, e, low, high, negligible, left, right) {
	let [f, g] = [d[low], e[low]];
	let singular = false;
	for (let k = low; k <= high; k++) singular ||= Math.abs(d[k]) <= negligible;
	if (!singular) {
		const shift = smallerSingularValue(d[high - 1], e[high - 1], d[high]);
		f = (Math.abs(f) - shift) * (Math.sign(f) + shift / f);
	}
	for (let k = low; k < high; k++) {
		let r = Math.hypot(f, g);
		let [cos, sin] = r === 0 ? [1, 0] : [f / r, g / r];
		if (k > low) e[k - 1] = r;
		f = cos * d[k] + sin * e[k];
		e[k] = cos * e[k] - sin * d[k];
		g = sin * d[k + 1];
		d[k + 1] = cos * d[k + 1];
		right?.push(k, cos, -sin);
		r = Math.hypot(f, g);
		[cos, sin] = r === 0 ? [1, 0] : [f / r, g / r];
		d[k] = r;
		f = cos * e[k] + sin * d[k + 1];
		d[k + 1] = cos * d[k + 1] - sin * e[k];
		g = k + 1 < high ? sin * e[k + 1] : 0;
		if (k + 1 < high) e[k + 1] = cos * e[k + 1];
		left?.push(k, cos, -sin);
	}
	e[high - 1] = f;
}
/** The smaller singular value of ((a, b), (0, c)), without cancellation. */
function smallerSingularValue(a, b, c) {
	const [x, y] = [Math.hypot(Math.abs(a) + Math.abs(c), b), Math.hypot(Math.abs(a) - Math.abs(c), b)];
	return 2 * Math.abs(a * c) / (x + y);
}
// src/linalg/real-reflector.ts
/** @file Householder reflections 1 − 2vvᵀ of real vectors. */
/**
* Replaces the vector x stored at [start, end) by the unit vector v with (1 − 2vvᵀ)x = value·e₀ and returns the value;
* for x = 0 the vector v is zero, and the reflection the identity.
*/
function realReflector(array, start, end) {
	let largest = 0;
	for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(array[i]));
	if (largest === 0) return 0;
	let sum = 0;
	for (let i = start; i < end; i++) sum += (array[i] / largest) ** 2;
	const root = Math.sqrt(sum);
	const sign = array[start] < 0 ? -1 : 1;
	for (let i = start; i < end; i++) array[i] = array[i] / largest / root;
	const length = Math.sqrt(2 * (1 + Math.abs(array[start])));
	array[start] = array[start] + sign;
	for (let i = start; i < end; i++) array[i] = array[i] / length;
	return -sign * root * largest;
}
/**
* x ← H₀H₁…H_{s−1}·x in place for each row x of an array, the unit vectors of the reflections being the first s rows of
* `reflectors`. Two real rows go through the complex blocks as one. O(rows·s·n).
*
* @param reflectors - row-major, rows of n numbers; row k is zero before entry k
* @param rows - row-major, rows of n numbers
*/
function reflectRows(reflectors, steps, rows, n) {
	const count = n === 0 ? 0 : rows.length / n;
	const pairs = Math.ceil(count / 2);
	const packed = new Float64Array(2 * pairs * n);
	for (let r = 0; r < count; r++) for (let i = 0; i < n; i++) packed[2 * ((r >> 1) * n + i) + (r & 1)] = rows[r * n + i];
	for (let from = 32 * Math.floor(Math.max(steps - 1, 0) / 32); from >= 0; from -= 32) {
		const size = Math.min(32, steps - from);
		if (size <= 0) continue;
		const length = n - from;
		const vectors = new Float64Array(2 * size * length);
		for (let k = 0; k < size; k++) for (let i = 0; i < length; i++) vectors[2 * (k * length + i)] = reflectors[(from + k) * n + from + i];
		applyBlock(reflectorBlock(vectors, size), packed, pairs, from, n, false);
	}
	for (let r = 0; r < count; r++) for (let i = 0; i < n; i++) rows[r * n + i] = packed[2 * ((r >> 1) * n + i) + (r & 1)];
}
// src/linalg/antisymmetric-form.ts
/** @file The canonical form of a real antisymmetric matrix. */
/**
* Canonical form of a real antisymmetric matrix, its real Schur decomposition: Householder reflections make it
* tridiagonal, and since a tridiagonal antisymmetric matrix joins even with odd indices only, what remains is a
* bidiagonal matrix of half the size. Real throughout, and no squares are taken: values are accurate to a few 1e-16 of
* the largest one. O(n³).
*
* @param a - shape (2n, 2n); only its lower triangle enters
* @throws {ShapeError} not square, or of odd size
* @throws {DomainError} not finite
*
* @see Ward & Gray, ACM Trans. Math. Softw. 4, 278 (1978)
*/
function antisymmetricForm(a) {
	const { rows: size } = a;
	const n = size / 2;
	const { diagonal, offDiagonal, reflectors } = halved(a);
	const [odd, even] = [realIdentity(n).data, realIdentity(n).data];
	bidiagonalSingularValues(diagonal, offDiagonal, odd, even);
	const rows = new Float64Array(size * size);
	const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[j] - diagonal[i]);
	order.forEach((from, to) => {
		for (let j = 0; j < n; j++) {
			rows[2 * to * size + 2 * j] = even[from * n + j];
			rows[(2 * to + 1) * size + 2 * j + 1] = odd[from * n + j];
		}
	});
	const tails = new Float64Array(Math.max(0, size - 1) ** 2);
	const ends = new Float64Array(size * Math.max(0, size - 1));
	for (let r = 0; r < size; r++) {
		if (r < size - 1) tails.set(reflectors.subarray(r * size + 1, (r + 1) * size), r * (size - 1));
		ends.set(rows.subarray(r * size + 1, (r + 1) * size), r * (size - 1));
	}
	reflectRows(tails, Math.max(0, size - 2), ends, size - 1);
	for (let r = 0; r < size; r++) rows.set(ends.subarray(r * (size - 1), (r + 1) * (size - 1)), r * size + 1);
	return {
		values: Float64Array.from(order, (k) => diagonal[k]),
		vectors: {
			rows: size,
			cols: size,
			data: rows
		}
	};
}
/** The values of `antisymmetricForm` alone, descending; at about a fifth of its cost. */
function antisymmetricValues(a) {
	const { diagonal, offDiagonal } = halved(a);
	bidiagonalSingularValues(diagonal, offDiagonal);
	return diagonal.sort().reverse();
}
/**
* A = H₀H₁…·T·…H₁H₀ with T tridiagonal, t_k = T_{k,k+1}. Its rows of even and columns of odd index are T_{2j,2j+1} =
* t_{2j}, T_{2j,2j−1} = −t_{2j−1}: the transpose of the upper bidiagonal matrix with d_j = t_{2j}, e_j = −t_{2j+1}.
*/
function halved(given) {
	const { rows: size } = given;
	if (given.cols !== size || size % 2 === 1) throw new ShapeError(`antisymmetric form: a square matrix of even size required, got ${size}×${given.cols}`);
	if (!given.data.every(Number.isFinite)) throw new DomainError("antisymmetric form: finite entries required");
	const a = given.data.slice();
	const reflectors = new Float64Array(size * size);
	const t = new Float64Array(size);
	for (let k = 0; k + 1 < size; k++) {
		const v = reflectors.subarray(k * size, (k + 1) * size);
		for (let i = k + 1; i < size; i++) v[i] = a[i * size + k];
		t[k] = -(k + 2 < size ? realReflector(v, k + 1, size) : v[k + 1]);
		if (k + 2 < size) conjugate(a, size, k + 1, v);
	}
	const n = size / 2;
	return {
		diagonal: Float64Array.from({ length: n }, (_, j) => t[2 * j]),
		offDiagonal: Float64Array.from({ length: n }, (_, j) => -t[2 * j + 1]),
		reflectors
	};
}
/** A ← HAH for the block from `from` on, H = 1 − 2vvᵀ: with y = 2Av it is A + v yᵀ − y vᵀ, since vᵀAv = 0. */
function conjugate(lower, n, from, v) {
	const y = new Float64Array(n);
	for (let i = from; i < n; i++) {
		const row = i * n;
		const vi = v[i];
		let sum = 0;
		for (let j = from; j < i; j++) {
			const x = lower[row + j];
			sum += x * v[j];
			y[j] = y[j] - x * vi;
		}
		y[i] = y[i] + sum;
	}
	for (let i = from; i < n; i++) y[i] = 2 * y[i];
	for (let i = from; i < n; i++) {
		const row = i * n;
		const [vi, yi] = [v[i], y[i]];
		for (let j = from; j < i; j++) lower[row + j] = lower[row + j] + vi * y[j] - yi * v[j];
	}
}
// src/linalg/real-singular-values.ts
/** @file Singular values of a real square matrix, by bidiagonalisation: for matrices of thousands of rows. */
/**
* Singular value decomposition of a real square matrix by Householder bidiagonalisation and implicit QR. Vectors
* orthonormal to machine precision, values accurate to a few 1e-16 of the largest one (`singularValueDecomposition`
* keeps the relative accuracy of small ones, at many times the cost). O(n³).
*
* @throws {ShapeError} not square
* @throws {DomainError} not finite
*
* @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 8.6
*/
function realSingularValueDecomposition(a) {
	const { rows: n } = a;
	const { diagonal, offDiagonal, columns, rows } = bidiagonalForm(a);
	const [left, right] = [realIdentity(n).data, realIdentity(n).data];
	bidiagonalSingularValues(diagonal, offDiagonal, left, right);
	reflectRows(columns, n, left, n);
	reflectRows(rows, n, right, n);
	const order = descending(diagonal);
	const sorted = (data) => {
		const out = new Float64Array(n * n);
		order.forEach((from, to) => {
			out.set(data.subarray(from * n, (from + 1) * n), to * n);
		});
		return {
			rows: n,
			cols: n,
			data: out
		};
	};
	return {
		values: Float64Array.from(order, (k) => diagonal[k]),
		left: sorted(left),
		right: sorted(right)
	};
}
/** The singular values alone, descending; at about a fifth of the cost. */
function realSingularValues(a) {
	const { diagonal, offDiagonal } = bidiagonalForm(a);
	bidiagonalSingularValues(diagonal, offDiagonal);
	return diagonal.sort().reverse();
}
const descending = (values) => Array.from(values.keys()).sort((i, j) => values[j] - values[i]);
/**
* A = L₀L₁…·B·…R₁R₀ with B upper bidiagonal. Row k of `columns` has the unit vector of L_k from entry k on, row k of
* `rows`, k ≥ 1, that of a reflection on the right, of the entries from k on.
*/
function bidiagonalForm(given) {
	const { rows: n } = given;
	if (given.cols !== n) throw new ShapeError(`singular values: a square matrix required, got ${n}×${given.cols}`);
	if (!given.data.every(Number.isFinite)) throw new DomainError("singular values: finite entries required");
	const a = given.data.slice();
	const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(n)];
	const [columns, rows] = [new Float64Array(n * n), new Float64Array(n * n)];
	for (let k = 0; k < n; k++) {
		const u = columns.subarray(k * n, (k + 1) * n);
		for (let i = k; i < n; i++) u[i] = a[i * n + k];
		diagonal[k] = k + 1 < n ? realReflector(u, k, n) : u[k];
		if (k + 1 === n) {
			u[k] = 0;
			break;
		}
		const w = products(a, n, k, u);
		const v = rows.subarray((k + 1) * n, (k + 2) * n);
		for (let j = k + 1; j < n; j++) v[j] = a[k * n + j] - 2 * u[k] * w[j];
		offDiagonal[k] = k + 2 < n ? realReflector(v, k + 1, n) : v[k + 1];
		if (k + 2 === n) v[k + 1] = 0;
		for (let i = k + 1; i < n; i++) reflectBoth(a, i * n, k + 1, n, u[i], w, v);
	}
	return {
		diagonal,
		offDiagonal,
		columns,
		rows
	};
}
/** Σ_i u_i A_ij for i ≥ k and j > k. */
function products(a, n, k, u) {
	const w = new Float64Array(n);
	for (let i = k; i < n; i++) {
		const factor = u[i];
		if (factor === 0) continue;
		for (let j = k + 1, at = i * n + k + 1; j < n; j++, at++) w[j] = w[j] + factor * a[at];
	}
	return w;
}
/** row ← (row − 2u·w)(1 − 2vvᵀ) for the entries from `from` on. */
function reflectBoth(a, row, from, n, u, w, v) {
	let overlap = 0;
	for (let j = from; j < n; j++) {
		const x = a[row + j] - 2 * u * w[j];
		a[row + j] = x;
		overlap += x * v[j];
	}
	if (overlap === 0) return;
	for (let j = from; j < n; j++) a[row + j] = a[row + j] - 2 * overlap * v[j];
}
// src/gaussian/majorana-form.ts
/**
* @file The canonical form of antisymmetric matrices of Majorana operators, by the cheapest way that their zeros allow.
* Real hopping and pairing join γ_2j with γ_2k+1 only: then a general or symmetric n × n block is decomposed instead of
* a 2n × 2n matrix.
*/
/** The block A_{2j,2k+1}, if γ of even index are joined to those of odd index only; otherwise undefined. */
function bipartiteBlock({ rows, data }) {
	const n = rows / 2;
	for (let i = 0; i < rows; i++) for (let j = i % 2; j < rows; j += 2) if (data[i * rows + j] !== 0) return void 0;
	const block = new Float64Array(n * n);
	for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) block[j * n + k] = data[2 * j * rows + 2 * k + 1];
	return {
		rows: n,
		cols: n,
		data: block
	};
}
/** The antisymmetric matrix with this block between even and odd indices. */
function fromBipartiteBlock({ rows: n, data }) {
	const size = 2 * n;
	const out = new Float64Array(size * size);
	for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) {
		const x = data[j * n + k];
		out[2 * j * size + 2 * k + 1] = x;
		out[(2 * k + 1) * size + 2 * j] = -x;
	}
	return {
		rows: size,
		cols: size,
		data: out
	};
}
/** Whether a block equals its transpose to rounding, as it does for real hopping without pairing. */
function isSymmetric({ rows: n, data }) {
	const rounding = 8 * Number.EPSILON * data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
	for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (Math.abs(data[i * n + j] - data[j * n + i]) > rounding) return false;
	return true;
}
/** The canonical form of an antisymmetric matrix of shape (2n, 2n). O(n³). */
function majoranaForm(a) {
	const block = bipartiteBlock(a);
	if (block === void 0) {
		const { values, vectors } = antisymmetricForm(a);
		return {
			structure: "general",
			values,
			p: everySecondRow(vectors, 0),
			q: everySecondRow(vectors, 1)
		};
	}
	if (isSymmetric(block)) {
		const { values, vectors } = symmetricEigen(block);
		const q = weighted(vectors, values.map((x) => x < 0 ? -1 : 1));
		return {
			structure: "symmetric",
			values: values.map(Math.abs),
			p: vectors,
			q
		};
	}
	const { values, left, right } = realSingularValueDecomposition(block);
	return {
		structure: "bipartite",
		values,
		p: left,
		q: right
	};
}
/** The values alone, descending. Errors are a few 1e-16 of the largest: no squares are taken. */
function majoranaValues(a) {
	const block = bipartiteBlock(a);
	if (block === void 0) return antisymmetricValues(a);
	return isSymmetric(block) ? absolute(symmetricEigenvalues(block.data, block.rows)) : realSingularValues(block);
}
/**
* The squares of the values, by symmetric matrices throughout. A square has an error of a few 1e-16: so has the value
* near 1, but near 0 it has 1e-8, which does not matter to even functions such as entropies.
*/
function squaredValues(a, isBlock) {
	if (!isBlock) return antisymmetricValues(a).map((x) => x * x);
	if (isSymmetric(a)) return symmetricEigenvalues(a.data, a.rows).map((x) => x * x);
	return symmetricEigenvalues(multiplyReal(a, a, { transposeA: true }).data, a.rows);
}
/** Σ_k f(values[k])·(p_k q_kᵀ − q_k p_kᵀ), antisymmetric, with the structure of the form. */
function oddFunction(form, f) {
	const { p, q, values, structure } = form;
	const half = multiplyReal(weighted(p, values.map(f)), q, { transposeA: true });
	const mirrored = transposeReal(half);
	if (structure === "bipartite") return fromBipartiteBlock(half);
	if (structure === "general") return addReal(half, -1, mirrored);
	return fromBipartiteBlock(scaled(.5, addReal(half, 1, mirrored)));
}
/** Σ_k f(values[k])·(p_k p_kᵀ + q_k q_kᵀ), symmetric. */
function evenFunction(form, f) {
	const { p, q, values, structure } = form;
	const [a, b] = [p, q].map((side) => multiplyReal(weighted(side, values.map(f)), side, { transposeA: true }));
	if (structure === "general") return addReal(a, 1, b);
	const n = a.rows;
	const data = new Float64Array(4 * n * n);
	for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) {
		data[2 * i * 2 * n + 2 * j] = a.data[i * n + j];
		data[(2 * i + 1) * 2 * n + 2 * j + 1] = b.data[i * n + j];
	}
	return {
		rows: 2 * n,
		cols: 2 * n,
		data
	};
}
/** The orthogonal matrix, shape (2n, 2n), whose columns are p₀ q₀ p₁ q₁ …. */
function frameOf({ p, q, structure }) {
	const n = p.rows;
	const stride = structure === "general" ? 1 : 2;
	const data = new Float64Array(4 * n * n);
	for (let k = 0; k < n; k++) for (let i = 0; i < p.cols; i++) {
		data[stride * i * 2 * n + 2 * k] = p.data[k * p.cols + i];
		data[(stride * i + stride - 1) * 2 * n + 2 * k + 1] = q.data[k * p.cols + i];
	}
	return {
		rows: 2 * n,
		cols: 2 * n,
		data
	};
}
const absolute = (values) => values.map(Math.abs).sort().reverse();
const weighted = (rows, weights) => ({
	...rows,
	data: rows.data.map((x, at) => x * weights[Math.floor(at / rows.cols)])
});
function everySecondRow({ rows, cols, data }, first) {
	const out = new Float64Array(rows / 2 * cols);
	for (let k = 0; k < rows / 2; k++) out.set(data.subarray((2 * k + first) * cols, (2 * k + first + 1) * cols), k * cols);
	return {
		rows: rows / 2,
		cols,
		data: out
	};
}
// src/linalg/cholesky.ts
/**
* The lower triangular L with A = LLᵀ and a positive diagonal; undefined where A is not positive definite to rounding.
* O(n³/3).
*
* @param a - square; only its lower triangle enters
*/
function choleskyFactor({ rows: n, data }) {
	const l = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		const row = l.subarray(i * n, i * n + i);
		for (let j = 0; j < i; j++) {
			const sum = dot(row.subarray(0, j), l.subarray(j * n, j * n + j));
			row[j] = (data[i * n + j] - sum) / l[j * (n + 1)];
		}
		const pivot = data[i * (n + 1)] - dot(row, row);
		if (!(pivot > 0)) return void 0;
		l[i * (n + 1)] = Math.sqrt(pivot);
	}
	return {
		rows: n,
		cols: n,
		data: l
	};
}
// src/gaussian/symplectic-form.ts
/**
* @file Williamson's form of positive matrices of quadratures, by the cheapest way that their zeros allow: where
* positions and momenta are uncorrelated, n × n matrices are decomposed instead of 2n × 2n ones.
*/
/** The blocks of x with x and of p with p, where those of x with p vanish; otherwise undefined. */
function uncorrelatedBlocks({ rows, data }) {
	const n = rows / 2;
	for (let i = 0; i < n; i++) for (let j = n; j < rows; j++) if (data[i * rows + j] !== 0 || data[j * rows + i] !== 0) return void 0;
	const block = (from) => {
		const out = new Float64Array(n * n);
		for (let i = 0; i < n; i++) out.set(data.subarray((from + i) * rows + from, (from + i) * rows + from + n), i * n);
		return {
			rows: n,
			cols: n,
			data: out
		};
	};
	return {
		x: block(0),
		p: block(n)
	};
}
/** The matrix ((x, 0), (0, p)). */
function blockDiagonal(x, p) {
	const n = x.rows;
	const size = 2 * n;
	const data = new Float64Array(size * size);
	for (let i = 0; i < n; i++) {
		data.set(x.data.subarray(i * n, (i + 1) * n), i * size);
		data.set(p.data.subarray(i * n, (i + 1) * n), (n + i) * size + n);
	}
	return {
		rows: size,
		cols: size,
		data
	};
}
/** ΩA, Ω = ((0, 1), (−1, 0)): the lower half of the rows above, and minus the upper half below. */
function omegaTimes({ rows, cols, data }) {
	const half = rows / 2 * cols;
	const out = new Float64Array(data.length);
	out.set(data.subarray(half), 0);
	for (let k = 0; k < half; k++) out[half + k] = -data[k];
	return {
		rows,
		cols,
		data: out
	};
}
/** ΩAΩᵀ. */
function omegaConjugated(a) {
	return transposeReal(omegaTimes(transposeReal(omegaTimes(a))));
}
/**
* Symplectic eigenvalues, descending; undefined where the matrix is not positive. Singular values of Cholesky factors,
* so that a squeezing of condition κ costs √κ, not κ, of accuracy. O(n³).
*/
function symplecticValues(v) {
	const blocks = uncorrelatedBlocks(v);
	if (blocks === void 0) {
		const factor = choleskyFactor(v);
		if (factor === void 0) return void 0;
		return antisymmetricValues(multiplyReal(factor, omegaTimes(factor), { transposeA: true }));
	}
	const [x, p] = [choleskyFactor(blocks.x), choleskyFactor(blocks.p)];
	if (x === void 0 || p === void 0) return void 0;
	return realSingularValues(multiplyReal(x, p, { transposeA: true }));
}
/**
* Williamson's form of a positive matrix; undefined where it is not positive. O(n³).
*
* @see Williamson, Am. J. Math. 58, 141 (1936)
*/
function symplecticForm(v) {
	const blocks = uncorrelatedBlocks(v);
	if (blocks === void 0) {
		const root = positiveRoot(v);
		if (root === void 0) return void 0;
		const { values, vectors } = antisymmetricForm(multiplyReal(root, omegaTimes(root)));
		const n = values.length;
		const rows = new Float64Array(vectors.data.length);
		for (let k = 0; k < 2 * n; k++) {
			const to = Math.floor(k / 2) + k % 2 * n;
			const scale = 1 / Math.sqrt(values[Math.floor(k / 2)]);
			for (let i = 0; i < 2 * n; i++) rows[to * 2 * n + i] = scale * vectors.data[k * 2 * n + i];
		}
		return {
			values,
			S: multiplyReal(root, {
				...vectors,
				data: rows
			}, { transposeB: true })
		};
	}
	const [x, p] = [positiveRoot(blocks.x), positiveRoot(blocks.p)];
	if (x === void 0 || p === void 0) return void 0;
	const { values, left, right } = realSingularValueDecomposition(multiplyReal(x, p));
	const side = (root, vectors) => {
		const { cols } = vectors;
		const data = vectors.data.map((entry, at) => entry / Math.sqrt(values[Math.floor(at / cols)]));
		return multiplyReal(root, {
			...vectors,
			data
		}, { transposeB: true });
	};
	return {
		values,
		S: blockDiagonal(side(x, left), side(p, right))
	};
}
/** S·diag(f(values), f(values))·Sᵀ. */
function symplecticFunction({ values, S }, f) {
	const weights = values.map(f);
	const n = values.length;
	const data = S.data.map((x, at) => x * weights[at % n]);
	return multiplyReal({
		...S,
		data
	}, S, { transposeB: true });
}
/** The symmetric root of a positive matrix; undefined where it is not positive. */
function positiveRoot(a) {
	if (isDiagonal(a)) return a.data.every((x, at) => x > 0 || at % (a.rows + 1) !== 0) ? {
		...a,
		data: a.data.map(Math.sqrt)
	} : void 0;
	const eigen = symmetricEigen(a);
	return eigen.values.every((x) => x > 0) ? symmetricFunction(eigen, Math.sqrt) : void 0;
}
const isDiagonal = ({ rows, data }) => data.every((x, at) => x === 0 || at % (rows + 1) === 0);
// src/gaussian/gaussian-state.ts
/** @file The Gaussian state: all of it in the covariance of its modes. */
/** Deviations of this size from antisymmetry, symmetry and the bounds of the spectrum count as rounding. */
const TOLERANCE = 1e-9;
/**
* The Gaussian state with this covariance, checked.
*
* @param covariance - Γ or V of `GaussianState`, shape (2n, 2n), n ≥ 1
* @throws {ShapeError} not of that shape
* @throws {DomainError} not finite, not (anti)symmetric, or not the covariance of a state
*
* Cost O(n³).
*/
function gaussianState(statistics, covariance) {
	const state = {
		kind: "gaussian",
		statistics,
		modes: covariance.rows / 2,
		covariance
	};
	checkGaussian("gaussianState", state);
	if (statistics === "fermion") {
		const most = majoranaValues(covariance)[0];
		if (most > 1.000000001) throw new DomainError(`gaussianState: singular values of Γ of at most 1 required, got ${most}`);
	} else {
		const least = symplecticValues(covariance)?.at(-1);
		if (least === void 0 || least < .999999999) throw new DomainError(`gaussianState: V + iΩ ≥ 0, symplectic eigenvalues of at least 1 required, got ${least === void 0 ? "a covariance that is not positive" : least}`);
	}
	return state;
}
/**
* Checks what is cheap to check of a Gaussian state: the shape of its covariance, finite numbers, and its symmetry.
*
* @param caller - named in errors
* @throws {ShapeError | DomainError} naming what is wrong
*
* Cost O(n²).
*/
function checkGaussian(caller, { statistics, modes, covariance }) {
	const size = 2 * modes;
	const { rows, cols, data } = covariance;
	if (!(Number.isInteger(modes) && modes >= 1 && rows === size && cols === size && data.length === size * size)) {
		const got = `${rows} × ${cols} with ${data.length} numbers for ${modes} modes`;
		throw new ShapeError(`${caller}: a covariance of shape (2n, 2n), n ≥ 1, required, got ${got}`);
	}
	if (statistics !== "fermion" && statistics !== "boson") throw new DomainError(`${caller}: statistics 'fermion' or 'boson' required, got '${statistics}'`);
	checkSymmetry(caller, covariance, statistics === "fermion" ? -1 : 1);
}
/**
* Checks that a square matrix is finite and symmetric (sign 1) or antisymmetric (sign −1).
*
* @throws {DomainError} naming the first entry that is wrong
*/
function checkSymmetry(caller, { rows: n, data }, sign) {
	let largest = 0;
	for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) {
		const [x, y] = [data[i * n + j], data[j * n + i]];
		if (!(Number.isFinite(x) && Number.isFinite(y))) throw new DomainError(`${caller}: finite entries required, got ${x} and ${y} at (${i}, ${j}) and (${j}, ${i})`);
		largest = Math.max(largest, Math.abs(x));
		if (Math.abs(x - sign * y) > TOLERANCE * Math.max(1, largest)) throw new DomainError(`${caller}: a real ${sign === 1 ? "symmetric" : "antisymmetric"} matrix required, got ${x} and ${y} at (${i}, ${j}) and (${j}, ${i})`);
	}
}
/** Most modes: a covariance of 2 GB. */
const MOST_MODES = 8e3;
/**
* Checks a number of modes before memory is taken for them.
*
* @throws {ShapeError} not a whole number between 1 and 8000
*/
function checkModes(caller, modes) {
	if (Number.isInteger(modes) && modes >= 1 && modes <= MOST_MODES) return;
	throw new ShapeError(`${caller}: between 1 and ${MOST_MODES} modes required, got ${modes}`);
}
/**
* The vacuum: all modes empty.
*
* @param frequency - bosons: ω > 0, for the ground state of oscillators ½(p² + ω²x²), V = diag(1/ω, ω); default 1
* @throws {ShapeError} less than one mode, or more than 8000
* @throws {DomainError} a frequency that is not positive and finite
*/
function gaussianVacuum(statistics, modes, frequency = 1) {
	checkModes("gaussianVacuum", modes);
	if (!(frequency > 0 && frequency < Infinity)) throw new DomainError(`gaussianVacuum: a frequency > 0 required, got ${frequency}`);
	const size = 2 * modes;
	const data = new Float64Array(size * size);
	for (let k = 0; k < size; k++) if (statistics === "boson") data[k * (size + 1)] = k < modes ? 1 / frequency : frequency;
	else data[k * size + (k ^ 1)] = k % 2 === 0 ? -1 : 1;
	const state = {
		kind: "gaussian",
		statistics,
		modes,
		covariance: {
			rows: size,
			cols: size,
			data
		}
	};
	checkGaussian("gaussianVacuum", state);
	return state;
}
/**
* The state of some of the modes, in this order: the others are traced out.
*
* @throws {DomainError} a mode that does not exist or occurs twice, or none
*
* Cost O(k²) for k modes.
*/
function restricted(state, modes) {
	const { statistics, covariance } = state;
	if (modes.some((mode) => !(Number.isInteger(mode) && mode >= 0 && mode < state.modes)) || new Set(modes).size !== modes.length || modes.length === 0) throw new DomainError(`restricted: different modes below ${state.modes} required, got [${modes}]`);
	const indices = indicesOf(statistics, state.modes, modes);
	return {
		kind: "gaussian",
		statistics,
		modes: modes.length,
		covariance: submatrix(covariance, indices)
	};
}
/** Rows of the covariance that belong to these modes: neighbours for fermions; first all x, then all p for bosons. */
function indicesOf(statistics, total, modes) {
	if (statistics === "fermion") return modes.flatMap((mode) => [2 * mode, 2 * mode + 1]);
	return [...modes, ...modes.map((mode) => total + mode)];
}
export { majoranaValues as C, realSingularValues as D, realSingularValueDecomposition as E, majoranaForm as S, squaredValues as T, bipartiteBlock as _, gaussianVacuum as a, fromBipartiteBlock as b, blockDiagonal as c, positiveRoot as d, symplecticForm as f, choleskyFactor as g, uncorrelatedBlocks as h, gaussianState as i, omegaConjugated as l, symplecticValues as m, checkModes as n, indicesOf as o, symplecticFunction as p, checkSymmetry as r, restricted as s, checkGaussian as t, omegaTimes as u, evenFunction as v, oddFunction as w, isSymmetric as x, frameOf as y };
