/** @file Least times that are known. */

/** Landau and Zener's problem: H = X + uZ, |u| ≤ b, between states at an angle from Z and from −Z, both turned towards −X. */
export interface LandauZener {
  readonly angle: number;
  readonly bound: number;
}

/**
 * Bang to the plane of Y and Z, off along it at the full speed of the drift, bang back (Hegerfeldt 2013). A bang turns the Bloch vector r
 * about n = (1, 0, b)/√(1 + b²) at the rate 2√(1 + b²), r_x = n_x(n·r) + cos φ·(r_x(0) − n_x(n·r)). Null where the bang does not
 * get there before half of the way.
 *
 * @returns the durations of one bang and of half of the time without control
 */
export function bangOffBang({ angle, bound }: LandauZener): readonly [bang: number, off: number] | null {
  const [rx, rz] = [-Math.sin(angle), Math.cos(angle)];
  const size = Math.hypot(1, bound);
  const [nx, nz] = [1 / size, bound / size];
  const along = nx * rx + nz * rz;
  const cosine = (-nx * along) / (rx - nx * along);
  if (Math.abs(cosine) > 1) return null;
  const phi = Math.acos(cosine);
  const z = nz * along + cosine * (rz - nz * along);
  return z < 0 ? null : [phi / (2 * size), Math.asin(z) / 2];
}

/** The gate exp(−iαX) with H = Z + u_xX + u_yY, |u| ≤ b. */
export interface Turning {
  readonly field: number;
  readonly rotation: number;
}

/** Rates ν of the field that are tried, and the step. */
const [LEAST, GREATEST, STEP] = [-10, 14, 2e-3];

/**
 * The least time of a field of full strength that turns at a constant rate ν, as Pontryagin's principle demands, for φ_z is
 * constant: U = exp(−iνTZ/2)·exp(−iT(bX_θ + (1 − ν/2)Z)). That the lower left entry is sin α in modulus gives T, in branches; that the
 * upper left one is real, ν.
 */
export function turningFieldTime({ field, rotation }: Turning): number {
  let least = Infinity;
  for (let branch = 0; branch < 6; branch++) {
    const timeAt = (nu: number): number => {
      const w = Math.hypot(field, 1 - nu / 2);
      const first = Math.asin((Math.sin(rotation) * w) / field);
      return (branch % 2 === 0 ? first + (branch / 2) * Math.PI : ((branch + 1) / 2) * Math.PI - first) / w;
    };
    const mismatch = (nu: number): number => {
      const [d, T] = [1 - nu / 2, timeAt(nu)];
      const w = Math.hypot(field, d);
      return Math.sin(Math.atan2((-d * Math.sin(w * T)) / w, Math.cos(w * T)) - (nu * T) / 2);
    };
    for (let nu = LEAST; nu < GREATEST; nu += STEP) {
      if (mismatch(nu) * mismatch(nu + STEP) < 0) least = Math.min(least, timeAt(root(mismatch, nu, nu + STEP)));
    }
  }
  return least;
}

/** Of a function that changes its sign between two points, by bisection. */
function root(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (f(middle) * f(from) > 0) low = middle;
    else high = middle;
  }
  return low;
}
