import { randomBytes } from 'node:crypto';
import type { ServerMessage } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { Wire } from './wire.ts';

/** People of a room who ask and upvote without a screen. Every tenth looks at the list meanwhile. */
export class Audience {
  private readonly wires: Wire[] = [];
  private readonly seqs: number[] = [];

  private constructor(private readonly activity: string) {}

  static async join(desk: Desk, activity: string, people: number): Promise<Audience> {
    const audience = new Audience(activity);
    const { base } = desk.who;
    for (let at = 0; at < people; at += 20) {
      const part = await Promise.all(
        Array.from({ length: Math.min(20, people - at) }, async () => {
          const { body } = await ask<{ token: string }>(base, 'POST', '/api/v1/join', { code: desk.code });
          return Wire.open(base, { role: 'attendee', event: desk.event, room: desk.room, token: body.token });
        }),
      );
      audience.wires.push(...part);
    }
    audience.wires
      .filter((_, who) => who % 10 === 0)
      .forEach((wire, index) =>
        wire.send({
          type: 'watchQuestions',
          ref: wire.nextRef(),
          activity,
          on: true,
          order: index % 2 === 0 ? 'popular' : 'recent',
        }),
      );
    return audience;
  }

  get size(): number {
    return this.wires.length;
  }

  async ask(who: number, text: string, name: string | null): Promise<void> {
    const question = randomBytes(16).toString('base64url');
    await this.say(
      who,
      (ref) => ({ type: 'askQuestion', ref, activity: this.activity, round: 1, question, text, name }),
      'questionAsked',
    );
  }

  async upvote(who: number, n: number, on: boolean): Promise<void> {
    const seq = (this.seqs[who] = (this.seqs[who] ?? 0) + 1);
    await this.say(
      who,
      (ref) => ({ type: 'castUpvote', ref, activity: this.activity, round: 1, n, seq, on }),
      'upvoteCounted',
    );
  }

  /** All that reached them, but what the server tells them of their own questions. */
  get heard(): string[] {
    return this.wires.flatMap(({ heard }) =>
      heard.filter(({ type }) => type !== 'ownQuestions').map((message) => JSON.stringify(message)),
    );
  }

  close(): void {
    this.wires.forEach((wire) => wire.close());
  }

  private async say(
    who: number,
    message: (ref: number) => Parameters<Wire['send']>[0],
    wanted: ServerMessage['type'],
  ): Promise<void> {
    const wire = this.wires[who]!;
    const ref = wire.nextRef();
    wire.send(message(ref));
    const answer = await wire.find((heard) => 'ref' in heard && heard.ref === ref);
    if (answer.type !== wanted) throw new Error(JSON.stringify(answer));
  }
}
