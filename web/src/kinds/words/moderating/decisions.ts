import type { AnswerItem, ModerateAnswers, Standing } from '../../../protocol/messages.gen.ts';

/** All that is decided of one term. */
export type Decision = ModerateAnswers['answers'][number];
type Item = Pick<AnswerItem, 'answer' | 'rev' | 'standing' | 'into' | 'called'>;

/** The server takes at most so many decisions in one message. */
export const AT_ONCE = 20;

/** What is decided of it now, made on the decision that it shows. */
export const standing = ({ answer, rev, standing, into, called }: Item): Decision => ({
  answer,
  rev,
  standing,
  ...(into === undefined ? {} : { into }),
  ...(called === undefined ? {} : { called }),
});

const apart = ({ into: _into, ...decision }: Decision): Decision => decision;

/** Shown or hidden, for itself: what was joined to another is so no more. */
export const put = (item: Item, as: Standing): Decision => ({ ...apart(standing(item)), standing: as });

/** Called so; empty: as most people wrote it. */
export function named(item: Item, text: string): Decision {
  const { called: _called, ...decision } = standing(item);
  return text === '' ? decision : { ...decision, called: text };
}

/** Counted as another from now on. */
export const joined = (item: Item, into: string): Decision => ({ ...standing(item), into });

/** Counted for itself again. */
export const parted = (item: Item): Decision => apart(standing(item));

/** What undoes decisions on terms that stood so before them: the decisions before, made on the new ones. */
export const before = (items: readonly Item[]): Decision[] =>
  items.map((item) => ({ ...standing(item), rev: item.rev + 1 }));

/** The term as it stands after a decision about it. */
export const after = (item: AnswerItem, { standing: as, into, called }: Decision): AnswerItem => {
  const { into: _into, called: _called, ...rest } = item;
  return {
    ...rest,
    rev: item.rev + 1,
    standing: as,
    waits: as === 'undecided' && item.waits,
    text: called ?? item.forms[0]?.text ?? item.text,
    ...(into === undefined ? {} : { into }),
    ...(called === undefined ? {} : { called }),
  };
};
