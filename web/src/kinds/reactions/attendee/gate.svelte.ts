import type { Component } from 'svelte';
import { lazy } from '../../../ui/lazy.svelte.ts';
import type { ClientMessage, ReactionCounts, ServerMessage } from '../../../protocol/messages.gen.ts';

/** What the buttons are given. */
export interface Given {
  /** Id of the room's reactions. */
  activity: string;
  gate: Gate;
  live: boolean;
  /** The bar of tabs is below. */
  tabbed: boolean;
}

/** Stands in the first load for the reactions, whose code comes when they are on. */
export class Gate {
  readonly code = lazy<{ default: Component<Given> }>(() => import('./Buttons.svelte'));
  /** What the room showed just now; a new object each time. */
  added = $state.raw<ReactionCounts | null>(null);

  constructor(readonly send: (message: ClientMessage) => boolean) {}

  receive(message: ServerMessage): void {
    if (message.type === 'reactions') this.added = message.added;
  }
}
