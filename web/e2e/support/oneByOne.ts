import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { Wire } from './wire.ts';

/** People without a screen who vote one by one, when told to. */
export class Voters {
  private readonly seqs: number[] = [];
  private constructor(
    private readonly desk: Desk,
    private readonly wires: Wire[],
  ) {}

  static async join(desk: Desk, people: number): Promise<Voters> {
    const { base } = desk.who;
    const wires = await Promise.all(
      Array.from({ length: people }, async () => {
        const { body } = await ask<{ token: string }>(base, 'POST', '/api/v1/join', { code: desk.code });
        return Wire.open(base, { role: 'attendee', event: desk.event, room: desk.room, token: body.token });
      }),
    );
    return new Voters(desk, wires);
  }

  /** Answered when it is counted. */
  async vote(who: number, poll: number, option: number): Promise<void> {
    const wire = this.wires[who]!;
    const { id, round, options } = this.desk.poll(poll);
    const ref = wire.nextRef();
    const seq = (this.seqs[who] = (this.seqs[who] ?? 0) + 1);
    wire.send({
      type: 'castVote',
      ref,
      activity: id,
      round,
      vote: randomBytes(16).toString('base64url'),
      seq,
      answer: [options[option]!.id],
      abstain: false,
      heldMs: 0,
    });
    const answer = await wire.find((message) => 'ref' in message && message.ref === ref);
    if (answer.type !== 'voteCounted') throw new Error(JSON.stringify(answer));
  }

  close(): void {
    this.wires.forEach((wire) => wire.close());
  }
}
