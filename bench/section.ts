/** One part of the report of the benchmarks. */

/** A row of figures: what was measured, and the figure of each contestant that takes part. */
export interface Row {
  readonly what: string;
  /** By contestant, in `unit`. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly unit: 'ms' | 's' | 'MB' | 'MB/s';
}

/** The middle value, and for what is felt each time the one that 95 of 100 do not exceed. */
export interface Figure {
  readonly p50: number;
  readonly p95?: number;
}

/** Times by size, for a picture of how they grow. */
export interface Growth {
  readonly file: string;
  readonly title: string;
  /** What is counted along the bottom. */
  readonly size: string;
  readonly unit: 'ms' | 's';
  /** By contestant: pairs of size and time. */
  readonly series: Readonly<Record<string, readonly (readonly [size: number, time: number])[]>>;
}

export interface Section {
  readonly title: string;
  /** What was done, in a sentence or two. */
  readonly note: string;
  readonly rows: readonly Row[];
  readonly growths?: readonly Growth[];
}

/** The middle of the values, and the one that 95 of 100 do not exceed. */
export function quantiles(values: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** The slope of time over size, both as logarithms: 1 is linear, 2 quadratic. */
export function exponentOf(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (index: 0 | 1): number => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
