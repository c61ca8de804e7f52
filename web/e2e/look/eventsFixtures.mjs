// Lists of events, an event that has ended, and what phones are told of it.
const now = new Date();
const day = (from) => new Date(now.getTime() + from * 86_400_000).toISOString().slice(0, 10);
let ids = 0;
const event = (name, from, more = {}) => ({
  id: `e${++ids}`,
  role: 'organiser',
  joined: 0,
  name,
  startsOn: day(from),
  endsOn: day(from + (more.days ?? 0)),
  timeZone: 'Europe/London',
  code: ['H7K2MQ', 'K4W9TD', 'M2R6HX', 'T8P3VN', 'W5J7QC', 'B6N2RS'][ids % 6],
  polls: 3,
  drafts: 3,
  open: 0,
  locked: 0,
  rooms: [{ name: 'Main hall' }],
  ...more,
});
const rooms = (...names) => names.map((name, i) => ({ name, code: `R${i}7K2M` }));

const upcoming = [
  event('Health and Care Women Leaders, Annual Conference', 0, {
    rooms: rooms('Great Hall', 'Riverside', 'Library'),
    joined: 1061,
    polls: 12,
    open: 1,
  }),
  event('Chairs and chief executives, winter dinner', 11),
  event('Regional network, Wales / Rhwydwaith Cymru', 15, { rooms: rooms('Neuadd', 'Orangery'), polls: 6 }),
  event('First board role: an evening for applicants', 30, { polls: 1 }),
  event('Spring conference, Birmingham', 72, { days: 2, rooms: rooms('One', 'Two', 'Three', 'Four'), polls: 0 }),
];
const past = [
  event('Listening hour: night shift leaders', -10, { joined: 84, phase: 'finalised', role: 'moderator' }),
  event('Mentoring programme, kick-off', -24, { joined: 126, polls: 5, locked: 5 }),
  event('Annual general meeting of the association, with all the regional networks and their guests', -150, {
    joined: 342,
    phase: 'ended',
  }),
];
const archived = [event('Autumn conference', -400, { joined: 512, archived: true, phase: 'finalised' })];

/** What the server says of events, to an organiser or to a helper who makes none. */
export const many =
  ({ none = false, helper = false } = {}) =>
  ({ pathname, searchParams }) => {
    if (pathname === '/api/v1/session') {
      return { signedIn: true, setUp: true, name: 'Jo March', email: 'jo@plenary.example', mayCreate: !helper };
    }
    if (pathname === '/api/v1/time-zones') return ['Europe/London', 'UTC'];
    if (pathname.endsWith('/links')) return { join: 'https://polls.example/j/H7K2MQ', rooms: [] };
    if (pathname !== '/api/v1/events') return null;
    const part = { upcoming, past, archived }[searchParams.get('when')] ?? [upcoming[2]];
    const events = none ? [] : helper ? part.slice(0, 1).map((each) => ({ ...each, role: 'presenter' })) : part;
    return { events, next: null, total: events.length };
  };

const tally = {
  round: 1,
  version: 9,
  result: [31, 22, 9],
  voted: 62,
  abstained: 0,
  late: 0,
  answers: 62,
  connected: 84,
};
const options = ['Culture change', 'Mentoring and coaching', 'Talent management'].map((text, i) => ({
  id: 'abc'[i],
  text,
  exclusive: false,
}));
const poll = (id, question, more) => ({
  kind: 'poll',
  id,
  rev: 4,
  round: 1,
  question,
  options,
  maxChoices: 1,
  abstain: null,
  state: 'locked',
  results: 'everyone',
  tally,
  ...more,
});
export const pollResult = poll('p1', 'What should be our first priority?', { state: 'final' });
const questions = ['What should be our first priority?', 'What do you struggle with most?', 'How useful was today?'];

export const desk = {
  type: 'organiserSnapshot',
  epoch: 'e',
  version: 3,
  event: {
    id: 'k3v9ab2m',
    rev: 5,
    code: 'H7K2MQ',
    name: 'Health and Care Women Leaders conference',
    startsOn: day(0),
    endsOn: day(0),
    timeZone: 'Europe/London',
    frameOrigins: [],
  },
  room: {
    id: 'r1',
    rev: 3,
    name: 'Main hall',
    view: 'activity',
    activity: 'p1',
    byResult: false,
    zoom: 100,
    theme: 'dark',
  },
  runOrder: questions.map((question, i) => poll(`p${i + 1}`, question, { chosen: 'everyone', anonymised: false })),
  beside: [],
  join: { code: 'H7K2MQ', host: 'polls.example', url: 'https://polls.example/j/H7K2MQ', qr: '/qr/H7K2MQ.svg' },
  presence: { joined: 84, here: 61 },
  store: 'ok',
};
/** The same once it has ended. */
export const ended = (phase) => ({
  ...desk,
  event: { ...desk.event, phase },
  room: { ...desk.room, view: 'join' },
});

const place = { event: { id: 'k3v9ab2m', name: 'Health and Care Women Leaders conference' } };
/** A phone that joins an event that is over. */
export const phone = (over) => ({
  api: ({ pathname }) =>
    pathname === '/api/v1/join'
      ? { token: 'a.b.c', code: 'H7K2MQ', ...place, room: { id: 'r1', name: 'Main hall' } }
      : null,
  snapshots: {
    attendee: {
      type: 'attendeeSnapshot',
      epoch: 'e',
      version: 3,
      ...place,
      room: { id: 'r1', name: 'Main hall' },
      kinds: ['poll'],
      activity: null,
      beside: [],
      presence: { joined: 84, here: 61 },
      store: 'ok',
      over,
    },
  },
  behave: ({ say }, message) => {
    if (message.type !== 'getResults') return;
    say({ type: 'done', ref: message.ref });
    const activities = questions.map((question, i) => ({ ...pollResult, id: `p${i + 1}`, question }));
    for (const each of activities) delete each.rev;
    say({ type: 'publicResults', epoch: 'e', version: 3, activities });
  },
});

export const thanks = {
  snapshots: {
    stage: {
      type: 'stageSnapshot',
      epoch: 'e',
      version: 3,
      ...place,
      room: { id: 'r1', name: 'Main hall' },
      view: 'join',
      activity: null,
      beside: [],
      position: { index: 0, of: 3 },
      join: desk.join,
      presence: desk.presence,
      store: 'ok',
      look: { theme: 'dark', byResult: false, zoom: 100 },
      ended: true,
    },
  },
};
