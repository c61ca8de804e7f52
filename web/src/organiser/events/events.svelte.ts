import { ApiError } from '../../protocol/api.ts';
import type { EventDetails } from '../../protocol/messages.gen.ts';
import type { Session } from '../session.svelte.ts';
import { equalZone, serverZones } from '../zones.ts';
import { today as dayHere } from './dates.ts';
import type { Named } from './details.ts';
import { bringsBack, holdsAnswers, staysBehind } from './eventFile.ts';
import { Listing, type Page } from './listing.svelte.ts';
import type { Summary } from './summary.ts';
import { counted, fileOf, type Template } from './templates.ts';

/** An event file as it was read, to be imported or not. */
export interface Reading {
  title: string;
  /** What is sent. */
  file: object;
  /** What comes back, and what does not. */
  words: string[];
}

const UNREAD = 'The events cannot be read.';
export const NOTHING_FOUND = 'No event, room or code has this in it.';
/** A full conference with all its ballots and 10,000 questions is a tenth of that. Bytes. */
const LARGEST_FILE = 200 * 1024 * 1024;
/** A file goes up at the speed of the network here. */
const UPLOAD_WITHIN_MS = 120_000;

/** Upcoming events are told apart by their first day, so a handful of pages is read at once. */
const PAGES_AHEAD = 5;

/** The lists of events and what can be done with them. */
export class Events {
  readonly upcoming = new Listing(
    (query) => this.read(query),
    () => ({ when: 'upcoming', day: this.today() }),
    PAGES_AHEAD,
  );
  readonly past = new Listing(
    (query) => this.read(query),
    () => ({ when: 'past', day: this.today() }),
  );
  readonly archived = new Listing(
    (query) => this.read(query),
    () => ({ when: 'archived' }),
  );
  /** Of all events, those in which `search` is found. */
  readonly found = new Listing(
    (query) => this.read(query),
    () => ({ search: this.search.trim() }),
  );
  /** What is looked for in names, rooms and codes. */
  search = $state('');
  problem = $state.raw<{ title: string; text: string } | null>(null);
  /** The last thing that was done, for screen readers. */
  said = $state('');

  constructor(
    private readonly session: Pick<Session, 'call'>,
    private readonly zones = serverZones,
    private readonly today: () => string = dayHere,
  ) {}

  get unread(): boolean {
    return this.problem?.title === UNREAD;
  }

  /** Reads what comes and what is past. */
  async load(): Promise<void> {
    await Promise.all([this.upcoming.load(), this.past.load()]);
  }

  async find(words: string): Promise<void> {
    this.search = words;
    if (words.trim() === '') return this.found.forget();
    await this.found.load();
    const many = this.found.events?.length ?? 0;
    if (this.found.events) this.said = many === 0 ? NOTHING_FOUND : `${counted(many, 'event')} found.`;
  }

  async showMore(list: Listing): Promise<void> {
    await list.showMore();
    const many = list.events?.length ?? 0;
    this.said = list.more ? `${many} events are shown.` : `All ${many} events are shown.`;
  }

  private async read(query: Record<string, string>): Promise<Page | null> {
    const asked = new URLSearchParams(query).toString();
    const page = await this.tell(this.session.call<Page>('GET', `/api/v1/events?${asked}`), UNREAD);
    // Only its own: what was said of an import that failed meanwhile must stay to be read.
    if (page && this.unread) this.problem = null;
    return page;
  }

  /** The id of the new event. Rejects with ApiError: the form shows it. */
  async create(details: EventDetails): Promise<string> {
    return (await this.session.call<{ id: string }>('POST', '/api/v1/events', details)).id;
  }

  /** The id of an event made of a template. Rejects with ApiError: the form shows it. */
  async begin(template: Template, details: EventDetails): Promise<string> {
    const made = await this.session.call<{ id: string }>('POST', '/api/v1/events/import', fileOf(template, details));
    return made.id;
  }

  /** The id of the copy. Rejects with ApiError: the form shows it. */
  async duplicate(event: Summary, named: Named): Promise<string> {
    return (await this.session.call<{ id: string }>('POST', `/api/v1/events/${event.id}/duplicate`, named)).id;
  }

  /** Puts an event away, or takes it out of the archive. */
  async archive(event: Summary, archived: boolean): Promise<void> {
    const path = `/api/v1/events/${event.id}/archive`;
    const done = await this.tell(this.session.call('POST', path, { archived }).then(() => true));
    if (!done) return;
    this.said = archived ? `“${event.name}” is in the archive.` : `“${event.name}” is out of the archive.`;
    this.found.replace(event.id, { ...event, archived });
    for (const list of this.lists) list.replace(event.id, null);
    await (archived ? this.archived.events && this.archived.load() : this.load());
  }

  async remove(event: Summary): Promise<void> {
    const gone = await this.tell(this.session.call('DELETE', `/api/v1/events/${event.id}`).then(() => true));
    if (!gone) return;
    for (const list of [...this.lists, this.found]) list.replace(event.id, null);
    this.said = `“${event.name}” deleted.`;
  }

  private get lists(): Listing[] {
    return [this.upcoming, this.past, this.archived];
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
