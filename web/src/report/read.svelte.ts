import { ApiError, type Request } from '../protocol/api.ts';
import type { Report } from './report.ts';

/** What stands behind the link of this page. It is read once and kept nowhere: a revoked link shows nothing again. */
export class Shared {
  report = $state.raw<Report | null>(null);
  /** Why there is no report. */
  problem = $state('');
  /** Whether trying again may help. */
  passing = $state(false);
  reading = $state(false);

  constructor(
    private readonly request: Request,
    private readonly code: string,
  ) {}

  async read(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      this.report = await this.request<Report>('GET', `/api/v1/reports/${encodeURIComponent(this.code)}`);
      this.problem = '';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.report = null;
      this.passing = error.status !== 404;
      this.problem = error.message || 'The server cannot be reached. Look at your connection, then try again.';
    } finally {
      this.reading = false;
    }
  }
}

/** The code of `/r/CODE`. */
export const codeOf = (path: string): string => /^\/r\/([^/]+)/.exec(path)?.[1] ?? '';
