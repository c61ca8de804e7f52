import type { Burst } from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import type { Moderation } from './moderation.svelte.ts';
import { clock, questions } from './sentences.ts';

/** `at 14:02` or `from 14:02 to 14:03`. */
export const when = ({ minute, until }: Burst, zone: string): string =>
  minute === until ? `at ${clock(minute, zone)}` : `from ${clock(minute, zone)} to ${clock(until, zone)}`;

/** For screen readers: without numbers, which move. */
export const BURST = 'Many new people asked at once.';

export const title = (burst: Burst): string =>
  burst.undecided > 0 ? `${figure(burst.people)} new people asked at once.` : `${questions(burst.aside)} set aside.`;

export function text(burst: Burst, zone: string): string {
  const asked = `They came ${when(burst, zone)}`;
  if (burst.undecided === 0) return `${asked}. Nothing is deleted.`;
  const rest = burst.aside > 0 ? ` ${figure(burst.aside)} are set aside already.` : '';
  const open = `${asked} and asked ${questions(burst.undecided)} that nobody has decided on.`;
  return `${open} A hall that was just invited to ask looks like this, and so do made-up people.${rest}`;
}

export const ASKED =
  'They go to a list of their own in the archive. Nothing is deleted, and it can be taken back. ' +
  'Whoever asked is told that it was put aside.';

/** Answers whether it was done. */
export async function setAside(moderation: Moderation, burst: Burst, aside: boolean): Promise<boolean> {
  const answer = await moderation.inTurn(() => ({
    type: 'setBurstAside' as const,
    activity: moderation.id,
    minute: burst.minute,
    aside,
  }));
  if (!answer) return false;
  moderation.said = aside ? `Set aside: ${questions(burst.undecided)}.` : `Brought back: ${questions(burst.aside)}.`;
  return true;
}
