const format = new Intl.NumberFormat('en-GB');

/** A count as people read it: `4,987`. */
export const figure = (n: number): string => format.format(n);
