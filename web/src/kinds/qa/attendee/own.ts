import type { DeclineReason, OwnQuestion } from '../../../protocol/messages.gen.ts';
import type { AskSlot } from '../../../posts/asks.ts';

/** One of this person's questions, with one sentence on how it stands. */
export interface Own {
  /** The phone's id of it. */
  id: string;
  /** Null when an organiser took the words away. */
  text: string | null;
  /** What this person wrote, when a moderator has corrected its spelling since; else null. */
  original: string | null;
  tone: 'waiting' | 'good' | 'late' | 'plain';
  title: string;
  sentence: string;
  /** `withdraw`: the server holds it. `forget`: only this phone does. */
  may: 'withdraw' | 'forget' | null;
  /** Its words may be taken back into the box. */
  again: boolean;
  /** The server has it, or may have it. */
  sent: boolean;
}

const because: Record<DeclineReason, string> = {
  offTopic: 'it is not about this session',
  abusive: 'it may hurt somebody',
  namesSomebody: 'it names somebody',
  duplicate: 'somebody asked it already',
  notAQuestion: 'it is not a question',
  other: 'the moderators decided so',
};

/** What the server lists of one's own. */
export function listed({ question, text, original, state, n, reason, note, into, answer }: OwnQuestion): Own {
  const own = {
    id: question,
    text: text ?? null,
    original: original ?? null,
    may: null as Own['may'],
    again: false,
    sent: true,
  };
  switch (state) {
    case 'waiting':
      return {
        ...own,
        tone: 'waiting',
        title: 'Waiting.',
        sentence: 'A moderator reads it before the room sees it.',
        may: 'withdraw',
      };
    case 'published':
      return {
        ...own,
        tone: 'good',
        title: 'Published.',
        sentence: `The room sees it${n === undefined ? '' : ` as question ${n}`} and can upvote it.`,
        may: 'withdraw',
      };
    case 'live':
      return {
        ...own,
        tone: 'good',
        title: 'Being answered now.',
        sentence: 'It is the question on stage.',
        may: 'withdraw',
      };
    case 'answered':
      return { ...own, tone: 'good', title: 'Answered.', sentence: answer ?? 'It was answered in the room.' };
    case 'declined':
      return {
        ...own,
        tone: 'late',
        title: 'Not published,',
        sentence: `because ${because[reason ?? 'other']}.${note ? ` A moderator says: “${note}”` : ''}`,
        may: 'withdraw',
        again: text !== undefined,
      };
    case 'merged':
      return {
        ...own,
        tone: 'plain',
        title: 'Merged.',
        may: 'withdraw',
        sentence: into
          ? `It counts with question ${into.n}, which asks the same: “${into.text}”`
          : 'It was put together with another question that asks the same.',
      };
    case 'archived':
      return {
        ...own,
        tone: 'plain',
        title: 'Put aside.',
        sentence: 'The moderators took it off the list.',
        may: 'withdraw',
      };
    case 'withdrawn':
      return { ...own, tone: 'plain', title: 'Withdrawn.', sentence: 'Its words are gone.' };
  }
}

export interface Standing {
  live: boolean;
  /** Why nothing can be stored now, in the server's words; null when all is well. */
  trouble: string | null;
}

/** What only this phone holds. */
export function kept(
  { ask, state, tried, code, message }: AskSlot & { ask: NonNullable<AskSlot['ask']> },
  { live, trouble }: Standing,
): Own {
  const own = {
    id: ask.question,
    text: ask.text,
    original: null,
    may: null as Own['may'],
    again: false,
    sent: tried !== false,
  };
  if (state === 'refused') {
    return {
      ...own,
      sent: false,
      tone: 'late',
      title: 'Not sent.',
      sentence: refusal(code, message),
      may: 'forget',
      again: true,
    };
  }
  if (state === 'asked') return { ...own, tone: 'good', title: 'Received.', sentence: '' };
  if (live && trouble === null) return { ...own, tone: 'waiting', title: 'Sending your question.', sentence: '' };
  const why = live
    ? 'Questions cannot be stored right now. We keep trying and tell you here.'
    : 'We send it when the network is back and tell you here.';
  return { ...own, tone: 'waiting', title: 'Your question is waiting on this phone.', sentence: why, may: 'forget' };
}

/** The server's words, but for what they cannot know: that the question is still here. */
function refusal(code: string, message: string): string {
  if (code === 'notAsking') return 'No questions were taken any more when it arrived. Your words are still here.';
  if (code === 'questionsReset') {
    return 'The organiser cleared all questions before it arrived. Your words are still here.';
  }
  return message;
}

/** All of one's own in a few words, what needs a person first: "Yours 2, 1 not published". */
export function yoursWords(mine: readonly Own[]): { words: string; tone: Own['tone'] } {
  const said: [Own['tone'], string][] = [
    ['late', 'not published'],
    ['waiting', 'waiting'],
  ];
  for (const [tone, words] of said) {
    const n = mine.filter((own) => own.tone === tone).length;
    if (n > 0) return { words: `Yours ${mine.length}, ${n} ${words}`, tone };
  }
  return { words: `Yours ${mine.length}`, tone: 'plain' };
}
