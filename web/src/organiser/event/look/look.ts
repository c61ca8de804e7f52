import type { EventLook } from '../../../protocol/messages.gen.ts';
import { contrast, hex, parseHex, reach } from '../../../ui/contrast.ts';

export type Part = 'ground' | 'bar' | 'leader';

/** Plenary's own colours, by theme; `tokens.css` has the same. */
export const OWN: Record<EventLook['theme'], Record<Part | 'ink', string>> = {
  dark: { ground: '#15112a', bar: '#9584e3', leader: '#ffb84d', ink: '#f7f5ff' },
  light: { ground: '#faf8f4', bar: '#5b3f9e', leader: '#b86a0c', ink: '#1c1730' },
};
export const PLAIN: EventLook = { theme: 'dark', ground: null, bar: null, leader: null };

const NAMES: Record<Part, string> = { ground: 'The background', bar: 'Bars', leader: 'The leading bar' };
const TEXT = 4.5;
const SEEN = 3;
const rgb = (colour: string) => parseHex(colour)!;

/**
 * The look in which everything is seen from the last row, and what was changed for it. A background has to leave text
 * 4.5:1, a bar has to have 3:1 on it; a colour that has less is made darker or lighter in its hue.
 */
export function seen(look: EventLook): { look: EventLook; changed: string[] } {
  const own = OWN[look.theme];
  const changed: string[] = [];
  const next = { ...look };
  const keep = (part: Part, against: string, least: number) => {
    const chosen = look[part];
    if (chosen === null) return;
    const shade = hex(reach(rgb(chosen), [rgb(against)], least));
    next[part] = shade;
    if (shade === chosen.toLowerCase()) return;
    const had = contrast(rgb(chosen), rgb(against)).toFixed(1);
    changed.push(`${NAMES[part]}: ${chosen} has only ${had}:1 and would not be seen, so it became ${shade}.`);
  };
  keep('ground', own.ink, TEXT);
  for (const part of ['bar', 'leader'] as const) keep(part, next.ground ?? own.ground, SEEN);
  return { look: next, changed };
}

/** Null for a look that is Plenary's own. */
export const sent = (look: EventLook): EventLook | null =>
  look.theme === PLAIN.theme && !look.ground && !look.bar && !look.leader ? null : look;
