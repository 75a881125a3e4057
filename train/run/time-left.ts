/**
 * @file How much of a run is done, and how long the rest takes: a plan of parts with expected costs, corrected by
 * measured times. No clock is read: times are given as the seconds that the run has taken so far.
 */

/** A part of a run. Parts of one kind take times in proportion to their costs. */
export interface Part {
  readonly kind: string;
  /** Expected seconds, before anything is measured. */
  readonly cost: number;
}

/** Where a run stands in its plan. */
export interface Place {
  readonly plan: readonly Part[];
  /** Index of the part that is running. */
  readonly part: number;
  /** Estimated share of it that is done: a search may end before its step limit. */
  readonly progress: number;
}

/**
 * Total time and cost of finished parts of one kind, the last counted fully, each earlier one half as much as the next.
 */
interface Measured {
  readonly cost: number;
  readonly seconds: number;
  /** Whether the last of them took the time expected from those before. */
  readonly isProven: boolean;
}

/** The times measured in a run so far. */
export interface Ledger {
  readonly place: Place;
  /** Time at which the running part began. */
  readonly since: number;
  readonly measured: Readonly<Record<string, Measured>>;
}

/** The share of a plan's expected cost that is done, in [0, 1]. */
export function shareDone({ plan, part, progress }: Place): number {
  const done = total(plan.slice(0, part), 'cost') + progress * (plan[part]?.cost ?? 0);
  return done / total(plan, 'cost');
}

/** The forecast of a run. */
export interface Forecast {
  /** Time taken over total time expected, in [0, 1]; below 1 while a part is running. */
  readonly fraction: number;
  /** Seconds left; null unless it rests on measured times. */
  readonly left: number | null;
}

/** Remaining time of a part that takes longer than expected, as a fraction of the time it has taken. */
const OVERTIME = 1 / 4;
/** Greatest share of the time left that may rest on guesses instead of measurements. */
const MOST_GUESSED = 1 / 4;
/** Greatest error of an expectation that counts as right, in seconds, or as a fraction of the greater time. */
const RIGHT = { seconds: 1, part: 1 / 2 };

/** The ledger of a run at its first step. */
export const opened = (place: Place, seconds: number): Ledger => ({ place, since: seconds, measured: {} });

/** The ledger after a further step. A part that has ended was measured; parts that were skipped were not. */
export function observed(ledger: Ledger, place: Place, seconds: number): Ledger {
  const { place: before, since, measured } = ledger;
  if (place.part === before.part) return { ...ledger, place };
  const { kind, cost } = before.plan[before.part]!;
  return { place, since: seconds, measured: { ...measured, [kind]: afterOne(measured[kind], cost, seconds - since) } };
}

function afterOne(before: Measured | undefined, cost: number, seconds: number): Measured {
  if (before === undefined) return { cost, seconds, isProven: false };
  const isProven = isRight(seconds, expectedOf(before, cost));
  return { cost: cost + before.cost / 2, seconds: seconds + before.seconds / 2, isProven };
}

const expectedOf = (kin: Measured, cost: number): number => (kin.cost > 0 ? (cost * kin.seconds) / kin.cost : 0);

const isRight = (seconds: number, expected: number): boolean =>
  Math.abs(seconds - expected) <= Math.max(RIGHT.seconds, RIGHT.part * Math.max(seconds, expected));

/** The forecast at a time, which may be later than the last step. */
export function forecast({ place, since, measured }: Ledger, seconds: number): Forecast {
  const { plan, part, progress } = place;
  const all = Object.values(measured);
  const speed = (1 + total(all, 'seconds')) / (1 + total(all, 'cost')); // assumed of kinds not measured
  const parts = plan.slice(part).map(({ kind, cost }, index) => {
    const kin = measured[kind];
    const expected = kin === undefined ? cost * speed : expectedOf(kin, cost);
    if (index > 0) return { left: expected, isFounded: kin?.isProven === true };
    const taken = seconds - since;
    const left = leftOf(expected, kin === undefined ? progress : 0, taken);
    return { left, isFounded: kin?.isProven === true && isRight(Math.max(taken, expected), expected) };
  });
  const left = total(parts, 'left');
  const guessed = total(
    parts.filter(({ isFounded }) => !isFounded),
    'left',
  );
  return {
    fraction: seconds > 0 ? seconds / (seconds + left) : 0,
    left: guessed <= MOST_GUESSED * left ? left : null,
  };
}

/** Time that a part still needs, given the time it has taken already. */
function leftOf(expected: number, progress: number, taken: number): number {
  const rest = progress > 0 ? (taken * (1 - progress)) / progress : expected - taken;
  return Math.max(rest, OVERTIME * taken);
}

const total = <Key extends string>(all: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  all.reduce((sum, one) => sum + one[key], 0);
