import { randomBytes } from 'node:crypto';
import { mkdir, rmdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientMessage } from '../../src/protocol/messages.gen.ts';
import type { Desk } from './desk.ts';
import { PATIENCE_MS } from './patience.ts';

/** Connections over which all join, and how many ask over each before the first is answered. */
const DOORS = 8;
const AT_ONCE = 50;
/** People who are connected at a time. */
const SEATS = 128;

/**
 * As many people as a great hall holds answer a ballot. Each joins, connects with an own token, says hello, votes, and
 * leaves once the vote is counted: every step that the server takes for a phone, and nothing that a browser adds. HTTP
 * and WebSocket are written by hand, because 10,000 people then take some 6 s of two processors instead of 25.
 *
 * @param answerOf what the person of this number, from 0, sends
 */
export const thousandsAnswer = (
  desk: Desk,
  index: number,
  people: number,
  answerOf: (person: number) => string[],
): Promise<void> => inTurn(desk.who.base, () => answer(desk, index, people, answerOf));

/** One hall after the other: several at once would only wait for each other, and slow all other journeys down. */
async function inTurn(base: string, work: () => Promise<void>): Promise<void> {
  const lock = path(tmpdir(), `plenary-hall-${process.ppid}-${new URL(base).port}`);
  const taken = () =>
    mkdir(lock).then(
      () => true,
      () => false,
    );
  while (!(await taken())) {
    await pause(250);
  }
  try {
    await work();
  } finally {
    await rmdir(lock);
  }
}

async function answer(
  desk: Desk,
  index: number,
  people: number,
  answerOf: (person: number) => string[],
): Promise<void> {
  const { id, round } = desk.activity(index) as { id: string; round: number };
  const tokens = await join(desk, people);
  let next = 0;
  const seat = async () => {
    while (next < people) {
      const person = next++;
      const hello: ClientMessage = {
        type: 'hello',
        protocol: 1,
        role: 'attendee',
        event: desk.event,
        room: desk.room,
        token: tokens[person]!,
      };
      const vote: ClientMessage = {
        type: 'castVote',
        ref: 1,
        activity: id,
        round,
        vote: randomBytes(16).toString('base64url'),
        seq: 1,
        answer: answerOf(person),
        abstain: false,
        heldMs: 0,
      };
      await counted(desk.who.base, Buffer.concat([frame(hello), frame(vote)]));
    }
  };
  await Promise.all(Array.from({ length: SEATS }, seat));
}

/** A token for each. */
async function join(desk: Desk, people: number): Promise<string[]> {
  const { host } = new URL(desk.who.base);
  const body = JSON.stringify({ code: desk.code });
  const request =
    `POST /api/v1/join HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
    `content-length: ${body.length}\r\n\r\n${body}`;
  const tokens: string[] = [];
  let asked = 0;
  const door = async () => {
    while (asked < people) {
      const many = Math.min(AT_ONCE, people - asked);
      asked += many;
      const answers = await talk(desk.who.base, request.repeat(many), (heard) => {
        const found = [...heard.matchAll(/"token":"([^"]+)"/g)];
        return found.length === many ? found : null;
      });
      tokens.push(...answers.map(([, token]) => token!));
    }
  };
  await Promise.all(Array.from({ length: DOORS }, door));
  return tokens;
}

/** Connects, sends these frames, and is done when the server says that the vote counts. */
const counted = (base: string, frames: Buffer): Promise<true> =>
  talk(
    base,
    `GET /ws HTTP/1.1\r\nhost: ${new URL(base).host}\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
      `sec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    (heard) => (heard.includes('"voteCounted"') ? true : null),
    frames,
  );

/**
 * One connection.
 *
 * @param then sent once the headers of an answer are here
 */
function talk<T>(base: string, first: string, done: (heard: string) => T | null, then?: Buffer): Promise<T> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let heard = '';
    let answered = false;
    const fail = (what: unknown) => {
      socket.destroy();
      reject(new Error(`${String(what)}: ${heard.slice(-500)}`));
    };
    socket.setEncoding('utf8');
    socket.setTimeout(PATIENCE_MS, () => fail('No answer'));
    socket.on('error', fail);
    socket.on('close', () => fail('The connection ended'));
    socket.on('data', (data: string) => {
      heard += data;
      if (!answered && heard.includes('\r\n\r\n')) {
        answered = true;
        if (then) socket.write(then);
      }
      if (/HTTP\/1\.1 [45]|"type":"(error|goodbye|voteRefused)"/.test(heard)) return fail('Refused');
      const found = done(heard);
      if (found === null) return;
      resolve(found);
      socket.destroy();
    });
    socket.write(first);
  });
}

/** A message as a client's WebSocket frame; its mask changes nothing. */
function frame(message: ClientMessage): Buffer {
  const text = Buffer.from(JSON.stringify(message));
  const length = text.length < 126 ? [0x80 | text.length] : [0x80 | 126, text.length >> 8, text.length & 0xff];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), text]);
}
