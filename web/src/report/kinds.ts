import type { Component } from 'svelte';
import { byKind } from '../kinds/registry.ts';
import type { Entry, Report, Sentence } from './report.ts';

/** A number on the first page, and what it is. */
export interface KeyNumber {
  figure: string;
  words: string;
}

/** How a kind stands in a report. `any`: an entry has the shape that its kind wrote. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Reporting<E = any> {
  kind: string;
  /** Whether there is anything to read: what was never asked is left out. */
  told(entry: E): boolean;
  /** What was asked, or what it is called. */
  title(entry: E): string;
  /** How many people or things its list entry counts; null: none. */
  count(entry: E): number | null;
  /** Of how many, beside its heading. */
  base(entry: E): string;
  /** What came out, in one sentence for people who read nothing else; null when there is nothing to say. */
  finding(entry: E): Sentence | null;
  /** The rest: a chart with its numbers, or texts. */
  Body: Component<{ entry: E }>;
  /** How its numbers came about, beyond what is true of all. */
  method?(entry: E): string;
  /** Of all entries of the kind together. */
  keyNumbers?(entries: E[]): KeyNumber[];
}

const kinds = byKind(import.meta.glob<Reporting>('../kinds/*/report/index.ts', { eager: true, import: 'default' }));

/** Undefined for what has no place in a report, or is newer than this page. */
export const reportingOf = ({ kind }: { kind: string }): Reporting | undefined => kinds[kind];

/** An activity as the report shows it. */
export interface Part {
  /** Of its section, within the page. */
  anchor: string;
  entry: Entry;
  reporting: Reporting;
}

/** What there is to read, in order. */
export const partsOf = ({ activities }: Pick<Report, 'activities'>): Part[] =>
  activities.flatMap((entry, at) => {
    const reporting = reportingOf(entry);
    return reporting?.told(entry) ? [{ anchor: `part-${at + 1}`, entry, reporting }] : [];
  });
