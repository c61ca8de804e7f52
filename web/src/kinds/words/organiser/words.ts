import type { OrganiserWords, WordsLanguage } from '../../../protocol/messages.gen.ts';

export const LANGUAGES: readonly { value: WordsLanguage; words: string }[] = [
  { value: 'en', words: 'English' },
  { value: 'cy', words: 'Welsh' },
];

/** `Up to 3 answers · at most 25 characters · a moderator approves first · word forms of English and Welsh …` */
export function kindText({
  entries,
  length,
  approveFirst,
  languages,
  abstain,
}: Pick<OrganiserWords, 'entries' | 'length' | 'approveFirst' | 'languages' | 'abstain'>): string {
  const names = LANGUAGES.filter(({ value }) => languages.includes(value)).map(({ words }) => words);
  return [
    entries === 1 ? '1 answer' : `Up to ${entries} answers`,
    `at most ${length} characters`,
    approveFirst ? 'a moderator approves every word first' : 'only likely abuse waits for a moderator',
    names.length > 0 ? `word forms of ${names.join(' and ')} count as one` : '',
    abstain === null ? '' : `may abstain: “${abstain}”`,
  ]
    .filter(Boolean)
    .join(' · ');
}
