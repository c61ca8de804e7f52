import type { Component } from 'svelte';
import type { OrganiserActivity } from '../protocol/activity.ts';
import type { Command } from '../protocol/commands.ts';
import type { OrganiserSnapshot } from '../protocol/messages.gen.ts';
import PollNow from './PollNow.svelte';
import { open } from './primary.ts';
import QaNow from './QaNow.svelte';
import { pollLine, qaLine, stateWord } from './words.ts';

/** What every activity is shown with. */
export interface Given {
  state: OrganiserSnapshot;
  /** Nothing can be changed now. */
  off: boolean;
  onchoose: (command: Command) => void;
}

/** What the remote shows and offers for an activity of a kind. */
interface View<A> {
  /** The activity on stage. */
  Now: Component<Given & { activity: A }>;
  /** Its name in the run order. */
  name(activity: A): string;
  /** How it stands, in the run order. */
  line(activity: A): string;
  /** What a screen reader is told when it is on stage. */
  spoken(activity: A): string;
  /** Beside the big button. */
  more(activity: A): { says: string; command: Command } | null;
}

const views: { readonly [K in OrganiserActivity['kind']]: View<Extract<OrganiserActivity, { kind: K }>> } = {
  poll: {
    Now: PollNow,
    name: (poll) => poll.question,
    line: pollLine,
    spoken: (poll) => `${poll.question} ${stateWord[poll.state]}.`,
    more: (poll) => (poll.state === 'locked' ? { says: 'Reopen voting', command: open(poll) } : null),
  },
  qa: {
    Now: QaNow,
    name: () => 'Questions from the room',
    line: qaLine,
    spoken: ({ live }) => (live ? `Being answered now: ${live.text}` : 'The stage shows questions from the room.'),
    more: () => null,
  },
};

export const viewOf = (activity: OrganiserActivity): View<OrganiserActivity> => views[activity.kind] as View<OrganiserActivity>;
