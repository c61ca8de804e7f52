import { ApiError } from '../../../protocol/api.ts';
import type { Report } from '../../../report/report.ts';
import type { Session } from '../../session.svelte.ts';

/** The link to the report, and what it shows (HTTP.md). */
export interface ReportLink {
  url: string | null;
  activities?: string[];
  names?: boolean;
  finalOnly?: boolean;
}
export interface Chosen {
  activities: string[];
  names: boolean;
  finalOnly: boolean;
}

/** The report of an event, and the link that shares it. */
export class Reading {
  report = $state.raw<Report | null>(null);
  /** Null until it is known. */
  link = $state.raw<ReportLink | null>(null);
  problem = $state('');
  busy = $state(false);
  private readonly path: string;
  private loading: Promise<void> | null = null;
  /** What was asked to be changed is done one after the other. */
  private changing: Promise<void> = Promise.resolve();
  /** Rises when a change begins and when it ends: what was read meanwhile may be older than it. */
  private changes = 0;

  constructor(
    private readonly session: Pick<Session, 'call'>,
    event: string,
  ) {
    this.path = `/api/v1/events/${event}/report`;
  }

  /** Reads both anew; one at a time. */
  load(): Promise<void> {
    const before = this.changes;
    this.loading ??= this.tell(async () => {
      const [report, link] = await Promise.all([
        this.session.call<Report>('GET', this.path),
        this.session.call<ReportLink>('GET', `${this.path}/link`),
      ]);
      this.report = report;
      if (before === this.changes) this.link = link;
    }).finally(() => (this.loading = null));
    return this.loading;
  }

  /** Makes the link, or changes what it shows; that stands at once, and again as it was when it fails. */
  share(chosen: Chosen): Promise<void> {
    return this.change(() => this.session.call<ReportLink>('POST', `${this.path}/link`, chosen), chosen);
  }

  /** From then on it shows nothing. */
  revoke(): Promise<void> {
    return this.change(async () => {
      await this.session.call('DELETE', `${this.path}/link`);
      return { url: null };
    });
  }

  private change(work: () => Promise<ReportLink>, chosen?: Chosen): Promise<void> {
    this.changes++;
    this.busy = true;
    if (chosen && this.link?.url) this.link = { ...this.link, ...chosen };
    const step = async () => {
      let made: ReportLink | null = null;
      await this.tell(async () => void (made = await work()));
      this.changes++;
      // What follows knows better what was wanted last.
      if (this.changing !== mine) return;
      this.busy = false;
      if (made) this.link = made;
      else await this.reload();
    };
    const mine = this.changing.then(step, step);
    this.changing = mine;
    return mine;
  }

  /** As the server has it; `problem` stays. */
  private async reload(): Promise<void> {
    const { problem } = this;
    await this.loading;
    await this.load();
    this.problem ||= problem;
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.problem = '';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = error.message || 'The server cannot be reached. It is tried again.';
    }
  }
}
