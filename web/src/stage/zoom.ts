import type { KeyValue } from '../protocol/environment.ts';

/** How much larger or smaller than designed the letters are. */
export const ZOOMS = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6];
const KEY = 'plenary.stage.zoom';

export function nextZoom(zoom: number, by: 1 | -1): number {
  const at = ZOOMS.indexOf(zoom);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, (at < 0 ? ZOOMS.indexOf(1) : at) + by))]!;
}

/** The zoom this computer had last; 1 when it had none or keeps nothing. */
export function keptZoom(storage: KeyValue | null): number {
  try {
    const kept = Number(storage?.getItem(KEY));
    return ZOOMS.includes(kept) ? kept : 1;
  } catch {
    return 1;
  }
}

export function keepZoom(storage: KeyValue | null, zoom: number): void {
  try {
    storage?.setItem(KEY, String(zoom));
  } catch {
    // a browser that keeps nothing starts at 1 next time
  }
}
