import { ApiError } from '../../protocol/api.ts';
import type { Session } from '../session.svelte.ts';

interface RoomLinks {
  id: string;
  name: string;
  stage: string;
  remote: string;
}
export type LinkKind = 'stage' | 'remote';

/** The secret links of an event (HTTP.md). */
export class Links {
  rooms = $state.raw<RoomLinks[]>([]);
  problem = $state('');
  private loading: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly session: Pick<Session, 'call'>,
    private readonly event: string,
  ) {}

  of = (room: string): RoomLinks | undefined => this.rooms.find((links) => links.id === room);

  /** Reads them again. Asked while that is under way, it reads once more: what is on its way may be old. */
  load(): Promise<void> {
    if (this.loading) this.again = true;
    this.loading ??= this.tell(async () => {
      do {
        this.again = false;
        this.rooms = (
          await this.session.call<{ rooms: RoomLinks[] }>('GET', `/api/v1/events/${this.event}/links`)
        ).rooms;
      } while (this.again);
    }).finally(() => (this.loading = null));
    return this.loading;
  }

  /** A new link; the old one stops working. */
  replace(room: string, kind: LinkKind): Promise<void> {
    return this.tell(async () => {
      const { url } = await this.session.call<{ url: string }>(
        'POST',
        `/api/v1/events/${this.event}/rooms/${room}/links/${kind}`,
      );
      this.rooms = this.rooms.map((links) => (links.id === room ? { ...links, [kind]: url } : links));
    });
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.problem = '';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = error.message;
    }
  }
}
