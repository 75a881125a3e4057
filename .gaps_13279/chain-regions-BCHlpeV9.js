import { L as scaledMatrix, P as multiply, Q as currentEngine, R as trace, d as hermitianEigenvalues, s as qr, ut as DomainError } from "./study-record-DTuekta5.js";
import { i as distributionEntropy, n as rememberedEntropy, s as entropy } from "./region-entropies-C3COF-g3.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { c as schmidtValues, s as rightCanonical } from "./matrix-product-state-CYxnDb3V.js";
// src/chain/chain-entropies.ts
/**
* @file Entropies of regions of an open matrix-product state, without its amplitudes. With the centre of the canonical
* form inside a region, what is outside is an isometry, and the region has the spectrum of a matrix on its two bonds.
*/
/** The largest product of a region's two bond dimensions for which its entropy is computed. */
const LARGEST_BOND_PAIR = 36;
/**
* Entropies of the contiguous regions of a chain, the whole left out: all that touch an end (from Schmidt values), all
* single sites, and of the others those reached from their start while the bonds obey χ_left·χ_right ≤ 36.
*
* Cost O(n d χ³), and O(n² χ_left² d χ³) for the interior regions.
*/
function chainRegionEntropies(chain) {
	const n = chain.length;
	const regions = schmidtValues(chain).map((values) => distributionEntropy(values.map((x) => x * x))).flatMap((value, k) => [{
		start: 0,
		length: k + 1,
		entropy: value
	}, {
		start: k + 1,
		length: n - k - 1,
		entropy: value
	}]);
	const canonical = rightCanonical(chain);
	centres(canonical).forEach((centre, start) => {
		if (start === 0 || start === n - 1) return;
		regions.push({
			start,
			length: 1,
			entropy: entropy(siteDensity(centre))
		});
		const left = centre.shape[0];
		let region = centre;
		for (let end = start + 1; end < n - 1; end++) {
			region = extended$1(region, canonical[end]);
			if (left * region.shape[2] > LARGEST_BOND_PAIR) return;
			regions.push({
				start,
				length: end - start + 1,
				entropy: entropy(bondDensity(region))
			});
			region = compressed(region);
		}
	});
	return regions;
}
/** Reduced density matrix of every single site. */
function siteDensities(chain) {
	return siteCentres(chain).map(siteDensity);
}
/** Mutual information I(a:b) of all pairs of sites, 2S(a) on the diagonal. Cost that of `pairDensities`. */
function chainInformation(chain) {
	const single = siteDensities(chain).map((rho) => entropy(rho));
	const table = single.map((value, a) => single.map((_, b) => a === b ? 2 * value : 0));
	pairDensities(chain, (a, b, rho) => {
		table[a][b] = single[a] + single[b] - entropy(rho);
		table[b][a] = table[a][b];
	});
	return table;
}
/**
* Visits the reduced density matrices of all pairs of sites a < b, each of shape (d_a·d_b, d_a·d_b).
*
* Cost O(n² d³ χ³) for all pairs together.
*/
function pairDensities(chain, visit) {
	const canonical = rightCanonical(chain);
	centres(canonical).forEach((centre, a) => {
		const [left, site] = centre.shape;
		let region = {
			shape: [
				site,
				left,
				centre.shape[2]
			],
			interleaved: currentEngine().permute(centre.interleaved, centre.shape, [
				1,
				0,
				2
			])
		};
		for (let b = a + 1; b < canonical.length; b++) {
			const [bond, next, right] = canonical[b].shape;
			const joined = multiply(asMatrix(region, site * region.shape[1], bond), asMatrix(canonical[b], bond, next * right));
			const grouped = currentEngine().permute(joined.interleaved, [
				site,
				region.shape[1],
				next,
				right
			], [
				0,
				2,
				1,
				3
			]);
			const rows = {
				rows: site * next,
				cols: region.shape[1] * right,
				interleaved: grouped
			};
			visit(a, b, unitTrace(multiply(rows, rows, { adjointB: true })));
			region = compressed({
				shape: [
					site,
					region.shape[1] * next,
					right
				],
				interleaved: joined.interleaved
			});
		}
	});
}
/** The chain's tensors, each as the centre of the canonical form: isometries left of it, co-isometries right of it. */
function siteCentres(chain) {
	return centres(rightCanonical(chain));
}
function centres(canonical) {
	const list = [canonical[0]];
	for (let k = 1; k < canonical.length; k++) {
		const { shape, interleaved } = list[k - 1];
		const { r } = qr({
			rows: shape[0] * shape[1],
			cols: shape[2],
			interleaved
		});
		const [bond, site, right] = canonical[k].shape;
		const moved = multiply(r, asMatrix(canonical[k], bond, site * right));
		list.push({
			shape: [
				r.rows,
				site,
				right
			],
			interleaved: moved.interleaved
		});
	}
	return list;
}
/** One more site to the right, its index joined to the middle one. */
function extended$1(region, site) {
	const [left, middle, bond] = region.shape;
	const [, dimension, right] = site.shape;
	const { interleaved } = multiply(asMatrix(region, left * middle, bond), asMatrix(site, bond, dimension * right));
	return {
		shape: [
			left,
			middle * dimension,
			right
		],
		interleaved
	};
}
/** The same region with a middle index no longer than the outer two need: only M†M matters, and R of M = QR has it. */
function compressed(region) {
	const [left, middle, right] = region.shape;
	if (middle <= left * right) return region;
	const { r } = qr(middleByBonds(region));
	return {
		shape: [
			left,
			r.rows,
			right
		],
		interleaved: currentEngine().permute(r.interleaved, [
			r.rows,
			left,
			right
		], [
			1,
			0,
			2
		])
	};
}
/** The matrix M whose rows are the middle index, whose columns are both outer ones. */
function middleByBonds({ shape, interleaved }) {
	const [left, middle, right] = shape;
	return {
		rows: middle,
		cols: left * right,
		interleaved: currentEngine().permute(interleaved, shape, [
			1,
			0,
			2
		])
	};
}
/** The matrix on both bonds that has the region's spectrum. */
function bondDensity(region) {
	const M = middleByBonds(region);
	return unitTrace(multiply(M, M, { adjointA: true }));
}
function siteDensity(centre) {
	const M = middleByBonds(centre);
	return unitTrace(multiply(M, M, { adjointB: true }));
}
function unitTrace(rho) {
	return scaledMatrix([1 / trace(rho)[0], 0], rho);
}
function asMatrix({ interleaved }, rows, cols) {
	return {
		rows,
		cols,
		interleaved
	};
}
// src/chain/chain-regions.ts
/** @file Entropies of any regions of an open matrix-product state: the `RegionEntropies` of a chain. */
/** Most complex multiplications of one region's entropy: about ten seconds. */
const LARGEST_REGION = 2 ** 33;
/**
* Entropies of regions of an open matrix-product state, normalised.
*
* Cost of a region: with m bonds between it and the rest, at most O(χ^{3m/2}) for each site that it spans; the whole of
* two distant sites costs O(n d³χ³).
*/
function entropiesOfChain(chain) {
	const n = chain.length;
	const centres = siteCentres(chain);
	const tail = rightCanonical(chain);
	return {
		boundary: n,
		references: 0,
		capacities: chain.map(({ shape }) => Math.log(shape[1])),
		kind: "exact",
		entropy: rememberedEntropy(n, (region) => {
			const rest = complementOf(region, n);
			const side = spanOf(rest) < spanOf(region) ? rest : region;
			return side.length === 0 ? 0 : regionEntropy(centres[side[0]], tail, side);
		}),
		contiguous: () => chainRegionEntropies(chain),
		information: () => chainInformation(chain)
	};
}
const spanOf = (region) => region.length === 0 ? 0 : region.at(-1) - region[0] + 1;
/**
* Entropy of a region, from its first site to its last. What is kept is the state's tensor, with an index x for the
* sites of the region read so far, an index y for all other sites, and the bond to the sites not read:
*
*     x  y
*     │  │
*     ■■■■── bond
*
* Only the spectrum of x against (y, bond) matters, so an index longer than the other two together is shortened to them
* by a QR decomposition. Left of the first site and right of the last there are isometries.
*/
function regionEntropy(centre, tail, region) {
	const [left, site, right] = centre.shape;
	let work = 0;
	let tensor = {
		shape: [
			site,
			left,
			right
		],
		interleaved: currentEngine().permute(centre.interleaved, centre.shape, [
			1,
			0,
			2
		])
	};
	for (let k = region[0];; k++) {
		const [x, y, bond] = tensor.shape;
		work += x * y * bond * (Math.min(x, y * bond) + Math.min(y, x * bond));
		if (work > LARGEST_REGION) throw new DomainError(`entropiesOfChain: region [${region}] is out of reach`);
		if (k === region.at(-1)) break;
		tensor = extended(shortened(shortened(tensor, 0), 1), tail[k + 1], region.includes(k + 1) ? 0 : 1);
	}
	const [x, y, bond] = shortened(tensor, 0).shape;
	const { interleaved } = shortened(tensor, 0);
	const matrix = {
		rows: x,
		cols: y * bond,
		interleaved
	};
	const p = hermitianEigenvalues(multiply(matrix, matrix, { adjointB: true }));
	const total = p.reduce((sum, value) => sum + value, 0);
	return distributionEntropy(p.map((value) => value / total));
}
/** One more site, its index joined to x (axis 0) or to y (axis 1). */
function extended(tensor, next, axis) {
	const [x, y, bond] = tensor.shape;
	const [, site, right] = next.shape;
	const a = {
		rows: x * y,
		cols: bond,
		interleaved: tensor.interleaved
	};
	const { interleaved } = multiply(a, {
		rows: bond,
		cols: site * right,
		interleaved: next.interleaved
	});
	if (axis === 1) return {
		shape: [
			x,
			y * site,
			right
		],
		interleaved
	};
	return {
		shape: [
			x * site,
			y,
			right
		],
		interleaved: currentEngine().permute(interleaved, [
			x,
			y,
			site,
			right
		], [
			0,
			2,
			1,
			3
		])
	};
}
/** The same spectra with index `axis` no longer than the other two together. */
function shortened(tensor, axis) {
	const { shape, interleaved } = tensor;
	const rows = shape[axis];
	const others = [shape[1 - axis], shape[2]];
	const cols = others[0] * others[1];
	if (rows <= cols) return tensor;
	const order = axis === 0 ? [
		0,
		1,
		2
	] : [
		1,
		0,
		2
	];
	const { r } = qr({
		rows,
		cols,
		interleaved: currentEngine().permute(interleaved, shape, order)
	});
	const back = currentEngine().permute(r.interleaved, [r.rows, ...others], order);
	return {
		shape: axis === 0 ? [r.rows, ...others] : [
			others[0],
			r.rows,
			others[1]
		],
		interleaved: back
	};
}
export { entropiesOfChain as t };
