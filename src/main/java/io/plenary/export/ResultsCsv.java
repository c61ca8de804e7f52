package io.plenary.export;

import java.math.BigDecimal;

/** Results as CSV, one row per poll and option: see HTTP.md, "Results". */
public final class ResultsCsv {
  private ResultsCsv() {}

  public static byte[] write(EventResults event) {
    Csv csv = new Csv("event", "room", "poll", "question", "kind", "state", "option", "count", "percent", "base", "joined", "voted", "abstained",
        "not_voted", "rejected");
    for (PollResults poll : event.polls()) {
      for (PollResults.OptionResult o : poll.options()) {
        row(csv, event, poll, o.text(), o.count(), Percent.of(o.count(), poll.turnout().voted()));
      }
      if (poll.abstainLabel() != null) row(csv, event, poll, poll.abstainLabel(), poll.turnout().abstained(), null);
    }
    event.of(ReactionResults.class).forEach(reactions -> reactions(csv, event, reactions));
    return csv.bytes();
  }

  /** Taps, not people: of no base. */
  private static void reactions(Csv csv, EventResults event, ReactionResults reactions) {
    reactions.byName().forEach((name, taps) -> csv.row(event.name(), reactions.room(), reactions.id(), "Reactions", ReactionResults.MEMBER, null,
        name, taps, null, null, null, null, null, null, null));
  }

  private static void row(Csv csv, EventResults event, PollResults poll, String option, long count, BigDecimal percent) {
    Turnout t = poll.turnout();
    csv.row(event.name(), poll.room(), poll.id(), poll.question(), poll.kind(), poll.state().wire(), option, count, percent, t.voted(),
        t.joined(), t.voted(), t.abstained(), t.notVoted(), t.rejected());
  }
}
