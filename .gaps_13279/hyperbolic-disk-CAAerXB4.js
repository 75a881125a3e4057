import { ut as DomainError } from "./study-record-DTuekta5.js";
// src/geometry/hyperbolic-disk.ts
/**
* @file The hyperbolic plane of curvature −1 as Poincaré's disk |z| < 1, ds = 2|dz|/(1 − |z|²): distances, geodesics
* and isometries. Points are pairs (x, y), z = x + iy.
*/
/** Twice the area of the triangle 0ab below which a geodesic through a and b is drawn as a diameter. */
const STRAIGHT = 1e-9;
const times = ([a, b], [c, d]) => [a * c - b * d, a * d + b * c];
const conjugate = ([a, b]) => [a, -b];
const over = (z, w) => {
	const [x, y] = times(z, conjugate(w));
	const size = w[0] * w[0] + w[1] * w[1];
	return [x / size, y / size];
};
/** 1 − |z|², which keeps its digits near the edge. */
const defect = ([x, y]) => {
	const r = Math.hypot(x, y);
	return (1 - r) * (1 + r);
};
/**
* Hyperbolic distance,
*
*     sinh(d/2) = |a − b| / √((1 − |a|²)(1 − |b|²)).
*
* @param a - inside the disk
* @param b - inside the disk
* @returns in units of the radius of curvature; Infinity to a point at the edge
*/
function diskDistance(a, b) {
	const chord = Math.hypot(a[0] - b[0], a[1] - b[1]);
	return chord === 0 ? 0 : 2 * Math.asinh(chord / Math.sqrt(Math.max(0, defect(a)) * Math.max(0, defect(b))));
}
/**
* The translation that carries the centre of the disk to a given point, along the diameter through both,
*
*     z ↦ (z + a)/(1 + āz);
*
* its inverse is the translation to −a. An isometry of the disk that keeps its edge.
*
* @throws {DomainError} the point is not inside the disk
*/
function diskTranslation(a) {
	if (!(Math.hypot(...a) < 1)) throw new DomainError(`diskTranslation: a point inside the unit disk required, got (${a.join(", ")})`);
	return (z) => {
		const [x, y] = times(conjugate(a), z);
		return over([z[0] + a[0], z[1] + a[1]], [1 + x, y]);
	};
}
/**
* The reflection that keeps the geodesic through two points: with a at the centre it is w ↦ (b/|b|)²·w̄.
*
* @param a - inside the disk
* @param b - inside the disk, different from a
* @throws {DomainError} the two points are the same, or not inside the disk
*/
function diskReflection(a, b) {
	const back = diskTranslation(a);
	const centred = diskTranslation([-a[0], -a[1]]);
	const [x, y] = centred(b);
	const size = Math.hypot(x, y);
	if (!(size > 0 && size < 1)) throw new DomainError("diskReflection: two different points inside the unit disk required");
	const turn = times([x / size, y / size], [x / size, y / size]);
	return (z) => back(times(turn, conjugate(centred(z))));
}
/**
* The middle of two points: with a at the centre and b at w it is w/(1 + √(1 − |w|²)).
*
* @param a - inside the disk
* @param b - inside the disk
*/
function diskMidpoint(a, b) {
	const w = diskTranslation([-a[0], -a[1]])(b);
	const size = 1 + Math.sqrt(Math.max(0, defect(w)));
	return diskTranslation(a)([w[0] / size, w[1] / size]);
}
/**
* The point on the perpendicular bisector of two points at a distance from their middle, to the right of the way from a
* to b.
*
* @param a - inside the disk
* @param b - inside the disk, different from a
* @param distance - hyperbolic; negative to the left, ±Infinity at the edge of the disk
*/
function bisectorPoint(a, b, distance) {
	const middle = diskMidpoint(a, b);
	const [x, y] = diskTranslation([-middle[0], -middle[1]])(b);
	const scale = Math.tanh(distance / 2) / Math.hypot(x, y);
	return diskTranslation(middle)([scale * y, -scale * x]);
}
/**
* The geodesic between two points of the disk or of its edge. Its circle has the centre c with
*
*     2 Re(c̄a) = 1 + |a|²,   2 Re(c̄b) = 1 + |b|².
*
* @throws {DomainError} the two points are the same
*/
function geodesicArc(a, b) {
	if (a[0] === b[0] && a[1] === b[1]) throw new DomainError(`geodesicArc: two different points required, got (${a.join(", ")}) twice`);
	const area = a[0] * b[1] - a[1] * b[0];
	if (Math.abs(area) < STRAIGHT) return {
		from: a,
		to: b,
		circle: null
	};
	const [alpha, beta] = [a, b].map(([x, y]) => (1 + x * x + y * y) / 2);
	const centre = [(alpha * b[1] - beta * a[1]) / area, (beta * a[0] - alpha * b[0]) / area];
	return {
		from: a,
		to: b,
		circle: {
			centre,
			radius: Math.hypot(centre[0] - a[0], centre[1] - a[1])
		}
	};
}
export { geodesicArc as a, diskReflection as i, diskDistance as n, diskMidpoint as r, bisectorPoint as t };
