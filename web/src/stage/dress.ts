import type { StageSnapshot } from '../protocol/messages.gen.ts';
import { palette } from './palette.ts';

/** Gives the page theme and colours; the returned function takes the colours off again. */
export function dress(look: Pick<StageSnapshot['look'], 'theme' | 'event'>): () => void {
  const root = document.documentElement;
  const tokens = palette(look);
  root.classList.toggle('light', look.theme === 'light');
  for (const [name, colour] of Object.entries(tokens)) root.style.setProperty(name, colour);
  return () => Object.keys(tokens).forEach((name) => root.style.removeProperty(name));
}
