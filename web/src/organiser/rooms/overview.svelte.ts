import { CommandError, type Command } from '../../protocol/commands.ts';
import type { OverviewRoom } from '../../protocol/messages.gen.ts';
import type { Desk } from '../event/desk.svelte.ts';
import type { Line } from '../event/line.ts';

/** All rooms of the event, live while somebody looks. */
export class Overview {
  /** Null before the first picture. */
  rooms = $state.raw<OverviewRoom[] | null>(null);
  problem = $state('');
  /** The last thing that was done, for screen readers. */
  said = $state('');

  constructor(
    private readonly desk: Desk,
    private readonly line: Line,
  ) {}

  /** Follows until the returned function is called; call it again after every reconnect. */
  watch(): () => void {
    const off = this.line.listen((message) => {
      if (message.type === 'overviewSnapshot') this.rooms = message.rooms;
    });
    void this.act({ type: 'watchOverview', on: true }, '');
    return () => {
      off();
      this.rooms = null;
      // without a connection nothing is sent any more
      void this.desk.run({ type: 'watchOverview', on: false }).catch(() => undefined);
    };
  }

  add = (name: string): Promise<boolean> => this.act({ type: 'createRoom', name }, `“${name}” is added.`);
  rename = ({ id, rev }: OverviewRoom, name: string): Promise<boolean> =>
    this.act({ type: 'editRoom', room: id, rev, name }, `The room is called “${name}” now.`);
  remove = ({ id, rev, name }: OverviewRoom): Promise<boolean> =>
    this.act({ type: 'deleteRoom', room: id, rev }, `“${name}” is deleted.`);

  /** Whether it worked; `problem` says why not. */
  private async act(command: Command, said: string): Promise<boolean> {
    try {
      await this.desk.run(command);
      this.problem = '';
      this.said = said;
      return true;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.problem = error.message;
      return false;
    }
  }
}
