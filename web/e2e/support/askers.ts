import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { Wire } from './wire.ts';

/** People who ask, without a screen. Everybody asks at most `each` questions. */
export async function fill(desk: Desk, activity: string, texts: readonly string[], each = 50): Promise<void> {
  const parts = Array.from({ length: Math.ceil(texts.length / each) }, (_, at) =>
    texts.slice(at * each, (at + 1) * each),
  );
  for (let at = 0; at < parts.length; at += 10) {
    await Promise.all(parts.slice(at, at + 10).map((part) => person(desk, activity, part)));
  }
}

async function person(desk: Desk, activity: string, texts: readonly string[]): Promise<void> {
  const { base } = desk.who;
  const { body } = await ask<{ token: string }>(base, 'POST', '/api/v1/join', { code: desk.code });
  const wire = await Wire.open(base, { role: 'attendee', event: desk.event, room: desk.room, token: body.token });
  for (const text of texts) {
    const question = randomBytes(16).toString('base64url');
    const asked = async (): Promise<void> => {
      const ref = wire.nextRef();
      wire.send({ type: 'askQuestion', ref, activity, round: 1, question, text, name: null });
      const answer = await wire.find((message) => 'ref' in message && message.ref === ref);
      if (answer.type === 'questionAsked') return;
      if (answer.type !== 'error' || answer.retryAfterMs === undefined) throw new Error(JSON.stringify(answer));
      await new Promise((done) => setTimeout(done, answer.retryAfterMs));
      return asked();
    };
    await asked();
  }
  wire.close();
}

/**
 * The roundtable with a chief executive: three the same in other words, one abusive, one that names somebody, one in
 * Welsh, one in Arabic, one long.
 */
export function roundtable(questions: number): string[] {
  const texts = [
    'Why are all the interview panels for band 9 still all male?',
    'Why do interview panels for band 9 have only men on them?',
    'A ydych chi’n cefnogi rhannu swydd ar lefel prif weithredwr?',
    'Will the 50:50 target have consequences for boards that miss it?',
    'كيف يمكن للنساء الوصول إلى مجالس الإدارة؟',
    'Which trusts share their chief executive role, and how does it work?',
    'Who on your board is a complete idiot about part-time work?',
    'How do we get more women to the board? '
      .concat('Not only to the interview, but through it, with people who know what the work is. '.repeat(12))
      .slice(0, 1_000),
    'What will you do about the pay gap this year, in numbers?',
    'Could the interview panels for band 9 have women on them, please?',
  ];
  return Array.from(
    { length: questions },
    (_, at) => texts[at] ?? `What is your answer to number ${at + 1}, and who will see to it?`,
  );
}
