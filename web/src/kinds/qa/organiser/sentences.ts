import type {
  ModerationAct,
  OrganiserQuestions,
  QuestionState,
  QueueItem,
  StateCounts,
} from '../../../protocol/messages.gen.ts';
import { figure } from '../../../ui/figure.ts';
import { short } from '../../../organiser/event/short.ts';
import { knows, UTC } from '../../../organiser/zones.ts';
import type { Tab } from './lists.ts';
import { reasonWords } from './reasons.ts';

export const tabWords: Record<Tab, string> = {
  waiting: 'Waiting',
  published: 'Published',
  answered: 'Answered',
  declined: 'Declined',
  archived: 'Archived',
};

/** What a tab says when nothing is in it. */
export const emptyWords: Record<Tab, string> = {
  waiting: 'No questions are waiting.',
  published: 'No questions are published.',
  answered: 'No questions have been answered yet.',
  declined: 'No questions were declined.',
  archived: 'Nothing is in the archive.',
};

export const questions = (n: number): string => (n === 1 ? '1 question' : `${figure(n)} questions`);
export const upvotes = (n: number): string => (n === 1 ? '1 upvote' : `${figure(n)} upvotes`);
/** Its words in a sentence; isolated, so that their direction does not turn the sentence round. */
export const quoted = (item: QueueItem | undefined, most = 60): string =>
  item?.text ? `“\u2068${short(item.text, most)}\u2069”` : 'the question';

const became: Record<QuestionState, string> = {
  waiting: 'put this back',
  published: 'published this',
  live: 'made this the one being answered',
  answered: 'marked this answered',
  declined: 'declined this',
  archived: 'archived this',
  merged: 'merged this',
  withdrawn: 'withdrew this',
};

const unnamed: Record<string, string> = { remote: 'The remote', server: 'The server' };
/** Who acted on a question last, to begin a sentence with; null when the server does not know. */
export const actor = ({ by, state }: Pick<QueueItem, 'by' | 'state'>): string | null =>
  by === undefined ? (state === 'withdrawn' ? 'Its asker' : null) : (unnamed[by] ?? `\u2068${by}\u2069`);

/** When a question one is at was changed by somebody else: who did what. */
export const elsewhere = (item: QueueItem): string =>
  `${actor(item) ?? 'Another moderator'} ${became[item.state]} just now: ${quoted(item)}`;

/** The same, when the frame that said so was missed: `now` is all that is known of it. */
export const meanwhile = (before: QueueItem, now: QueueItem): string =>
  now.state === before.state
    ? `Somebody else changed this meanwhile: ${quoted(before)}`
    : elsewhere({ ...now, text: now.text ?? before.text ?? '' });

const acted: Record<ModerationAct['kind'], string> = {
  approve: 'Approved',
  unpublish: 'Put back',
  decline: 'Declined',
  archive: 'Archived',
  restore: 'Restored',
  label: 'Labels changed',
  answer: 'Answer published',
  correct: 'Corrected',
};

/** `Approved.` or `Declined 3 questions.` */
export const done = (act: ModerationAct, n: number): string =>
  n === 1 ? `${acted[act.kind]}.` : `${acted[act.kind]}: ${questions(n)}.`;

/** After an act was taken back. `waits`: it had been an approval, and the room may have read it. */
export const undoneWords = (n: number, waits: boolean): string =>
  n === 1
    ? `Undone.${waits ? ' It waits again; the room may have read it already.' : ''}`
    : `Undone for ${questions(n)}.${waits ? ' They wait again; the room may have read them already.' : ''}`;

/** After an act on several of which some were refused. */
export const partly = (done: number, refused: number): string => `${questions(done)} done, ${figure(refused)} not.`;

/** Why one was refused; `who` changed it, if that is known already. */
export const refusedWords = ({ code, message }: { code: string; message: string }, who: string | null): string =>
  code === 'conflict'
    ? `${who ?? 'Somebody else'} changed this just now. Look at it, and do it again if you still want to.`
    : message;

/** Below a declined question: what its asker reads. */
export const declinedBecause = (item: QueueItem): string =>
  `${reasonWords(item.reason ?? 'other')}${item.note ? `: ${item.note}` : ''}`;

const language: Partial<Record<NonNullable<QueueItem['lang']>, string>> = { cy: 'Welsh', ar: 'Arabic' };
export const languageWords = Object.entries(language) as [NonNullable<QueueItem['lang']>, string][];
export const languageWord = (item: QueueItem): string | null => (item.lang && language[item.lang]) ?? null;

/** The state of asking, beside the switch; `unerased`: what is left of what was destroyed. */
export function askingWords(
  { state, asking, anonymised }: Pick<OrganiserQuestions, 'state' | 'asking' | 'anonymised'>,
  unerased?: string,
): string {
  if (state === 'draft') return 'Questions are off. Nobody sees them.';
  if (state === 'final') return `${finalWords(anonymised, unerased)} Nobody can ask or upvote any more.`;
  if (state === 'locked') return 'Read only. The room sees questions and can neither ask nor upvote.';
  if (!asking) return 'Nobody can ask now. Upvotes still count.';
  return 'People can ask.';
}

function finalWords(anonymised: boolean, unerased?: string): string {
  if (anonymised) return 'Finalised: nobody can find out who asked and upvoted what.';
  return unerased ? `Final, ${unerased}` : 'Finalised. Who asked and upvoted what is being destroyed.';
}

/** What a waiting question may ask the same as. */
export const likeWords = (like: QueueItem | undefined): string =>
  like === undefined
    ? 'Like another one'
    : like.state === 'waiting'
      ? 'Like one that waits'
      : like.state === 'answered'
        ? 'Like an answered one'
        : 'Like a published one';

/** For screen readers, said when it changes and at most once in five seconds. */
export function queueText(counts: StateCounts | null): string {
  if (!counts) return '';
  return counts.waiting === 0 ? 'No questions waiting.' : `${questions(counts.waiting)} waiting.`;
}

/**
 * `14:06`, in the event's time zone; `minute` counts from 1970-01-01T00:00Z. `14:06 UTC` when this browser does not
 * know the zone.
 */
export function clock(minute: number, timeZone: string): string {
  const { format, known } = formatter(timeZone);
  const time = format.format(minute * 60_000);
  return known ? time : `${time} ${UTC}`;
}

const formatters = new Map<string, { format: Intl.DateTimeFormat; known: boolean }>();
function formatter(timeZone: string): { format: Intl.DateTimeFormat; known: boolean } {
  let found = formatters.get(timeZone);
  if (!found) {
    const known = knows(timeZone);
    const format = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: known ? timeZone : UTC,
    });
    formatters.set(timeZone, (found = { format, known }));
  }
  return found;
}
