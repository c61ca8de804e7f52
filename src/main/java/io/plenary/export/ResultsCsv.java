package io.plenary.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Results as CSV, one row per poll and option: see HTTP.md, "Results". */
public final class ResultsCsv {
  private ResultsCsv() {}

  public static byte[] write(EventResults event) {
    Csv csv =
        new Csv(
            "event",
            "room",
            "poll",
            "question",
            "kind",
            "state",
            "option",
            "count",
            "percent",
            "base",
            "connected",
            "voted",
            "abstained",
            "not_shown",
            "not_voted",
            "rejected");
    for (PollResults poll : event.polls()) {
      for (PollResults.OptionResult o : poll.options()) {
        row(csv, event, poll, o.text(), o.count(), Percent.of(o.count(), poll.turnout().voted()));
      }
      if (poll.abstainLabel() != null) {
        row(csv, event, poll, poll.abstainLabel(), poll.turnout().abstained(), null);
      }
    }
    event.of(ReactionResults.class).forEach(reactions -> reactions(csv, event, reactions));
    return csv.bytes();
  }

  /** Taps, not people: of no base. */
  private static void reactions(Csv csv, EventResults event, ReactionResults reactions) {
    reactions
        .byName()
        .forEach(
            (name, taps) ->
                csv.row(
                    event.name(),
                    reactions.room(),
                    reactions.id(),
                    "Reactions",
                    ReactionResults.MEMBER,
                    null,
                    name,
                    taps,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
  }

  private static void row(
      Csv csv,
      EventResults event,
      PollResults poll,
      String option,
      long count,
      @Nullable BigDecimal percent) {
    Turnout t = poll.turnout();
    csv.row(
        event.name(),
        poll.room(),
        poll.id(),
        poll.question(),
        poll.kind(),
        poll.state().wire(),
        option,
        poll.shown(count),
        percent,
        t.voted(),
        t.connected(),
        t.voted(),
        t.abstained(),
        t.notShown(),
        t.notVoted(),
        t.rejected());
  }
}
