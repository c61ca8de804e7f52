import type { AnswerTo, Command } from '../../../protocol/commands.ts';
import type { Id, QueueItem, QueuePage, QuestionState } from '../../../protocol/messages.gen.ts';
import type { Tab, View } from './lists.ts';

type Run = <C extends Command>(command: C) => Promise<AnswerTo<C>>;
type Page = Pick<QueuePage, 'items' | 'after' | 'total'>;

/** States shown in a tab, in this order. */
const states = (tab: Tab): QuestionState[] => (tab === 'published' ? ['live', 'published'] : [tab]);

/** What moved between two pages is in both: as the later one has it. */
const once = (items: readonly QueueItem[]): QueueItem[] => [...new Map(items.map((item) => [item.id, item])).values()];

/** Asks for parts of a queue. All reject with CommandError. */
export class Pages {
  constructor(
    private readonly run: Run,
    private readonly activity: Id,
  ) {}

  /** The first pages of a view: one, and more until there are `least` questions or all. */
  async first(view: View, least: number): Promise<Page> {
    const pages = await Promise.all(states(view.tab).map((state) => this.get(state, view, null)));
    const [live, total] = [pages.length > 1 ? pages[0]!.total : 0, pages.reduce((sum, page) => sum + page.total, 0)];
    let page: Page = { items: once(pages.flatMap(({ items }) => items)), after: pages.at(-1)!.after, total };
    while (page.after !== null && page.items.length < least) {
      const next = await this.next(view, page.after, live);
      page = { ...next, items: once([...page.items, ...next.items]) };
    }
    return page;
  }

  /** The next page; its total counts the whole view. */
  async next(view: View, after: Id, live: number): Promise<Page> {
    const page = await this.get(states(view.tab).at(-1)!, view, after);
    return { ...page, total: page.total + live };
  }

  /** Everything in a state, `most` pages of it at most. */
  async all(state: QuestionState, most: number): Promise<QueueItem[]> {
    const items: QueueItem[] = [];
    for (let after: Id | null = null, left = most; left > 0; left--) {
      const page: Page = await this.get(state, { label: null, search: '' }, after);
      items.push(...page.items);
      after = page.after;
      if (after === null) break;
    }
    return items;
  }

  private get(
    state: QuestionState,
    { label, search }: Pick<View, 'label' | 'search'>,
    after: Id | null,
  ): Promise<QueuePage> {
    return this.run({
      type: 'getQueue',
      activity: this.activity,
      state,
      label,
      search: search.normalize().trim() || null,
      after,
    });
  }
}
