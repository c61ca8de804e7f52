import type { Component } from 'svelte';
import type { ActivityDraft, DraftKind, OrganiserActivity } from '../../../protocol/messages.gen.ts';
import type { Writing } from './writing.svelte.ts';

/**
 * How organisers write an activity of a kind. `E`: what is written, plain data that is changed by replacing it and kept
 * as JSON. `P`: what is to be mended in it.
 */
export interface Editing<K extends DraftKind = DraftKind, E = object, P = object> {
  kind: K;
  blank(): E;
  from(activity: Extract<OrganiserActivity, { kind: K }>): E;
  /** What is sent. A copy is a new activity: whatever in it has an id of the server has none then. */
  draft(editor: E, copy: boolean): ActivityDraft;
  problems(editor: E): P;
  /** Whether nothing is to be mended. */
  sound(problems: P): boolean;
  /** What is asked and what is offered, in plain texts: for what looks at them, whatever the kind. */
  text(editor: E): { question: string; options?: readonly string[] };
  /** Options there may be; absent where there are none, or no limit. */
  most?: number;
  /** What one of them is called, in the middle of a sentence; `option` where it is absent. */
  one?: string;
  /** The fields of the form. What is to be typed first bears `data-first`. */
  Fields: Component<{ writing: Writing<E, P> }>;
  /**
   * What its organisers would see if it were open, for previews.
   *
   * @param votes with made-up answers, for a look at the result
   */
  opened(editor: E, votes: boolean): Extract<OrganiserActivity, { kind: K }>;
}

/** Whether both would be sent as the same. */
export const same = <E>({ draft }: Pick<Editing<DraftKind, E>, 'draft'>, one: E, other: E): boolean =>
  JSON.stringify(draft(one, false)) === JSON.stringify(draft(other, false));

/** Whether both say the same, whatever the server calls their parts. */
export const saysTheSame = <E>({ draft }: Pick<Editing<DraftKind, E>, 'draft'>, one: E, other: E): boolean =>
  JSON.stringify(draft(one, true)) === JSON.stringify(draft(other, true));

/** What is blank, filled with what was said elsewhere under the same names: fields that kinds share have one name. */
export function saidAlike<E extends object>(blank: E, said: object): E {
  const both = Object.keys(blank).filter((name) => name in said) as (keyof E & keyof typeof said)[];
  return { ...blank, ...Object.fromEntries(both.map((name) => [name, said[name]])) };
}
