// Canned word clouds: every state of one on each page, and a server that moderators speak to.
const TEXTS = [
  ...['flexible hours', 'childcare', 'trust', 'mentoring', 'fair pay', 'sponsors', 'time', 'respect', 'visibility'],
  ...['role models', 'training', 'confidence', 'networks', 'job share', 'feedback', 'cydweithio', 'support', 'clarity'],
  ...['open shortlists', 'cyflog teg', 'part time', 'allies', 'safety', 'kindness', 'courage', 'voice', 'pensions'],
  ...['leadership', 'coaching', 'equal pay', 'parental leave', 'listening', 'honesty', 'space', 'budget', 'humour'],
  ...['Gwrando', 'promotion', 'career breaks', 'returners', 'night shifts', 'data', 'transparency', 'pride', 'hope'],
];
const OTHERS = [
  'مساواة',
  '平等',
  '❤️',
  '🎉🎉🎉',
  'Llongyfarchiadau',
  'a word of forty characters, no more of it',
  'Ångström',
];

/** Uneven counts, as people give them: few are said by many. */
const countOf = (at) => Math.max(1, Math.round(180 / (at + 1.6) ** 1.15));
export const terms = (many, first = []) =>
  Array.from({ length: many }, (_, at) => {
    const text =
      first[at] ?? TEXTS[at - first.length] ?? `${TEXTS[at % TEXTS.length]} ${Math.floor(at / TEXTS.length)}`;
    return { id: `term${String(at).padStart(4, '0')}`, text, count: countOf(at) };
  });

const tallyOf = (listed, { more = 0, held = 0, hidden = 0, answers = 318, voted = answers, ...over } = {}) => ({
  round: 1,
  version: 9,
  result: { terms: listed, more, held, hidden },
  voted,
  abstained: 0,
  late: 0,
  answers,
  connected: 343,
  ...over,
});

export const words = (listed, numbers = {}, over = {}) => ({
  kind: 'words',
  id: 'w1',
  round: 1,
  question: 'In a word or two: what would help you most to step up?',
  entries: 3,
  length: 25,
  approveFirst: false,
  languages: ['en', 'cy'],
  abstain: null,
  state: 'open',
  results: 'everyone',
  tally: tallyOf(listed, numbers),
  ...over,
});
export const organisers = (cloud) => ({ ...cloud, rev: 3, chosen: 'stage', hasVotes: true, anonymised: false });

const hidden = words([], {}, { results: 'hidden' });
/** What the stage shows, by name. */
export const clouds = {
  full: words(terms(150), { more: 37 }),
  thirty: words(terms(30), { answers: 120 }),
  five: words(
    terms(5).map((term, at) => ({ ...term, count: 5 - at })),
    { answers: 9 },
  ),
  one: words([{ id: 'term0000', text: 'childcare', count: 5 }], { answers: 5 }),
  level: words(
    terms(24).map((term) => ({ ...term, count: 2 })),
    { answers: 20 },
  ),
  tongues: words(terms(40, OTHERS), { answers: 200 }),
  'long-question': words(
    terms(60),
    {},
    { question: `${'What would help you most to step up where you work, '.repeat(5)}?` },
  ),
  nobody: words([], { answers: 0 }),
  three: words([], { answers: 3, voted: 0 }),
  held: words([], { answers: 41, held: 30 }),
  hidden: { ...hidden, tally: { ...hidden.tally, result: null } },
  draft: { ...hidden, state: 'draft', tally: { ...hidden.tally, answers: 0, result: null } },
  locked: words(terms(80), { complete: true }, { state: 'locked' }),
};

const item = ({ id, text, count }, over = {}) => ({
  answer: id,
  text,
  count,
  forms: [{ text, count: Math.ceil(count * 0.8) }, ...(count > 3 ? [{ text: text.toUpperCase(), count: 1 }] : [])],
  waits: false,
  rev: 0,
  standing: 'undecided',
  ...over,
});
const lists = {
  waiting: terms(14, ['some rude word', OTHERS[5], OTHERS[0]]).map((term) => item(term, { waits: true })),
  shown: terms(60).map((term, at) => item(term, at === 2 ? { called: 'Trust', rev: 1, standing: 'shown' } : {})),
  hidden: terms(3).map((term) => item(term, { standing: 'hidden', rev: 1 })),
  joined: [item({ id: 'j1', text: 'gender pay gap', count: 0 }, { into: 'term0004', rev: 1, forms: [] })],
};

/** Answers moderators; `refuse` is the error that decisions get. */
export const moderated = (refuse) => (server, message) => {
  const { type, ref, activity, list, search = '' } = message;
  if (type === 'getAnswers') {
    const items = lists[list].filter(({ text }) => text.includes(search));
    server.say({ type: 'answers', ref, activity, round: 1, version: 9, items, total: items.length });
  }
  if (type === 'moderateAnswers') {
    server.say(refuse ? { type: 'error', ref, ...refuse } : { type: 'done', ref, version: 10 });
  }
};
