/**
 * SHA-256 (FIPS 180-4). The browser's own is missing on plain http, where events in a room's network often run; one way
 * for all is one way to test.
 */

/**
 * The first 32 bits of the fractional parts of the `root`-th roots of the first `n` primes (FIPS 180-4, 4.2.2 and
 * 5.3.3).
 */
function constants(n: number, root: 2 | 3): Uint32Array {
  const found = new Uint32Array(n);
  for (let candidate = 2, at = 0; at < n; candidate++) {
    let prime = true;
    for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false;
    if (prime) found[at++] = (candidate ** (1 / root) % 1) * 2 ** 32;
  }
  return found;
}

const K = constants(64, 3);
const H = constants(8, 2);
const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, (message.length * 8) >>> 0);
  return view;
}

function compress(state: Uint32Array, w: Uint32Array): void {
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    w[t] =
      (rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)) +
      w[t - 7]! +
      (rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)) +
      w[t - 16]!;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const one = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[t]! + w[t]!) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => (state[index]! += value));
}

/** Digest of the bytes, or of the text in UTF-8, as 64 hex digits. */
export function sha256(message: Uint8Array | string): string {
  const view = padded(typeof message === 'string' ? new TextEncoder().encode(message) : message);
  const state = H.slice();
  const w = new Uint32Array(64);
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let t = 0; t < 16; t++) w[t] = view.getUint32(at + 4 * t);
    compress(state, w);
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}
