import type { AttendeeQuestions } from '../../../protocol/messages.gen.ts';
import { Book } from './book.svelte.ts';
import type { Place } from '../../../attendee/kinds.ts';
import LiveNow from './LiveNow.svelte';
import QuestionsTab from './QuestionsTab.svelte';

/** The Questions tab, and what is being answered: loaded when somebody is about to need it. */
export interface Chunk {
  Page: typeof QuestionsTab;
  Live: typeof LiveNow;
  book: Book;
}

export const open = (options: Place, qa: () => AttendeeQuestions | null): Chunk => ({
  Page: QuestionsTab,
  Live: LiveNow,
  book: new Book(options, qa),
});
