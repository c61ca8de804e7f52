import type { StageSnapshot } from '../protocol/messages.gen.ts';
import { contrast, hex, mix, parseHex, reach, type Rgb } from '../ui/contrast.ts';

type Look = StageSnapshot['look'];

/** Grounds and letters of Plenary's own themes; `tokens.css` has the same. */
const OWN = {
  light: { paper: '#faf8f4', ink: '#1c1730', second: '#575069', card: '#ffffff', edge: '#7d7492', live: '#14703f' },
  dark: { paper: '#15112a', ink: '#f7f5ff', second: '#c6bfe0', card: '#1f193b', edge: '#8b80bd', live: '#5fd69b' },
} as const;

/** As a screen shows it, in whole steps. */
const painted = (colour: Rgb): Rgb => parseHex(hex(colour))!;

const TEXT = 4.5;
const SEEN = 3;

/** A shade of the ground that letters are still read on; of a ground on which they just are, itself. */
function trackOn(paper: Rgb, ink: Rgb, most: number): Rgb {
  for (let share = most; share > 0; share -= 0.01) {
    const track = painted(mix(paper, ink, share));
    if (contrast(ink, track) >= TEXT) return track;
  }
  return paper;
}

/**
 * The tokens that a host's colours replace, each where it is seen: a colour that is not is made darker or lighter in
 * its hue until it is. Empty without colours of a host, so that the tokens stand as they are.
 */
export function palette({ theme, event }: Pick<Look, 'theme' | 'event'>): Record<string, string> {
  if (!event || !(event.ground || event.bar || event.leader)) return {};
  const own = OWN[theme];
  const rgb = (colour: string) => parseHex(colour)!;
  const ink = rgb(own.ink);
  const chosen = event.theme === theme && event.ground ? rgb(event.ground) : rgb(own.paper);
  const paper = contrast(ink, chosen) >= TEXT ? chosen : rgb(own.paper);
  const card = painted(mix(paper, rgb(own.card), 0.6));
  const track = trackOn(paper, ink, theme === 'light' ? 0.07 : 0.09);
  const under = [paper, card, track];
  const tokens: Record<string, Rgb> = {
    paper,
    card,
    sunk: mix(paper, ink, 0.04),
    line: mix(paper, ink, 0.16),
    track,
    'ink-2': reach(rgb(own.second), under, TEXT),
    edge: reach(rgb(own.edge), [paper, card], SEEN),
    'track-edge': reach(rgb(own.edge), [paper, card], SEEN),
    'dot-live': reach(rgb(own.live), [paper, card], SEEN),
  };
  if (event.bar) {
    const bar = rgb(event.bar);
    tokens.bar = reach(bar, under, SEEN);
    tokens.brand = reach(bar, under, TEXT);
    tokens.soft = mix(paper, tokens.brand, 0.1);
  }
  if (event.leader) {
    const leader = rgb(event.leader);
    tokens.leader = reach(leader, under, SEEN);
    tokens['leader-ink'] = reach(leader, under, TEXT);
  }
  return Object.fromEntries(Object.entries(tokens).map(([name, colour]) => [`--${name}`, hex(colour)]));
}
