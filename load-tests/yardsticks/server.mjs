// What a good engineer writes in an afternoon: socket.io, ioredis, an atomic vote, results gathered for 100 ms.
// Listens on 127.0.0.1:PORT and uses the Redis on 127.0.0.1:REDIS_PORT; says "ready" when it does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

const GATHER_MS = 100;
const OPTIONS = 6;
const redis = new Redis({ host: '127.0.0.1', port: Number(process.env.REDIS_PORT), enableAutoPipelining: true });
redis.defineCommand('castVote', { numberOfKeys: 2, lua: readFileSync(new URL('vote.lua', import.meta.url), 'utf8') });

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
let poll = { id: 'none', audience: 'stage', open: false };
let dirty = false;

const keys = (id) => [`{${id}}:ballots`, `{${id}}:counts`];

async function results() {
  const counts = await redis.hgetall(keys(poll.id)[1]);
  const each = Array.from({ length: OPTIONS }, (_, i) => Number(counts[i] ?? 0));
  return { poll: poll.id, voted: Number(counts.voted ?? 0), counts: each };
}

setInterval(async () => {
  if (!dirty) return;
  dirty = false;
  io.to(poll.audience === 'everyone' ? ['phones', 'stage'] : 'stage').emit('results', await results());
}, GATHER_MS);

io.on('connection', (socket) => {
  const { participant, role } = socket.handshake.auth;
  socket.join(role === 'stage' ? 'stage' : 'phones');
  socket.emit('poll', poll);

  socket.on('open', (next, done) => {
    poll = { ...next, open: true };
    io.emit('poll', poll);
    done(true);
  });

  socket.on('vote', async (choice, done) => {
    if (!poll.open || !Number.isInteger(choice) || choice < 0 || choice >= OPTIONS) return done(false);
    await redis.castVote(...keys(poll.id), participant, choice);
    dirty = true;
    done(true);
  });

  socket.on('count', async (done) => done(await results()));
});

http.listen(Number(process.env.PORT), '127.0.0.1', 4096, () => console.log('ready'));
