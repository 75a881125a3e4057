// src/stabiliser/random-digit.ts
/**
* Uniform in 0 … p − 1, from the leading bits of a uniform number. The last bits of the generator behind a stream
* (xoroshiro128+) are linear functions of its 128 bits of state: a matrix of them would have at most rank 128 over GF(2).
*/
function randomDigit(stream, prime) {
	return Math.floor(stream.uniform() * prime);
}
export { randomDigit as t };
