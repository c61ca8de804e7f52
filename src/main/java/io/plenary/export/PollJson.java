package io.plenary.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Results of one poll as JSON. */
final class PollJson {
  private PollJson() {}

  static void write(PollResults poll, ObjectNode p) {
    Turnout t = poll.turnout();
    p.put("id", poll.id())
        .put("room", poll.room())
        .put("question", poll.question())
        .put("kind", poll.kind())
        .put("maxChoices", poll.maxChoices())
        .put("state", poll.state().wire())
        .put("round", poll.round());
    p.putObject("base").put("of", "voters").put("count", t.voted());
    p.put("connected", t.connected())
        .put("voted", t.voted())
        .put("abstained", t.abstained())
        .put("notShown", t.notShown())
        .put("notVoted", t.notVoted())
        .put("rejected", t.rejected());
    ArrayNode options = p.putArray("options");
    for (PollResults.OptionResult o : poll.options()) {
      BigDecimal percent = Percent.of(o.count(), t.voted());
      options
          .addObject()
          .put("id", o.id())
          .put("text", o.text())
          .put("count", poll.shown(o.count()))
          .put("percent", percent == null ? null : (Double) percent.doubleValue());
    }
    p.put("abstainLabel", poll.abstainLabel())
        .put("complete", poll.complete())
        .put("note", poll.note());
    if (poll.ballots() == null) {
      p.putNull("ballots");
    } else {
      ArrayNode ballots = p.putArray("ballots");
      poll.ballots().forEach(ballot -> ballot.forEach(ballots.addArray()::add));
    }
    if (poll.receipts() == null) p.putNull("receipts");
    else poll.receipts().forEach(p.putArray("receipts")::add);
    p.putObject("recount").put("agrees", poll.recountAgrees());
  }
}
