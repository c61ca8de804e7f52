import type { Component } from 'svelte';
import type { StageActivity } from '../protocol/activity.ts';
import type { Presence, StageSnapshot } from '../protocol/messages.gen.ts';
import { closed } from '../ui/closed.ts';
import type { StageAction } from './keys.ts';
import type { Space } from './layout.ts';
import PollScreen from './PollScreen.svelte';
import { qaSummary } from './qaWords.ts';
import QaScreen from './QaScreen.svelte';
import { summary } from './sentences.ts';

/** What every activity is drawn with. */
export interface Given {
  state: StageSnapshot;
  space: Space;
  zoom: number;
  sorted: boolean;
  trouble: string;
  /** The question the presenter's keys picked, by number. */
  picked: number | null;
}

/** How an activity of a kind fills the stage. */
interface View<A> {
  Screen: Component<Given & { activity: A }>;
  /** Names the end it has come to, empty before: then the summary waits for what is still on its way. */
  ended(activity: A): string;
  /** The twin of the stage in words. */
  summary(activity: A, presence: Presence, ended: boolean): string;
  /** What the buttons say that mean something else for each kind. */
  buttons(activity: A): Partial<Record<StageAction, string>>;
}

const views: { readonly [K in StageActivity['kind']]: View<Extract<StageActivity, { kind: K }>> } = {
  poll: {
    Screen: PollScreen,
    ended: (poll) => (closed(poll) ? `${poll.id} ${poll.round}` : ''),
    summary,
    buttons: (poll) => ({
      startStop: poll.state === 'open' ? 'Lock voting' : poll.state === 'locked' ? 'Reopen voting' : 'Open voting',
      results: poll.results === 'hidden' ? 'Show results' : 'Hide results',
    }),
  },
  qa: {
    Screen: QaScreen,
    ended: () => '',
    summary: qaSummary,
    buttons: (qa) => ({ startStop: qa.asking ? 'Take no more' : 'Take questions', ...(qa.live && { answered: 'Answered' }) }),
  },
};

export const viewOf = (activity: StageActivity): View<StageActivity> => views[activity.kind] as View<StageActivity>;
