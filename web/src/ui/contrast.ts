/** A colour of sRGB: red, green, blue, each 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb` or `#rrggbb`; null when it is neither. */
export function parseHex(text: string): Rgb | null {
  const found = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  if (!found) return null;
  const digits = found[1]!.length === 3 ? found[1]!.replace(/./g, '$&$&') : found[1]!;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21, whichever is the lighter: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `#rrggbb` */
export const hex = (colour: Rgb): string =>
  `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** `share` of the other colour, 0 to 1. */
export const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, index) => part + (other[index]! - part) * share) as unknown as Rgb;

/**
 * The nearest shade of a colour, in its own hue, that has this contrast on every ground: darker on light ones, lighter
 * on dark ones. Itself when it has it already.
 */
export function reach(colour: Rgb, grounds: readonly Rgb[], least: number): Rgb {
  const seen = (shade: Rgb) => {
    const rounded = parseHex(hex(shade))!; // as it will be painted
    return grounds.every((ground) => contrast(rounded, ground) >= least);
  };
  if (seen(colour)) return colour;
  const end: Rgb = grounds.every((ground) => luminance(ground) > 0.18) ? [0, 0, 0] : [1, 1, 1];
  for (let share = 0.01; share < 1; share += 0.01) {
    const shade = mix(colour, end, share);
    if (seen(shade)) return shade;
  }
  return end;
}
