import type { Action, Move } from '../../../ui/lifecycle.ts';
import { primary } from '../../../ui/primary.ts';
import { neighbour, startStop, step, toggleJoin, toggleResults } from '../../../ui/stageControls.ts';
import type { OrganiserSnapshot } from '../../../protocol/messages.gen.ts';
import type { Desk } from '../desk.svelte.ts';

/** After the main button changed its words, so long a press is taken as meant for the words before. */
const SETTLES_MS = 600;

/** Running a room from the desk: each press is decided on what is seen. */
export class Conduct {
  /** What the main button sent is on its way. */
  busy = $state(false);
  /** Why the last press did nothing; empty when it did. */
  hint = $state('');
  private settled = $state(true);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: Desk) {}

  readonly main: Action | null = $derived.by(() => this.desk.snapshot && primary(this.desk.snapshot));
  /** Id of what comes after what is on stage; null at the end. */
  readonly next: string | null = $derived.by(
    () => (this.desk.snapshot && neighbour(this.desk.snapshot, 1)?.id) ?? null,
  );

  /** Whether a press of the main button counts now. */
  get ready(): boolean {
    return !this.busy && this.settled && this.desk.blocked === null;
  }

  /** The words of the main button have changed: a press on its way was meant for other ones. */
  changed(): () => void {
    this.settled = false;
    this.timer = setTimeout(() => (this.settled = true), SETTLES_MS);
    return () => clearTimeout(this.timer);
  }

  press(): void {
    if (!this.main || !this.ready) return;
    const { command } = this.main;
    this.busy = true;
    void this.desk.send(command).finally(() => (this.busy = false));
  }

  startStop = (): void => this.run(startStop);
  reveal = (): void => this.run(toggleResults);
  join = (): void => this.run(toggleJoin);
  step = (by: 1 | -1): void => this.run((state) => step(state, by));

  /** Decides on what is seen now, as the words on the button say, and does it. */
  run(decide: (state: OrganiserSnapshot) => Move): void {
    const { snapshot, blocked } = this.desk;
    if (!snapshot || blocked !== null) return;
    const move = decide(snapshot);
    this.hint = 'hint' in move ? move.hint : '';
    if ('command' in move) void this.desk.send(move.command);
  }
}
