import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { OrganiserPoll, OrganiserRanking, PollDraft } from '../../src/protocol/messages.gen.ts';
import { figure } from '../../src/ui/figure.ts';
import { percentText } from '../../src/voting/percent.ts';
import { roundtable } from './askers.ts';
import type { Desk } from './desk.ts';
import { PATIENCE_MS } from './patience.ts';
import { organiser, shared } from './people.ts';
import { Crowd, Questions } from './questions.ts';
import { recount, recountRanking } from './recount.ts';
import { numbers, Swarm } from './swarm.ts';
import { sheets, workbook } from './xlsx.ts';

export const PEOPLE = 1_000;
const ASKERS = 40;
const TEXTS = roundtable(40).map((text) => text.trim());
/** What becomes of questions, by their place in the list; all others are published. */
const WAITING = [38, 39];
const DECLINED = [5, 6];
const MERGED = [1, 9];
const ANSWERS: Record<number, string | null> = { 0: 'It changes with the next vacancy.', 2: 'Ydym.', 8: null };
/** By whom the question was signed that was answered aloud. */
export const SIGNED = 'Somebody who signed';
const NOTE = 'Only moderators read why';
const draft = (question: string): PollDraft => ({
  question,
  options: [{ text: 'Yes' }, { text: 'No' }],
  maxChoices: 1,
  abstain: null,
  results: 'hidden',
});
const DRAFT = draft('A draft that nobody may see yet');

/** What no link may show, whatever is ticked. */
export const HIDDEN = [
  DRAFT.question,
  NOTE,
  ...[...WAITING, ...DECLINED, ...MERGED].map((index) => TEXTS[index]!),
] as const;

type Ballot = OrganiserPoll | OrganiserRanking;
/** Kinds of the example that are played; what is of another is taken out first. */
const PLAYED = ['poll', 'ranking'] as const;
/** Rounded half up. */
const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** The example event as a thousand people leave it, and what they were told, counted anew. */
export class Handover {
  readonly texts = TEXTS;
  private readonly numberOf = new Map<number, number>();

  private constructor(
    readonly desk: Desk,
    readonly queue: Questions,
    readonly swarm: Swarm,
    private readonly askers: Crowd,
    /** What was opened and locked, in run order. */
    readonly ballots: readonly Ballot[],
  ) {}

  /** Everybody joined, asked, voted and upvoted; all that was opened is locked. */
  static async held(): Promise<Handover> {
    const desk = await organiser().example();
    for (const activity of desk.state.runOrder.filter(({ kind }) => !PLAYED.some((played) => played === kind))) {
      await desk.run({ type: 'deleteActivity', activity: activity.id, rev: activity.rev });
    }
    const ballots = desk.state.runOrder.length;
    await desk.make('poll', DRAFT);
    await desk.make('poll', draft('What is still open?'));
    const queue = await Questions.on(desk, { maxLength: 1_000 });
    const [askers, swarm] = await Promise.all([
      Crowd.join(queue, shared().base, ASKERS),
      Swarm.join(shared().base, desk.code, PEOPLE - ASKERS, 500, PLAYED),
    ]);
    const hall = new Handover(desk, queue, swarm, askers, desk.state.runOrder.slice(0, ballots) as Ballot[]);
    await hall.asked();
    for (const [index, ballot] of hall.ballots.entries()) {
      await desk.open(index);
      await vi.waitUntil(() => swarm.settled(index + 1), { timeout: PATIENCE_MS, interval: 50 });
      expect(swarm.journal.get(ballot.id)!.size).toBeGreaterThan(PEOPLE / 2);
      await desk.lock(index);
    }
    return hall;
  }

  /** Where that stands which is still open when the link is read. */
  get open(): number {
    return this.ballots.length + 1;
  }

  private async asked(): Promise<void> {
    const { queue } = this;
    await this.askers.ask(TEXTS, (index) => (index === 8 ? SIGNED : null));
    for (const [index, text] of TEXTS.entries()) {
      if (WAITING.includes(index)) continue;
      if (DECLINED.includes(index)) await queue.moderate(text, { kind: 'decline', reason: 'offTopic', note: NOTE });
      else {
        await queue.approve(text);
        this.numberOf.set(index, this.numberOf.size + 1);
      }
    }
    await this.swarm.upvote(queue.qa, (person) => {
      const random = numbers(person);
      return [...new Set([0, 1].map(() => 1 + Math.floor(random() ** 2 * this.numberOf.size)))];
    });
    for (const index of MERGED) await queue.merge(TEXTS[index]!, TEXTS[0]!);
    for (const [index, answer] of Object.entries(ANSWERS)) {
      if (answer === null) await queue.answered(this.numberOf.get(Number(index))!);
      else await queue.moderate(TEXTS[Number(index)]!, { kind: 'answer', text: answer });
    }
  }

  /** People who upvoted a question, or one that was merged with it. */
  private upvotes(index: number): number {
    const all = index === 0 ? [0, ...MERGED] : [index];
    return new Set(all.flatMap((each) => [...(this.swarm.upvoted.get(this.numberOf.get(each)!) ?? [])])).size;
  }

  /** Questions that the room sees, most upvoted first. */
  private get seen(): { index: number; upvotes: number }[] {
    return [...this.numberOf.keys()]
      .filter((index) => !MERGED.includes(index))
      .map((index) => ({ index, upvotes: this.upvotes(index) }))
      .sort((a, b) => b.upvotes - a.upvotes || a.index - b.index);
  }

  /** What a report tells of them: the ten with the most upvotes, and what was answered. */
  questions(names: boolean): string[][] {
    return this.seen
      .filter(({ index }, at) => at < 10 || index in ANSWERS)
      .map(({ index, upvotes }) => [
        figure(upvotes),
        TEXTS[index]!,
        names && index === 8 ? SIGNED : '',
        index in ANSWERS ? (ANSWERS[index] ? `Reply: ${ANSWERS[index]}` : 'Answered aloud') : '',
      ]);
  }

  /** Bars of a report as they are read, from above. */
  rows(index: number): string[][] {
    const ballot = this.ballots[index]!;
    const { lines, voted, measure } = this.counted(ballot);
    const sorted = [...lines].sort((a, b) => b.first - a.first);
    if (measure === 'votes') {
      return sorted.map(({ text, first }) => [text, percentText(first, voted), figure(first)]);
    }
    const means = (digits: number) => sorted.map(({ first }) => rounded(first / voted, digits).toFixed(digits));
    const alike = new Set(means(1)).size < new Set(sorted.map(({ first }) => first)).size;
    return sorted.map(({ text, second }, at) => [text, means(alike ? 2 : 1)[at]!, percentText(second!, voted)]);
  }

  /** Of how many, as it stands beside the heading. */
  base(index: number): string {
    const ballot = this.ballots[index]!;
    const { voted, abstained } = this.counted(ballot);
    const all = `${figure(voted + abstained)} of ${figure(PEOPLE)}`;
    const verb = ballot.kind === 'ranking' ? `ranked their top ${ballot.places}` : 'voted';
    return abstained > 0 ? `${all} answered, ${figure(voted)} ${verb}` : `${all} ${verb}`;
  }

  private counted(ballot: Ballot) {
    const { journal } = this.swarm;
    if (ballot.kind === 'ranking') {
      const { doublePoints, firsts, voted } = recountRanking(ballot, journal);
      const lines = ballot.options.map(({ text }, at) => ({
        text,
        first: doublePoints[at]! / 2,
        second: firsts[at]!,
      }));
      return { lines, voted, abstained: 0, measure: 'score' as const };
    }
    const { counts, voted, abstained } = recount(ballot, journal);
    const lines = ballot.options.map(({ text }, at) => ({ text, first: counts[at]!, second: null }));
    return { lines, voted, abstained, measure: 'votes' as const };
  }

  /** Every number of the workbook is that of the recount. */
  agreesWith(file: Buffer): void {
    const book = workbook(file);
    const { names, rows } = sheets(file);
    const data = book('Data').map(({ activity, kind, option, measure, count }) => [
      activity,
      kind,
      option,
      measure,
      count,
    ]);
    const own = names.filter((name) => /^\d+ /.test(name));
    const summary = rows('Summary').map((row) => [...row.values()]);
    for (const [at, ballot] of this.ballots.entries()) {
      const { lines, voted, abstained, measure } = this.counted(ballot);
      const kind = ballot.kind === 'ranking' ? 'ranking' : ballot.maxChoices > 1 ? 'multiple' : 'single';
      const of = (named: string) =>
        data
          .filter(([question, of, , what]) => question === ballot.question && of === kind && what === named)
          .map(([, , option, , count]) => [option, Number(count)]);
      const value = ({ first }: { first: number }) => (measure === 'score' ? rounded(first / voted, 2) : first);
      expect(of(measure)).toEqual(lines.map((line) => [line.text, value(line)]));
      if (measure === 'score') expect(of('first_places')).toEqual(lines.map(({ text, second }) => [text, second]));

      const sheet = rows(own[at]!).map((row) => ['A', 'B', 'C', 'D'].map((column) => row.get(column)));
      for (const [line, { text, first }] of lines.entries()) {
        const found = sheet.find(([number, option]) => number === line + 1 && option === text)!;
        if (measure === 'votes') expect(found.slice(2)).toEqual([first, expect.closeTo(first / voted, 3)]);
        else expect(found[2]).toBe(rounded(first / voted, 2));
      }
      const people = Object.fromEntries(sheet.map(([, what, many]) => [what, many]));
      expect(people).toMatchObject({
        Voted: voted,
        Abstained: abstained,
        'Did not vote': PEOPLE - voted - abstained,
        'Connected while it was open': PEOPLE,
      });
      const line = summary.find(([number, , question]) => String(number) === String(at + 1) && question)!;
      expect(line.slice(2, 3).concat(line.slice(6, 9))).toEqual([
        ballot.question,
        voted,
        PEOPLE,
        expect.closeTo((voted + abstained) / PEOPLE, 3),
      ]);
    }
    expect(own).toHaveLength(this.ballots.length);
    expect(summary.find((line) => line.includes(DRAFT.question))!.at(-1)).toBe('Not opened');
    const upvotes = book('Q&A').map(({ question, upvotes: many }) => [question, many]);
    for (const { index, upvotes: many } of this.seen) expect(upvotes).toContainEqual([TEXTS[index], many]);
    expect(upvotes).toHaveLength(TEXTS.length);
  }

  /** For whoever wants to look at them: in the folder that HANDOVER_FOLDER names. */
  keep(name: string, file: Buffer): void {
    const folder = process.env['HANDOVER_FOLDER'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), file);
  }
}
