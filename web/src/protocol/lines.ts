import type { Random } from './environment.ts';
import type { Status } from './status.ts';

/** Sent and not answered for this long: the server is asked whether it is there at all. Milliseconds, like all here. */
const ASK_AFTER_MS = 1_000;
/** Not answered for this long: the line is doubted. */
const ANSWER_WITHIN_MS = 2_500;
/** So many pauses between two beats without a word: the line is doubted. */
const BEATS = 2.5;
/** While beats say that the server is heard, it is asked this often whether it hears: somewhere between both. */
const PROVE_MS = [2_200, 3_000] as const;
/**
 * The second line is opened between so long and that long after the doubt: a hall does not call at once, and a slow
 * answer is still in time.
 */
const BESIDE_MS = [250, 2_250] as const;
/**
 * Once the second line is welcomed the first may still answer for this long: after a halt the server comes to it in its
 * turn.
 */
const LAST_WORD_MS = 1_000;
/**
 * How long a line may take to be welcomed. One that is opened beside another may take less at first, as the other may
 * have hung on the same fault; after the same time another one is opened beside the first.
 */
const WELCOME_WITHIN_MS = 10_000;
const BESIDE_WELCOME_MS = 4_000;
/** A line that lived this long begins again with short pauses. */
const STEADY_AFTER_MS = 5_000;
/** What came awake or online tries within this. */
const AWAKE_MS = 300;
/** A hello that took longer says more about the server or a sleeping radio than about the way. */
const LONGEST_WAY_MS = 500;
/**
 * Ceilings of the pauses between attempts: full jitter below them, so that who lost the same access point comes back
 * spread out.
 */
const PAUSE_MS = [1_000, 15_000] as const;
const PING = 0;
const HELLO = -1;

/** One connection to the server. */
interface Line {
  readonly id: number;
  readonly openedAt: number;
  readonly welcomedAt: number | null;
  /** When something was heard last. */
  readonly heardAt: number;
  /** A beat is due within this; 0: none is. */
  readonly beatMs: number;
  readonly pingMs: number;
  /** When to ask whether the server hears. */
  readonly pingAt: number;
  /**
   * What was sent and not answered, oldest first. The server reads in order: an answer proves that all before it
   * arrived.
   */
  readonly asked: readonly { ref: number; at: number }[];
}

/** All a page knows of its connections: one, and a second one beside it while that is doubted. */
export interface Lines {
  readonly on: boolean;
  readonly first: Line | null;
  readonly second: Line | null;
  readonly doubted: boolean;
  /** When the next one is opened; null when none is wanted. */
  readonly openAt: number | null;
  /** Attempts that failed in a row. */
  readonly failures: number;
  /** So many were opened; the newest has this id. */
  readonly ids: number;
  /** How long a message takes to the server: half of what the last hello took. */
  readonly wayMs: number;
  readonly status: Status;
}

export type Input =
  | { type: 'start' | 'stop' | 'tick' | 'offline' }
  /** Came to sight or out of the cache, or `online`: into a network that may be another one. */
  | { type: 'wake'; online: boolean }
  | { type: 'opened'; id: number }
  | { type: 'sent'; ref: number }
  /** `ref`: what it answers; `heartbeatMs` is of a welcome alone, `beatMs` of a beat too. */
  | {
      type: 'heard';
      id: number;
      ref?: number | undefined;
      heartbeatMs?: number | undefined;
      beatMs?: number | undefined;
    }
  | { type: 'closed'; id: number; refused: Status | null; afterMs: number };

/** What is to be done, in this order. */
export type Todo = readonly ['open' | 'close' | 'hello' | 'ping', number];

export const noLines: Lines = {
  on: false,
  first: null,
  second: null,
  doubted: false,
  openAt: null,
  failures: 0,
  ids: 0,
  wayMs: 0,
  status: { kind: 'connecting' },
};

type Which = 'first' | 'second';
const both: readonly Which[] = ['first', 'second'];

/**
 * The next state of a page's connections. Pure: time and randomness come from outside. Ask again at `wakeAt`, with
 * `tick`.
 *
 * A line is doubted when an answer or a beat is overdue. Then a second one is opened beside it. The first goes on when
 * it answers; it is dropped only when the second was welcomed and the first still says nothing. So a server that halts
 * keeps its connections, and a line that died without a word costs seconds.
 */
export function step(
  before: Lines,
  input: Input,
  now: number,
  random: Random,
): { lines: Lines; todo: Todo[]; wakeAt: number } {
  const s = { ...before };
  const todo: Todo[] = [];
  const between = ([least, most]: readonly [number, number]) => now + least + random() * (most - least);
  const change = (which: Which, how: Partial<Line>) => void (s[which] = { ...s[which]!, ...how });

  const drop = (which: Which) => {
    const line = s[which];
    s[which] = null;
    if (line) todo.push(['close', line.id]);
  };
  /** The first is the one to go on with. */
  const settle = () => {
    s.doubted = false;
    s.openAt = null;
  };
  const swap = () => {
    drop('first');
    s.first = s.second;
    s.second = null;
    settle();
  };
  const sent = (which: Which, ref: number) => {
    const { asked } = s[which]!;
    change(which, { asked: [...asked, { ref, at: now }] });
  };
  const ask = () => {
    const { asked, id } = s.first!;
    if (asked.some(({ ref }) => ref === PING)) return;
    sent('first', PING);
    todo.push(['ping', id]);
  };
  const doubt = () => {
    if (s.doubted) return;
    if (s.first!.welcomedAt !== null) ask();
    s.doubted = true;
    s.openAt = between(BESIDE_MS);
  };
  const lost = (which: Which, afterMs = 0) => {
    const welcomedAt = s[which]?.welcomedAt;
    if (welcomedAt != null && now - welcomedAt >= STEADY_AFTER_MS) s.failures = 0;
    drop(which);
    if (which === 'first' && s.second) return swap();
    if (which === 'first') s.doubted = false;
    s.openAt = now + afterMs + random() * Math.min(PAUSE_MS[1], PAUSE_MS[0] * 2 ** s.failures);
    s.failures = Math.min(s.failures + 1, 30);
  };
  const end = (status: Status) => {
    both.forEach(drop);
    settle();
    s.on = false;
    s.status = status;
  };

  const heard = (which: Which, { ref, heartbeatMs, beatMs }: Extract<Input, { type: 'heard' }>) => {
    const line = s[which]!;
    const at = line.asked.findIndex((one) => one.ref === ref);
    const proof = heartbeatMs !== undefined || at >= 0;
    if (heartbeatMs !== undefined) s.wayMs = Math.min(LONGEST_WAY_MS, (now - (line.asked[0]?.at ?? now)) / 2);
    const next = { ...line, heardAt: now, asked: heartbeatMs !== undefined ? [] : line.asked.slice(at + 1) };
    if (heartbeatMs !== undefined) Object.assign(next, { welcomedAt: now, pingMs: heartbeatMs });
    if (beatMs !== undefined) next.beatMs = beatMs;
    if (proof || (beatMs && !line.beatMs)) next.pingAt = next.beatMs ? between(PROVE_MS) : now + next.pingMs;
    s[which] = next;
    if (which === 'first' && s.doubted && proof && next.asked.length === 0) {
      drop('second');
      settle();
    }
  };

  const which = 'id' in input ? both.find((each) => s[each]?.id === input.id) : undefined;
  switch (input.type) {
    case 'start':
      if (!s.on) Object.assign(s, noLines, { ids: s.ids, wayMs: s.wayMs, on: true, openAt: now });
      break;
    case 'stop':
      end(s.status);
      break;
    case 'offline':
      if (s.first?.welcomedAt != null) doubt();
      break;
    case 'wake':
      if (s.first?.welcomedAt != null) ask();
      for (const each of both) {
        const line = s[each];
        if (input.online && line?.welcomedAt === null && now - line.openedAt > ASK_AFTER_MS) drop(each);
      }
      if (!s.first && s.second) swap();
      if (!s.first) s.doubted = false;
      if (s.on && (!s.first || (s.doubted && !s.second))) {
        s.openAt = Math.min(s.openAt ?? Infinity, now + random() * AWAKE_MS);
      }
      break;
    case 'sent':
      sent('first', input.ref);
      break;
    case 'opened':
      if (!which) break;
      sent(which, HELLO);
      todo.push(['hello', input.id]);
      break;
    case 'heard':
      if (which) heard(which, input);
      break;
    case 'closed':
      if (!which) break;
      if (input.refused) end(input.refused);
      else lost(which, input.afterMs);
  }

  let wakeAt = Infinity;
  /** Does what is due; true when something was, so that it is looked at anew. */
  const overdue = (rules: [boolean | undefined, number, () => void][]) => {
    wakeAt = Infinity;
    return rules.some(([holds, at, run]) => {
      if (!holds) return false;
      if (now >= at) run();
      else wakeAt = Math.min(wakeAt, at);
      return now >= at;
    });
  };
  const rules = (): Parameters<typeof overdue>[0] => {
    const { first, second, openAt } = s;
    const welcomed = !!first && first.welcomedAt !== null;
    const [oldest] = first?.asked ?? [];
    const asking = first?.asked.some(({ ref }) => ref === PING);
    const open = () => {
      const line = {
        id: ++s.ids,
        openedAt: now,
        welcomedAt: null,
        heardAt: now,
        beatMs: 0,
        pingMs: 0,
        pingAt: 0,
        asked: [],
      };
      s[first ? 'second' : 'first'] = line;
      s.openAt = null;
      todo.push(['open', line.id]);
    };
    return [
      [!!first && !welcomed, (first?.openedAt ?? 0) + WELCOME_WITHIN_MS, () => lost('first')],
      [!!first && !welcomed && !s.doubted, (first?.openedAt ?? 0) + BESIDE_WELCOME_MS, doubt],
      [welcomed && !s.doubted && !!oldest, (oldest?.at ?? 0) + ANSWER_WITHIN_MS, doubt],
      [welcomed && !s.doubted && first!.beatMs > 0, (first?.heardAt ?? 0) + BEATS * (first?.beatMs ?? 0), doubt],
      [welcomed && !asking && !!oldest, (oldest?.at ?? 0) + ASK_AFTER_MS, ask],
      [welcomed && !oldest, first?.pingAt ?? 0, ask],
      [
        second?.welcomedAt === null,
        (second?.openedAt ?? 0) + Math.min(WELCOME_WITHIN_MS, BESIDE_WELCOME_MS * 2 ** s.failures),
        () => lost('second'),
      ],
      [!!second && second.welcomedAt !== null, (second?.welcomedAt ?? 0) + LAST_WORD_MS, swap],
      [openAt !== null, openAt ?? 0, open],
    ];
  };
  while (overdue(rules()));

  if (s.on) {
    const live = s.first?.welcomedAt != null && !s.doubted;
    const kind = live ? 'live' : s.status.kind === 'connecting' && s.failures === 0 ? 'connecting' : 'offline';
    const beats = live && s.first!.beatMs > 0;
    const same = s.status.kind === kind && (s.status.kind !== 'live' || s.status.beats === beats);
    if (!same) s.status = kind === 'live' ? { kind, beats } : { kind };
  }
  return { lines: s, todo, wakeAt };
}
