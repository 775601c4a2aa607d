/** Amounts of memory, as people say them. */

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** An amount in the largest unit that it reaches, to two decimals; undefined where that is the unit it has, or where that is none of memory. */
export function sizeInLargestUnit(amount: bigint, unit: string | undefined): string | undefined {
  let index = UNITS.findIndex((each) => each === unit);
  let factor = 1n;
  while (index >= 0 && index < UNITS.length - 1 && amount >= factor * 1024n) [index, factor] = [index + 1, factor * 1024n];
  if (factor === 1n) return undefined;
  const hundredths = (amount * 100n + factor / 2n) / factor;
  const isExact = amount * 100n === hundredths * factor;
  return `${isExact ? '' : '≈ '}${Number(hundredths) / 100} ${UNITS[index] ?? ''}`;
}
