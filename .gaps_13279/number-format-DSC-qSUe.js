// src/number-format.ts
/** @file Numbers as a journal prints them: 3.20 × 10⁻⁷, ¾π, 1 min 12 s. */
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const digitsIn = (alphabet, value) => [...String(Math.abs(value))].map((digit) => alphabet[Number(digit)]).join("");
/** An integer as an exponent: −7 ↦ ⁻⁷. */
function superscript(value) {
	return `${value < 0 ? "⁻" : ""}${digitsIn(SUPERSCRIPTS, value)}`;
}
/** A natural number as an index: 12 ↦ ₁₂. */
function subscript(value) {
	return digitsIn(SUBSCRIPTS, value);
}
/**
* A number with the given count of significant digits; beyond 10⁻³ … 10⁵ as mantissa and power of ten.
* A missing number (JSON has no NaN, it stores null) is a dash.
*/
function significant(value, digits = 3) {
	if (value === null || value === void 0 || Number.isNaN(value)) return "—";
	if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
	if (value === 0) return "0";
	const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
	const power = Number(exponent);
	if (power < -3 || power > 4) return signed(`${mantissa}\u00A0×\u00A010${superscript(power)}`);
	return signed(value.toFixed(Math.max(0, digits - 1 - power)));
}
/** A whole number below a million as it is, without decimals; null if the number is not one. */
function whole(value) {
	return Number.isInteger(value) && Math.abs(value) < 1e6 ? signed(String(value)) : null;
}
/** A number without trailing zeros: the label of a tick. */
function brief(value) {
	const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9);
	if (power >= -4 && power <= 5) return signed(String(Number(value.toPrecision(6))));
	const mantissa = Number((value / 10 ** power).toPrecision(4));
	return signed(`${mantissa === 1 ? "" : `${mantissa} × `}10${superscript(power)}`);
}
/** An angle in radians and as a multiple of π. */
function angleText(radians) {
	return `${significant(radians, 5)} rad (${significant(radians / Math.PI, 4)} π)`;
}
/** A time as a reader says it: 0.8 s, 42 s, 1 min 12 s, 3 h 5 min. */
function duration(seconds) {
	if (!Number.isFinite(seconds)) return "—";
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
	const minutes = Math.round(whole / 60);
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** A count with its noun: 1 gate, 12 gates. */
function counted(count, singular, plural = `${singular}s`) {
	return `${count} ${count === 1 ? singular : plural}`;
}
const signed = (text) => text.replace(/^-/, "−");
export { significant as a, whole as c, duration as i, brief as n, subscript as o, counted as r, superscript as s, angleText as t };
