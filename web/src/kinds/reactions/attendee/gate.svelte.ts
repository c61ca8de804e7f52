import type { Component } from 'svelte';
import type { Companion, Place } from '../../../attendee/kinds.ts';
import type { AttendeeReactions, ReactionCounts, ServerMessage } from '../../../protocol/messages.gen.ts';
import { lazy } from '../../../ui/lazy.svelte.ts';

/** What the buttons are given. */
export interface Given {
  of: Gate;
  live: boolean;
}

/** Stands in the first load for the reactions, whose code comes when they are on. */
export class Gate implements Companion {
  readonly code = lazy<{ default: Component<Given> }>(() => import('./Buttons.svelte'));
  /** What the room showed just now; a new object each time. */
  added = $state.raw<ReactionCounts | null>(null);

  constructor(
    readonly place: Pick<Place, 'send'>,
    /** Null while they are off. */
    readonly reactions: () => Pick<AttendeeReactions, 'id'> | null,
  ) {}

  receive(message: ServerMessage): void {
    if (message.type === 'reactions') this.added = message.added;
  }

  settle(live: boolean): void {
    if (live && this.reactions()) this.code.load();
  }

  get instead(): Companion['instead'] {
    const Row = this.code.module?.default;
    return this.reactions() && Row ? { title: 'React', Row } : null;
  }
}
