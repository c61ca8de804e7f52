import { ApiError } from '../../protocol/api.ts';
import type { EventDetails } from '../../protocol/messages.gen.ts';
import type { Session } from '../session.svelte.ts';
import { equalZone, serverZones } from '../zones.ts';
import { bringsBack, holdsAnswers, staysBehind } from './eventFile.ts';

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
  /** Why it cannot be read; what the server could not make out of it is empty then. */
  unreadable: string | null;
  /** What this account is there. */
  role: 'organiser' | 'moderator' | 'presenter';
}

/** As the server sends it: what it could not read is missing. */
type Sent = Pick<Summary, 'id' | 'role' | 'joined'> & Partial<Summary>;
interface Page {
  events: Sent[];
  next: string | null;
  total: number | null;
}

/** An event file as it was read, to be imported or not. */
export interface Reading {
  title: string;
  /** What is sent. */
  file: object;
  /** What comes back, and what does not. */
  words: string[];
}

const UNREAD = 'The events cannot be read.';
/** A full conference with all its ballots and 10,000 questions is a tenth of that. Bytes. */
const LARGEST_FILE = 200 * 1024 * 1024;
/** A file goes up at the speed of the network here. */
const UPLOAD_WITHIN_MS = 120_000;

/** The list of events and what can be done with it. */
export class Events {
  /** The pages read so far; null before the first. */
  list = $state.raw<Summary[] | null>(null);
  /** How many there are in all; null while names are looked for. */
  total = $state.raw<number | null>(null);
  /** Whether there are more than are shown. */
  more = $state(false);
  loading = $state(false);
  /** What names are looked for. */
  search = $state('');
  private next: string | null = null;
  private reading = 0;
  problem = $state.raw<{ title: string; text: string } | null>(null);
  /** The last thing that was done, for screen readers. */
  said = $state('');

  constructor(
    private readonly session: Pick<Session, 'call'>,
    private readonly zones = serverZones,
  ) {}

  get unread(): boolean {
    return this.problem?.title === UNREAD;
  }

  /** Reads the first page. */
  async load(): Promise<void> {
    await this.read(null);
  }

  /** Reads the next page. */
  async showMore(): Promise<void> {
    if (this.loading || !this.more) return;
    await this.read(this.next);
    this.said = this.more ? `${this.list?.length} events are shown.` : `All ${this.list?.length} events are shown.`;
  }

  async find(words: string): Promise<void> {
    this.search = words;
    await this.read(null);
    if (this.list) {
      this.said =
        this.list.length === 0 && !this.more
          ? 'No event has this in its name.'
          : `${this.list.length} events are shown.`;
    }
  }

  /** A later reading wins. Few names among many may be far apart, so pages without an event are read past. */
  private async read(after: string | null): Promise<void> {
    const mine = ++this.reading;
    this.loading = true;
    let found = after === null ? [] : (this.list ?? []);
    const before = found.length;
    let page: Page | null;
    do {
      page = await this.tell(this.session.call<Page>('GET', path(after, this.search)), UNREAD);
      if (mine !== this.reading) return;
      if (!page) break;
      const known = new Set(found.map((event) => event.id));
      found = [...found, ...page.events.filter((event) => !known.has(event.id)).map(summary)];
      after = page.next;
    } while (page.next !== null && found.length === before);
    this.loading = false;
    if (!page) return;
    this.list = found;
    this.total = page.total;
    this.next = page.next;
    this.more = page.next !== null;
    // Only its own: what was said of an import that failed meanwhile must stay to be read.
    if (this.unread) this.problem = null;
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
    if (this.total !== null) this.total--;
    this.said = `“${event.name}” deleted.`;
  }

  /** Reads an event file and says what an import brings back; null when it is none, and `problem` says why. */
  async readFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<Reading | null> {
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
    this.problem = null;
    // Answers are not imported, and make a file larger than the server takes.
    const { results, ...event } = content as Record<string, unknown>;
    const zone = await this.otherZone(event.event);
    const words = [bringsBack(event), staysBehind(holdsAnswers(results))];
    if (!zone) return { title, file: event, words };
    const { from, to } = zone;
    return {
      title,
      file: { ...event, event: { ...(event.event as object), timeZone: to } },
      words: [
        ...words,
        `This server does not know the file’s time zone ${from}. ` +
          `${to} has the same time on these days and takes its place.`,
      ],
    };
  }

  /** The id of the new event; null when it could not be made. */
  async import({ title, file }: Reading): Promise<string | null> {
    return (
      (
        await this.tell(
          this.session.call<{ id: string }>('POST', '/api/v1/events/import', file, UPLOAD_WITHIN_MS),
          title,
        )
      )?.id ?? null
    );
  }

  /** For an event whose zone the server does not know, one that has the same time. */
  private async otherZone(details: unknown): Promise<{ from: string; to: string } | null> {
    const { timeZone, startsOn, endsOn } = (details ?? {}) as Partial<EventDetails>;
    if (typeof timeZone !== 'string') return null;
    const taken = await this.zones();
    const to = !taken || taken.includes(timeZone) ? null : equalZone(timeZone, String(startsOn), String(endsOn), taken);
    return to === null ? null : { from: timeZone, to };
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

function path(after: string | null, search: string): string {
  const query = new URLSearchParams();
  if (after !== null) query.set('after', after);
  if (search.trim() !== '') query.set('search', search.trim());
  const asked = query.toString();
  return asked === '' ? '/api/v1/events' : `/api/v1/events?${asked}`;
}

const summary = (sent: Sent): Summary => ({
  name: 'An event that cannot be read',
  startsOn: '',
  endsOn: '',
  timeZone: '',
  code: '',
  polls: 0,
  unreadable: null,
  ...sent,
});
