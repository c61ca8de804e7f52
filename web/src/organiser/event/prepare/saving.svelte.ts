import type { Desk } from '../desk.svelte.ts';
import type { Writing } from '../editor/writing.svelte.ts';
import type { Finding } from './checks.ts';

/**
 * The hand rests this long before what was typed is sent, milliseconds: every change of an event sends everybody in it
 * a new picture.
 */
const REST_MS = 1_500;

/**
 * Saves a draft as one types. Only what nobody in the room sees is saved by itself: what is open goes to every phone at
 * once, and what is new begins when somebody adds it. Both have a button.
 */
export class Saving {
  constructor(
    private readonly desk: Desk,
    private readonly writing: Writing,
  ) {}

  /** Whether it saves by itself. */
  readonly itself = $derived.by(() => this.writing.id !== null && this.writing.activity?.state === 'draft');

  private readonly due = $derived.by(() => {
    const { desk, writing } = this;
    if (!this.itself || !writing.dirty || !writing.sound || writing.overtaken || writing.mine) return false;
    if (writing.busy || writing.awaited || desk.blocked !== null) return false;
    return writing.refusal === '' || writing.unanswered;
  });

  /** Saves from now on, until the returned function is called. */
  start(): () => void {
    return $effect.root(() => {
      $effect(() => this.wait());
    });
  }

  /** For the hand to rest. */
  private wait(): (() => void) | undefined {
    void this.writing.editor;
    if (!this.due) return undefined;
    const timer = setTimeout(() => void this.writing.save(), REST_MS);
    return () => clearTimeout(timer);
  }

  /** How what is typed is kept now, in a sentence. */
  readonly words = $derived.by((): string => {
    const { desk, writing } = this;
    if (writing.busy) return 'Saving…';
    if (writing.overtaken) return 'Kept in this browser tab.';
    if (!writing.dirty) return writing.id === null ? 'Nothing is sent before you add it.' : 'Saved.';
    if (desk.blocked) return `${desk.blocked} What you typed is kept; it can be saved when it is back.`;
    if (!this.itself) return 'Not saved yet; kept in this browser tab.';
    if (!writing.sound) return 'Kept in this browser tab; saved as soon as what is marked is mended.';
    return 'Saved when you pause.';
  });

  readonly finding: Finding[] = $derived.by(() => {
    const { writing } = this;
    if (writing.activity?.state === 'open') {
      return [{ tone: 'look', title: 'Open for voting.', text: 'What you save is on every phone at once.' }];
    }
    const text = 'The room sees nothing before you open it.';
    return this.itself ? [{ tone: 'good', title: 'Saved as you type.', text }] : [];
  });
}
