import { ut as DomainError } from "./study-record-DTuekta5.js";
// src/printable.ts
/** @file What a file contains, as it may be shown in a message. */
/** The text with control characters as escapes (a terminal would obey them), cut to a length. */
function printable(text, length = Infinity) {
	const shown = text.replace(/\p{C}/gu, (letter) => `\\u${letter.codePointAt(0).toString(16).padStart(4, "0")}`);
	return shown.length > length ? `${shown.slice(0, length - 1)}…` : shown;
}
// src/issues.ts
/** What the validator found, in our words: path, expected, received. */
function issuesOf(issue, json) {
	const path = printable(issue.path.join("."), 200);
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
		path: printable([...issue.path, key].join("."), 200),
		expected: "no such key",
		received: `'${printable(key, 80)}'`
	}));
	if (issue.code === "invalid_union" && issue.errors.length > 0 && issue.message === "Invalid input") return [{
		path,
		expected: worded(issue.errors.map((branch) => branch.map(({ message }) => message).join(" and ")).join(", or ")),
		received: shown(at(json, issue.path))
	}];
	const options = "options" in issue && Array.isArray(issue.options) ? ` (${issue.options.join(", ")})` : "";
	return [{
		path,
		expected: worded(issue.message + options),
		received: shown(at(json, issue.path))
	}];
}
/** All that the validator found in a file, in one line: `terms.0.coefficient: number required, got "x"; …`. */
function issuesText(error, json) {
	return error.issues.flatMap((issue) => issuesOf(issue, json)).map(({ path, expected, received }) => {
		const required = /required|no such key/.test(expected) ? expected : `${expected} required`;
		return `${path === "" ? "the whole file" : path}: ${required}, got ${received}`;
	}).join("; ");
}
function at(json, path) {
	return path.reduce((value, key) => value?.[key], json);
}
function shown(value) {
	return value === void 0 ? "nothing" : printable(JSON.stringify(value), 80);
}
/** What is expected, without the validator's own words: 'Too small: expected number to be >=0' ↦ 'number to be ≥ 0'. */
function worded(expected) {
	return expected.replace(/\b(?:Invalid \w+(?: value)?|Too small|Too big|Unrecognized key)[:.] */g, "").replace(/\b[Ee]xpected /g, "").replace(/, received \w+/g, "").replace(/(' \| '.*') \([^)]*\)$/, "$1").replace(/>= ?/g, "≥ ").replace(/<= ?/g, "≤ ").replace(/([<>])(?=[\d-])/g, "$1 ");
}
// src/json.ts
/** @file JSON as this library reads it, with the place of a mistake: line, column, what should stand there. */
/** Most lists and objects within each other. */
const DEEPEST = 100;
/**
* The value in a JSON file. Stricter than the standard, which leaves open what two equal keys mean: they are refused.
*
* @param source - text, or bytes in UTF-8; a byte-order mark is passed over
* @param name - what to call the file in an error
* @throws {DomainError} `jsonMistake` finds one; the message names line and column
*/
function parseJson(source, name) {
	const text = (typeof source === "string" ? source : new TextDecoder().decode(source)).replace(/^\uFEFF/, "");
	const mistake = jsonMistake(text);
	if (mistake === null) return JSON.parse(text);
	const { line, column, expected, received } = mistake;
	throw new DomainError(`${name}:${line}:${column}: not JSON: ${expected} required, got ${received}`);
}
/** The first mistake of the text: a syntax error, a key that occurs twice, or depth; null if it is JSON. */
function jsonMistake(text) {
	const end = value(text, space(text, 0), 0);
	if (typeof end === "number" && space(text, end) === text.length) return null;
	const failure = typeof end === "number" ? {
		at: space(text, end),
		expected: "the end of the file"
	} : end;
	const before = text.slice(0, failure.at).split("\n");
	const { at, expected, received = characterAt(text, at) } = failure;
	return {
		line: before.length,
		column: before.at(-1).length + 1,
		expected,
		received
	};
}
function characterAt(text, at) {
	if (at >= text.length) return "the end of the file";
	return `'${printable(String.fromCodePoint(text.codePointAt(at)))}'`;
}
function value(text, at, depth) {
	const first = text[at];
	if ((first === "{" || first === "[") && depth === DEEPEST) return {
		at,
		expected: `at most ${DEEPEST} lists and objects within each other`,
		received: "one more"
	};
	if (first === "{") return list(text, at, "}", memberOnce(), "a key in double quotes", depth);
	if (first === "[") return list(text, at, "]", value, "a value", depth);
	if (first === "\"") return string(text, at);
	const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
	plain.lastIndex = at;
	return plain.test(text) ? plain.lastIndex : {
		at,
		expected: "a JSON value"
	};
}
/** Reads the members of one object, and remembers their keys. */
function memberOnce() {
	const keys = /* @__PURE__ */ new Set();
	return (text, at, depth) => {
		if (text[at] !== "\"") return {
			at,
			expected: "a key in double quotes"
		};
		const end = string(text, at);
		if (typeof end !== "number") return end;
		const quoted = text.slice(at, end);
		const key = JSON.parse(quoted);
		if (keys.has(key)) return {
			at,
			expected: "a key that has not occurred before",
			received: `${printable(quoted, 80)} again`
		};
		keys.add(key);
		const colon = space(text, end);
		return text[colon] === ":" ? value(text, space(text, colon + 1), depth) : {
			at: colon,
			expected: "':' after the key"
		};
	};
}
function list(text, start, close, item, expected, depth) {
	let at = space(text, start + 1);
	if (text[at] === close) return at + 1;
	for (;;) {
		if (text[at] === close) return {
			at,
			expected: `${expected} (no comma before '${close}')`
		};
		const end = item(text, at, depth + 1);
		if (typeof end !== "number") return end;
		at = space(text, end);
		if (text[at] === close) return at + 1;
		if (text[at] !== ",") return {
			at,
			expected: `',' or '${close}'`
		};
		at = space(text, at + 1);
	}
}
function string(text, start) {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === "\"") return at + 1;
		if (text[at] < " ") return {
			at,
			expected: "a closing '\"'"
		};
		if (text[at] !== "\\") continue;
		const escaped = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
		escaped.lastIndex = at + 1;
		if (!escaped.test(text)) return {
			at: at + 1,
			expected: "an escape of JSON (\\n, \\t, \\\", \\\\, \\u0041 …)"
		};
		at = escaped.lastIndex - 1;
	}
	return {
		at: text.length,
		expected: "a closing '\"'"
	};
}
function space(text, from) {
	const blank = /[ \t\r\n]*/y;
	blank.lastIndex = from;
	blank.test(text);
	return blank.lastIndex;
}
export { printable as i, issuesOf as n, issuesText as r, parseJson as t };
