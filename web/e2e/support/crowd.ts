import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { ask } from './http.ts';
import { pause } from './swarm.ts';
import { Wire } from './wire.ts';

/** People without a screen, who answer a ballot of any kind all at once. */
export class Crowd {
  private constructor(private readonly wires: Wire[]) {}

  static async join(desk: Desk, people: number): Promise<Crowd> {
    const { base } = desk.who;
    const wires: Wire[] = [];
    for (let at = 0; at < people; at += 25) {
      wires.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(25, people - at) }, async () => {
            const { body } = await ask<{ token: string }>(base, 'POST', '/api/v1/join', { code: desk.code });
            return Wire.open(base, { role: 'attendee', event: desk.event, room: desk.room, token: body.token });
          }),
        )),
      );
    }
    return new Crowd(wires);
  }

  /**
   * Each gives an answer to what stands there in the run order; answered when all are counted.
   *
   * @param entriesOf what a person, by number, sends; null abstains
   * @param overMs how long they take: one after the other, at equal pauses
   */
  async answer(desk: Desk, index: number, entriesOf: (person: number) => string[] | null, overMs = 0): Promise<void> {
    const { id, round } = desk.activity(index);
    await Promise.all(
      this.wires.map(async (wire, person) => {
        if (overMs > 0) await pause((person * overMs) / this.wires.length);
        const ref = wire.nextRef();
        const entries = entriesOf(person);
        wire.send({
          type: 'castVote',
          ref,
          activity: id,
          round,
          vote: randomBytes(16).toString('base64url'),
          seq: 1,
          answer: entries ?? [],
          abstain: entries === null,
          heldMs: 0,
        });
        return wire.find((message) => message.type === 'voteCounted' && message.ref === ref, `the answer to ${person}`);
      }),
    );
  }

  close(): void {
    this.wires.forEach((wire) => wire.close());
  }
}
