import { encode } from 'uqr';

/**
 * A QR code as one SVG path in a square of `size` units, with the quiet zone of four modules (ISO/IEC 18004). Made
 * here, so that a secret stays here.
 */
export function qr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: runs.join('') };
}
