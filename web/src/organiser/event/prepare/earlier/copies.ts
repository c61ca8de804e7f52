import type { ActivityDraft, DraftKind, OrganiserActivity } from '../../../../protocol/messages.gen.ts';
import { LONGEST } from '../../../../protocol/limits.gen.ts';
import type { Editing } from '../../editor/editing.ts';

const MARK = /\s*\(copy(?: \d+)?\)$/;

/** The text of a copy: named as one, and never longer than a text may be. */
export function copyOf(text: string, most = LONGEST.question): string {
  const mark = ' (copy)';
  const bare = [...text.replace(MARK, '')];
  return (
    bare
      .slice(0, most - mark.length)
      .join('')
      .trimEnd() + mark
  );
}

/** What makes activities anew elsewhere, as they are written; without votes, and with nothing of the server's. */
export const copies = (
  activities: readonly OrganiserActivity[],
  forms: Partial<Record<DraftKind, Editing>>,
): { kind: DraftKind; draft: ActivityDraft }[] =>
  activities.flatMap((activity) => {
    const editing = forms[activity.kind];
    if (!editing) return [];
    const draft = editing.draft(editing.from(activity as never), true);
    return [{ kind: activity.kind, draft: { ...draft, question: copyOf(draft.question) } }];
  });
