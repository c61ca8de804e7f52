import type { PollDraft } from '../../src/protocol/messages.gen.ts';

const options = (...texts: string[]): PollDraft['options'] => texts.map((text) => ({ text }));

/** The questions of the conference, for journeys that need one or two of them. */
export const PRIORITY: PollDraft = {
  question: 'What should be our first priority?',
  options: options(
    'Culture change',
    'Mentoring and coaching',
    'Talent management',
    'Flexible working',
    'Gender pay',
    'Women on boards: 50:50 by 2020',
  ),
  maxChoices: 1,
  abstain: null,
  results: 'stage',
};

export const STRUGGLE: PollDraft = {
  question: 'What do you struggle with most?',
  options: options('Confidence', 'Imposter feelings', 'Caring responsibilities', 'Finding a mentor', 'Being heard'),
  maxChoices: 1,
  abstain: 'Prefer not to say',
  results: 'stage',
};

export const USED: PollDraft = {
  question: 'Which of these have you used? Choose all that apply',
  options: [
    ...options('Job share', 'Part-time', 'Compressed hours', 'Career break'),
    { text: 'None of these', exclusive: true },
  ],
  maxChoices: 4,
  abstain: null,
  results: 'stage',
};

/** A poll with this many options and a question of this many characters. */
export function poll(many: number, characters = 40): PollDraft {
  const words = 'Which of these would help you and the people you work with most during the next year ';
  const question = `${words
    .repeat(Math.ceil(characters / words.length))
    .slice(0, characters - 1)
    .trimEnd()}?`;
  return {
    question,
    options: Array.from({ length: many }, (_, i) => ({ text: TOPICS[i]! })),
    maxChoices: 1,
    abstain: null,
    results: 'everyone',
  };
}

const TOPICS = [
  'Culture change',
  'Mentoring and coaching',
  'Talent management',
  'Flexible working',
  'Gender pay',
  'Women on boards: 50:50 by 2020',
  'Job share',
  'Part-time',
  'Compressed hours',
  'Career break',
  'Confidence',
  'Imposter feelings',
  'Caring responsibilities',
  'Finding a mentor',
  'Being heard',
  'Sponsorship by senior leaders',
  'Fair recruitment panels',
  'Returning after a break',
  'Allies who speak up',
  'Sharing what works',
];
