import { ApiError } from '../../protocol/api.ts';
import type { EventDetails } from '../../protocol/messages.gen.ts';
import type { Session } from '../session.svelte.ts';

/** An event as the list shows it (HTTP.md). */
export interface Summary {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  code: string;
  polls: number;
  joined: number;
  /** What this account is there. */
  role: 'organiser' | 'moderator' | 'presenter';
}

const UNREAD = 'The events cannot be read.';
/** A full conference with all its ballots and 10,000 questions is a tenth of that. Bytes. */
const LARGEST_FILE = 200 * 1024 * 1024;
/** Answers, which are not imported: they make a file larger than the server takes. */
const ANSWERS = ['results', 'questions', 'reactions'];

/** The list of events and what can be done with it. */
export class Events {
  /** Null before it was read. */
  list = $state.raw<Summary[] | null>(null);
  problem = $state.raw<{ title: string; text: string } | null>(null);
  /** The last thing that was done, for screen readers. */
  said = $state('');

  constructor(private readonly session: Pick<Session, 'call'>) {}

  async load(): Promise<void> {
    const list = await this.tell(this.session.call<Summary[]>('GET', '/api/v1/events'), UNREAD);
    if (!list) return;
    this.list = list;
    // Only its own: what was said of an import that failed meanwhile must stay to be read.
    if (this.problem?.title === UNREAD) this.problem = null;
  }

  /** The id of the new event. Rejects with ApiError: the form shows it. */
  async create(details: EventDetails): Promise<string> {
    return (await this.session.call<{ id: string }>('POST', '/api/v1/events', details)).id;
  }

  async duplicate(event: Summary): Promise<void> {
    const made = await this.tell(this.session.call<{ id: string }>('POST', `/api/v1/events/${event.id}/duplicate`));
    if (!made) return;
    await this.load();
    this.said = `“${event.name}” duplicated.`;
  }

  async remove(event: Summary): Promise<void> {
    const gone = await this.tell(this.session.call('DELETE', `/api/v1/events/${event.id}`).then(() => true));
    if (!gone) return;
    this.list = this.list?.filter((other) => other.id !== event.id) ?? null;
    this.said = `“${event.name}” deleted.`;
  }

  /** Makes a new event of an event file; its id, or null when it could not be read. */
  async import(file: Pick<File, 'name' | 'size' | 'text'>): Promise<string | null> {
    const title = `“${file.name}” was not imported.`;
    const refuse = (text: string) => ((this.problem = { title, text }), null);
    if (file.size > LARGEST_FILE) return refuse('It is larger than 200 MB, so it is not an event file of Plenary.');
    let content: unknown;
    try {
      content = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
    } catch {
      return refuse('It is not JSON. Choose the file that “Export · Event file” saved.');
    }
    if ((content as { format?: unknown } | null)?.format !== 'plenary-event') {
      return refuse('It is JSON, but not an event file. Choose the file that “Export · Event file” saved.');
    }
    const event = Object.fromEntries(Object.entries(content as object).filter(([name]) => !ANSWERS.includes(name)));
    const made = await this.tell(this.session.call<{ id: string }>('POST', '/api/v1/events/import', event), title);
    return made?.id ?? null;
  }

  /** Awaits it; says it when it fails, and answers null then. */
  async tell<T>(work: Promise<T>, title = 'That did not work.'): Promise<T | null> {
    if (title !== UNREAD) this.problem = null;
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = { title, text: error.message };
      return null;
    }
  }
}
