import type { Component } from 'svelte';
import type { AttendeeQuestions } from '../../../protocol/messages.gen.ts';
import { Book } from './book.svelte.ts';
import type { DoorOptions } from './door.svelte.ts';
import Questions from './Questions.svelte';

/** The Questions tab: loaded when somebody is about to need it. */
export interface Chunk {
  Screen: Component<{ qa: AttendeeQuestions; book: Book; live: boolean }>;
  book: Book;
}

export const open = (options: DoorOptions, qa: () => AttendeeQuestions | null): Chunk => ({
  Screen: Questions,
  book: new Book(options, qa),
});
