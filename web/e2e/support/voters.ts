import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { Wire } from './wire.ts';

/** People without a screen, each of whom votes for the option that is said. */
export class Voters {
  private constructor(private readonly wires: Wire[]) {}

  static async join(desk: Desk, people: number): Promise<Voters> {
    const { base } = desk.who;
    const wires = await Promise.all(
      Array.from({ length: people }, async () => {
        const { body } = await ask<{ token: string }>(base, 'POST', '/api/v1/join', { code: desk.code });
        return Wire.open(base, { role: 'attendee', event: desk.event, room: desk.room, token: body.token });
      }),
    );
    return new Voters(wires);
  }

  /** @param option place of the option that the person of this number votes for */
  async vote(desk: Desk, poll: number, option: (person: number) => number): Promise<void> {
    const { id, round, options } = desk.poll(poll);
    await Promise.all(
      this.wires.map((wire, person) => {
        const ref = wire.nextRef();
        const vote = randomBytes(16).toString('base64url');
        wire.send({
          type: 'castVote',
          ref,
          activity: id,
          round,
          vote,
          seq: 1,
          answer: [options[option(person)]!.id],
          abstain: false,
          heldMs: 0,
        });
        return wire.find((message) => message.type === 'voteCounted' && message.ref === ref);
      }),
    );
  }

  close(): void {
    this.wires.forEach((wire) => wire.close());
  }
}
