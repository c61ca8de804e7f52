import { AskBook } from '../../../posts/asks.ts';
import { CommandError, Commands } from '../../../protocol/commands.ts';
import type { AttendeeQuestions, OwnQuestions, QuestionItem, ServerMessage } from '../../../protocol/messages.gen.ts';
import { UpvoteBook } from '../../../posts/upvotes.ts';
import { figure } from '../../../ui/figure.ts';
import { shownUp, tapped, type Tap } from './count.ts';
import { Draft } from './compose.ts';
import type { Place } from '../../../attendee/kinds.ts';
import { Feed } from './feed.svelte.ts';
import { kept, listed, type Own } from './own.ts';

/**
 * Frames of numbers come within a second where little happens, and where much does the number moves by itself.
 * Milliseconds.
 */
const COUNTED_MS = 3_000;
/** How long a press that did not work is talked about, milliseconds. */
const PROBLEM_MS = 12_000;

/** All of the Questions tab that outlives its being shown; reactive. */
export class Book {
  readonly feed: Feed;
  readonly draft: Draft;
  /** Nobody can ask from here. */
  readonly preview: boolean;
  /**
   * Something the reader should know that has no place of its own: a refused upvote, a withdrawal that did not work.
   */
  problem = $state('');
  /** How one's own questions changed last, for screen readers. */
  told = $state('');
  /** The question sent off last in this visit, to say how it stands where the thumb is. */
  latest = $state<string | null>(null);
  own = $state.raw<OwnQuestions | null>(null);
  private version = $state(0);
  private live = $state(false);
  private readonly asks: AskBook;
  private readonly upvotes: UpvoteBook;
  private readonly commands: Commands;
  private readonly taps = new Map<number, Tap>();
  private titles = new Map<string, string>();
  private toldOf: string | null = null;

  constructor(
    private readonly options: Place,
    private readonly qa: () => AttendeeQuestions | null,
  ) {
    const onChange = () => {
      this.version++;
      this.note();
    };
    this.preview = options.preview ?? false;
    this.draft = new Draft(options.storage, options.event);
    this.commands = new Commands(options, options.clock);
    this.asks = new AskBook({
      ...options,
      newQuestionId: options.newId,
      onChange,
      onStays: this.say,
      takeBack: (activity, question) => this.commands.run({ type: 'withdrawQuestion', activity, question }),
    });
    this.upvotes = new UpvoteBook({ ...options, onChange }, (_n, _code, message) => this.say(message));
    this.feed = new Feed(options);
  }

  /** Own questions: those only this phone holds last, because they are the newest. */
  get mine(): Own[] {
    void this.version;
    const qa = this.qa();
    if (!qa) return [];
    const items = this.items(qa).filter(({ question }) => !this.asks.discarded(question));
    const names = new Set(items.map(({ question }) => question));
    const standing = { live: this.live, trouble: this.asks.trouble };
    return [
      ...items.map(listed),
      ...this.asks
        .slots(qa)
        .filter(({ ask }) => !names.has(ask.question))
        .map((slot) => kept(slot, standing)),
    ];
  }

  private items({ id, round }: AttendeeQuestions): OwnQuestions['items'] {
    return this.own?.activity === id && this.own.round === round ? this.own.items : [];
  }

  /** How many more this person may ask; null when not known. */
  get left(): number | null {
    const { own } = this;
    const qa = this.qa();
    return own && own.activity === qa?.id && own.round === qa.round ? own.left : null;
  }

  on(n: number): boolean {
    void this.version;
    const qa = this.qa();
    return qa !== null && this.upvotes.on(qa, n);
  }

  up({ n, up }: QuestionItem): number {
    void this.version;
    const qa = this.qa();
    return qa ? shownUp(up, this.upvotes.slot(qa, n), this.taps.get(n)) : up;
  }

  upvote({ n, up }: QuestionItem): void {
    const qa = this.qa();
    if (!qa) return;
    this.problem = '';
    this.taps.set(n, { ...tapped(up, this.upvotes.slot(qa, n), this.taps.get(n)) });
    this.upvotes.cast(qa, n, !this.upvotes.on(qa, n));
  }

  ask(text: string, name: string | null): void {
    const qa = this.qa();
    if (!qa) return;
    this.asks.ask(qa, text, name);
    this.latest = this.asks.slots(qa).at(-1)?.ask.question ?? null;
    this.note();
  }

  /** Said for a while: it is about one press, and not how things stand. */
  private readonly say = (message: string): void => {
    this.problem = message;
    this.options.clock.after(PROBLEM_MS, () => {
      if (this.problem === message) this.problem = '';
    });
  };

  /** Withdraws or discards it, by what is known of it now: it may have arrived while somebody made up their mind. */
  async remove({ id }: Own): Promise<void> {
    const qa = this.qa();
    if (!qa) return;
    if (!this.items(qa).some(({ question }) => question === id)) return this.asks.discard(id);
    this.problem = '';
    try {
      await this.commands.run({ type: 'withdrawQuestion', activity: qa.id, question: id });
    } catch (error) {
      this.say(error instanceof CommandError ? error.message : 'This did not work. Try again in a moment.');
    }
  }

  /** What is new on the list, in a sentence; empty when nothing is. */
  get news(): string {
    const fresh = this.feed.list?.fresh.size ?? 0;
    return fresh > 0 ? `${figure(fresh)} new ${fresh === 1 ? 'question' : 'questions'}.` : '';
  }

  connected(): void {
    this.live = true;
    this.asks.connected();
    this.upvotes.connected();
    this.feed.connected();
    this.commands.connected();
  }

  lost(): void {
    this.live = false;
    this.asks.lost();
    this.upvotes.lost();
    this.feed.lost();
    this.note();
  }

  storageChanged(key: string | null): void {
    this.asks.storageChanged(key);
    this.upvotes.storageChanged(key);
  }

  receive(message: ServerMessage): void {
    if (message.type === 'ownQuestions') {
      this.own = message;
      this.note();
    }
    this.feed.receive(message);
    if (!this.commands.receive(message) && !this.asks.receive(message)) this.upvotes.receive(message);
    if (message.type === 'upvoteCounted') this.count(message.n);
  }

  /**
   * A while after an answered tap the server's number holds it, also where another person's made it the number that
   * stood there before.
   */
  private count(n: number): void {
    const tap = this.taps.get(n);
    if (!tap || this.preview) return; // in a preview no number ever moves
    this.options.clock.after(COUNTED_MS, () => {
      if (this.taps.get(n) !== tap) return;
      this.taps.delete(n);
      this.version++;
    });
  }

  /** Notes how own questions stand, and what of it is new. */
  private note(): void {
    if (!this.feed) return; // still being made
    const before = this.titles;
    const mine = this.mine;
    this.titles = new Map(mine.map(({ id, title }) => [id, title]));
    const changed = mine
      .filter(
        ({ id, title, sentence }) => sentence !== '' && (before.get(id) ?? (id === this.latest ? '' : title)) !== title,
      )
      .at(-1);
    if (changed) {
      this.told = `Your question: ${changed.title} ${changed.sentence}`;
      this.toldOf = changed.id;
    } else if (this.toldOf !== null && !this.titles.has(this.toldOf)) {
      this.told = ''; // discarded before its turn came: nothing is said of it any more
      this.toldOf = null;
    }
  }
}
