// A whole little hall on Bun: its WebSockets, its Redis client, an atomic vote, results gathered for 100 ms.
// Listens on 127.0.0.1:PORT and uses the Redis on 127.0.0.1:REDIS_PORT; says "ready" when it does.
//
// POST /join gives a phone its token. Then on /hall:
//   phone and stage  {"type":"hello","token":T} {"type":"hello","stage":SECRET}  →  {"type":"poll",...}
//   phone            {"type":"vote","n":N,"choice":C}  →  {"type":"counted","n":N}, once Redis has it on disk
//   stage            {"type":"open","id":I,"audience":"stage"|"everyone"} {"type":"count"} {"type":"publish","bytes":B}
//   everybody        {"type":"results","poll":I,"voted":V,"counts":[...]}
import { RedisClient } from 'bun';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

const GATHER_MS = 100;
const OPTIONS = 6;
const STAGE = process.env.STAGE_SECRET;
const KEY = randomBytes(32);
const redis = new RedisClient(`redis://127.0.0.1:${process.env.REDIS_PORT}`);
const sha = await redis.send('SCRIPT', ['LOAD', readFileSync(new URL('vote.lua', import.meta.url), 'utf8')]);

let poll = { id: 'none', audience: 'stage', open: false };
let keys = [];
let dirty = false;
const texts = new Map();

const sign = (who) => createHmac('sha256', KEY).update(who).digest('base64url');

function newToken() {
  const who = randomBytes(16).toString('base64url');
  return `${who}.${sign(who)}`;
}

/** Who a token belongs to; nothing when we did not give it out. */
function owner(token) {
  const [who, given] = String(token).split('.');
  const right = Buffer.from(sign(who));
  const found = Buffer.from(given ?? '');
  return right.length === found.length && timingSafeEqual(right, found) ? who : undefined;
}

function text(bytes) {
  if (!texts.has(bytes)) texts.set(bytes, 'x'.repeat(bytes));
  return texts.get(bytes);
}

const pollMessage = () => JSON.stringify({ type: 'poll', ...poll });

async function results(type) {
  const counts = await redis.hgetall(keys[1]);
  const each = Array.from({ length: OPTIONS }, (_, i) => Number(counts?.[i] ?? 0));
  return JSON.stringify({ type, poll: poll.id, voted: Number(counts?.voted ?? 0), counts: each });
}

setInterval(async () => {
  if (!dirty) return;
  dirty = false;
  const now = await results('results');
  server.publish('stage', now);
  if (poll.audience === 'everyone') server.publish('phones', now);
}, GATHER_MS);

async function vote(socket, { n, choice }) {
  const { who } = socket.data;
  if (!who || !poll.open || !Number.isInteger(choice) || choice < 0 || choice >= OPTIONS) {
    socket.send(JSON.stringify({ type: 'refused', n }));
    return;
  }
  try {
    await redis.send('EVALSHA', [sha, '2', ...keys, who, String(choice)]);
  } catch {
    socket.send(JSON.stringify({ type: 'refused', n }));
    return;
  }
  dirty = true;
  socket.send(JSON.stringify({ type: 'counted', n }));
}

function hello(socket, { token, stage }) {
  socket.data.stage = stage !== undefined && stage === STAGE;
  socket.data.who = token === undefined ? undefined : owner(token);
  if (!socket.data.stage && !socket.data.who) return socket.close(4001, 'unknown token');
  socket.subscribe(socket.data.stage ? 'stage' : 'phones');
  socket.send(pollMessage());
}

async function direct(socket, message) {
  if (message.type === 'open') {
    poll = { id: message.id, audience: message.audience, open: true };
    keys = [`{${poll.id}}:ballots`, `{${poll.id}}:counts`];
    server.publish('phones', pollMessage());
    socket.send(JSON.stringify({ type: 'opened' }));
  } else if (message.type === 'count') {
    socket.send(await results('count'));
  } else if (message.type === 'publish') {
    server.publish('phones', text(message.bytes));
  }
}

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: Number(process.env.PORT),
  fetch(request, bun) {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && pathname === '/join') return Response.json({ token: newToken() });
    return bun.upgrade(request, { data: {} }) ? undefined : new Response('WebSocket only', { status: 426 });
  },
  websocket: {
    idleTimeout: 0,
    message(socket, raw) {
      const message = JSON.parse(raw);
      if (message.type === 'vote') vote(socket, message);
      else if (message.type === 'hello') hello(socket, message);
      else if (socket.data.stage) direct(socket, message);
    },
  },
});
console.log('ready');
