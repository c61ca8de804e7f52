import { CommandError, type Command } from '../../../protocol/commands.ts';
import type { AnswerItem, AnswerList, ModerateAnswers, OrganiserWords } from '../../../protocol/messages.gen.ts';
import type { Desk } from '../../../organiser/event/desk.svelte.ts';
import { after } from './decisions.ts';

export const words: OrganiserWords = {
  kind: 'words',
  id: 'w',
  round: 1,
  rev: 1,
  question: 'One word?',
  entries: 3,
  length: 25,
  approveFirst: false,
  languages: [],
  abstain: null,
  state: 'open',
  results: 'stage',
  chosen: 'stage',
  hasVotes: true,
  anonymised: false,
  tally: {
    round: 1,
    version: 1,
    result: { terms: [], more: 0, held: 1, hidden: 0 },
    voted: 9,
    abstained: 0,
    late: 0,
    answers: 9,
    connected: 12,
  },
};

export const item = (answer: string, count: number, over: Partial<AnswerItem> = {}): AnswerItem => ({
  answer,
  text: answer,
  count,
  forms: [{ text: answer, count }],
  waits: false,
  rev: 0,
  standing: 'undecided',
  ...over,
});

const listOf = ({ into, standing, waits }: AnswerItem): AnswerList =>
  into !== undefined ? 'joined' : standing === 'hidden' ? 'hidden' : waits ? 'waiting' : 'shown';

/** The server's side of `getAnswers` and `moderateAnswers`: all decisions of a message or none. */
export class FakeAnswers {
  readonly items = new Map<string, AnswerItem>();
  readonly decided: ModerateAnswers['answers'][] = [];
  reads = 0;

  constructor(...items: AnswerItem[]) {
    items.forEach((each) => this.items.set(each.answer, each));
  }

  /** What another moderator decides. */
  decide(answers: ModerateAnswers['answers']): void {
    for (const { answer, rev } of answers) {
      if (this.items.get(answer)?.rev !== rev) throw new CommandError('conflict', 'Somebody else decided meanwhile.');
    }
    for (const one of answers) this.items.set(one.answer, after(this.items.get(one.answer)!, one));
  }

  readonly desk = {
    blocked: null,
    run: async (command: Command) => {
      await Promise.resolve();
      if (command.type === 'moderateAnswers') {
        this.decided.push(command.answers);
        this.decide(command.answers);
        return { type: 'done' };
      }
      if (command.type !== 'getAnswers') throw new Error(command.type);
      this.reads++;
      const items = [...this.items.values()]
        .filter((each) => listOf(each) === command.list && each.text.includes(command.search ?? ''))
        .sort((a, b) => b.count - a.count);
      return { type: 'answers', activity: 'w', round: 1, version: 1, items, total: items.length };
    },
  } as unknown as Desk;
}
