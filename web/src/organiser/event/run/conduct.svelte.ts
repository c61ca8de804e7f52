import type { Command } from '../../../protocol/commands.ts';
import type { OrganiserSnapshot } from '../../../protocol/messages.gen.ts';
import { toggleFullscreen } from '../../../ui/fullscreen.ts';
import type { Action, Move } from '../../../ui/lifecycle.ts';
import { primary } from '../../../ui/primary.ts';
import { Settling } from '../../../ui/settling.svelte.ts';
import {
  neighbour,
  onStage,
  startStop,
  steeringOf,
  step,
  toggleBlank,
  toggleJoin,
  toggleOrder,
  toggleResults,
} from '../../../ui/stageControls.ts';
import type { Desk } from '../desk.svelte.ts';

/** Running a room from the desk: each press is decided on what is seen. */
export class Conduct {
  /** What the main button sent is on its way. */
  busy = $state(false);
  /** Why the last press did nothing; empty when it did. */
  hint = $state('');
  readonly settling = new Settling();
  /** Where the stage is shown small. */
  stage: Element | null = null;

  constructor(private readonly desk: Desk) {}

  readonly main: Action | null = $derived.by(() => this.desk.snapshot && primary(this.desk.snapshot));
  /** In one press what is two on the main button; null where there is nothing of the kind. */
  readonly both: Command[] | null = $derived.by(() => {
    const shown = this.desk.snapshot && onStage(this.desk.snapshot);
    return (shown && steeringOf(shown)?.lockAndReveal?.(shown)) ?? null;
  });
  /** Id of what comes after what is on stage; null at the end. */
  readonly next: string | null = $derived.by(
    () => (this.desk.snapshot && neighbour(this.desk.snapshot, 1)?.id) ?? null,
  );

  /** Whether a press of the main button counts now. */
  get ready(): boolean {
    return !this.busy && this.settling.settled && this.desk.blocked === null;
  }

  press = (): void => {
    if (this.main && this.ready) void this.runAll([this.main.command]);
  };
  lockAndReveal = (): void => {
    if (this.both && this.ready) void this.runAll(this.both);
  };
  startStop = (): void => this.run(startStop);
  reveal = (): void => this.run(toggleResults);
  join = (): void => this.run(toggleJoin);
  blank = (): void => this.run(toggleBlank);
  sort = (): void => this.run(toggleOrder);
  step = (by: 1 | -1): void => this.run((state) => step(state, by));

  /** Why there is nothing on that side; null while there is. */
  noStep(by: 1 | -1): string | null {
    const move = this.desk.snapshot && step(this.desk.snapshot, by);
    return move && 'hint' in move ? move.hint : null;
  }

  /** The stage over all of this screen, or small again; the keys stay those of this page. */
  fullscreen = async (): Promise<void> => {
    if (this.stage) this.hint = await toggleFullscreen(this.stage);
  };

  /** Decides on what is seen now, as the words on the button say, and does it. */
  run(decide: (state: OrganiserSnapshot) => Move): void {
    const { snapshot, blocked } = this.desk;
    if (!snapshot || blocked !== null) return;
    const move = decide(snapshot);
    this.hint = 'hint' in move ? move.hint : '';
    if ('command' in move) void this.desk.send(move.command);
  }

  /** One after the other, until one has no effect. */
  async runAll(commands: readonly Command[]): Promise<void> {
    if (this.busy || this.desk.blocked !== null) return;
    this.hint = '';
    this.busy = true;
    for (const command of commands) if ((await this.desk.send(command)) === null) break;
    this.busy = false;
  }
}
