package io.plenary.export;

import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Every number of an event, one per row, each with what it is a part of. */
final class SummarySheet {
  private static final double TEXT = 50;

  private SummarySheet() {}

  static void write(Workbook book, EventResults event) {
    Sheet sheet =
        new Sheet(
                book,
                "Summary",
                "room",
                "activity",
                "kind",
                "option",
                "count",
                "percent",
                "base",
                "base_of")
            .width(1, TEXT)
            .width(3, TEXT);
    event.polls().forEach(poll -> poll(sheet, poll));
    event.of(QuestionResults.class).forEach(questions -> questions(sheet, questions));
    event.of(ReactionResults.class).forEach(reactions -> reactions(sheet, reactions));
  }

  private static void poll(Sheet sheet, PollResults poll) {
    Turnout t = poll.turnout();
    for (PollResults.OptionResult o : poll.options()) {
      part(
          sheet,
          poll.room(),
          poll.question(),
          poll.kind(),
          o.text(),
          poll.shown(o.count()),
          t.voted(),
          "voted");
    }
    part(
        sheet,
        poll.room(),
        poll.question(),
        "turnout",
        "voted",
        t.voted(),
        t.connected(),
        "connected");
    part(
        sheet,
        poll.room(),
        poll.question(),
        "turnout",
        "abstained",
        t.abstained(),
        t.connected(),
        "connected");
    part(
        sheet,
        poll.room(),
        poll.question(),
        "turnout",
        "not_shown",
        t.notShown(),
        t.connected(),
        "connected");
    part(
        sheet,
        poll.room(),
        poll.question(),
        "turnout",
        "not_voted",
        t.notVoted(),
        t.connected(),
        "connected");
    sheet.row(poll.room(), poll.question(), "turnout", "rejected", t.rejected());
  }

  private static void questions(Sheet sheet, QuestionResults questions) {
    long received = questions.items().size();
    for (String state : QuestionResults.STATES) {
      part(
          sheet,
          questions.room(),
          "Questions",
          "qa",
          state,
          questions.in(state),
          received,
          "received");
    }
    part(
        sheet,
        questions.room(),
        "Questions",
        "qa",
        "approved",
        questions.approved(),
        received,
        "received");
  }

  /** Taps have no base: nobody knows how many people they are of. */
  private static void reactions(Sheet sheet, ReactionResults r) {
    r.byName().forEach((name, taps) -> sheet.row(r.room(), "Reactions", "reactions", name, taps));
  }

  private static void part(
      Sheet sheet,
      String room,
      String activity,
      String kind,
      String option,
      @Nullable Long count,
      long base,
      String of) {
    sheet.row(
        room,
        activity,
        kind,
        option,
        count,
        count == null ? null : Percent.of(count, base),
        base,
        of);
  }
}
