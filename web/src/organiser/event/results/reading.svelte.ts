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

  constructor(
    private readonly session: Pick<Session, 'call'>,
    event: string,
  ) {
    this.path = `/api/v1/events/${event}/report`;
  }

  /** Reads both anew; one at a time. */
  load(): Promise<void> {
    this.loading ??= this.tell(async () => {
      const [report, link] = await Promise.all([
        this.session.call<Report>('GET', this.path),
        this.session.call<ReportLink>('GET', `${this.path}/link`),
      ]);
      [this.report, this.link] = [report, link];
    }).finally(() => (this.loading = null));
    return this.loading;
  }

  /** Makes the link, or changes what it shows. */
  share(chosen: Chosen): Promise<void> {
    return this.change(async () => {
      this.link = await this.session.call<ReportLink>('POST', `${this.path}/link`, chosen);
    });
  }

  /** From then on it shows nothing. */
  revoke(): Promise<void> {
    return this.change(async () => {
      await this.session.call('DELETE', `${this.path}/link`);
      this.link = { url: null };
    });
  }

  private async change(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await this.tell(work);
    this.busy = false;
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
