package io.plenary.kinds.number.service;

import io.plenary.kinds.number.NumberDraft;
import io.plenary.kinds.number.NumberPoll;
import io.plenary.kinds.number.NumberSettings;
import io.plenary.kinds.number.wire.NumberWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;

/** Number polls, as one kind of ballot among others. */
public final class NumberKind implements BallotKind<NumberPoll> {
  @Override
  public String kind() {
    return NumberPoll.KIND;
  }

  @Override
  public Class<NumberPoll> activity() {
    return NumberPoll.class;
  }

  @Override
  public NumberDraft draft(WireDraft written) {
    NumberWire.Draft number = (NumberWire.Draft) written;
    return new NumberDraft(
        number.question(),
        number.min(),
        number.max(),
        number.step(),
        number.unit(),
        number.right(),
        number.abstain(),
        number.results());
  }

  @Override
  public JsonObject asked(NumberPoll number) {
    NumberWire.Asked asked = NumberWire.Asked.of(number.asked());
    return new JsonObject()
        .put("text", asked.question())
        .put("min", asked.min())
        .put("max", asked.max())
        .put("step", asked.step())
        .put("unit", asked.unit())
        .put("right", asked.right())
        .put("abstain", asked.abstain());
  }

  @Override
  public NumberPoll read(BallotState at, JsonObject o) {
    String right = o.getString("right");
    return new NumberPoll(
        at,
        new NumberSettings(
            o.getString("text"),
            new BigDecimal(o.getString("min")),
            new BigDecimal(o.getString("max")),
            new BigDecimal(o.getString("step")),
            o.getString("unit"),
            right == null ? null : new BigDecimal(right),
            o.getString("abstain")));
  }

  /** Without the right value: it comes with the complete result. */
  @Override
  public NumberWire.NumberPoll forRoom(NumberPoll number, RoomBallot ballot) {
    NumberWire.Asked asked = NumberWire.Asked.of(number.asked());
    return new NumberWire.NumberPoll(
        ballot,
        asked.question(),
        asked.min(),
        asked.max(),
        asked.step(),
        asked.unit(),
        asked.abstain());
  }

  @Override
  public NumberWire.OrganiserNumberPoll forOrganisers(NumberPoll number, OrganiserBallot ballot) {
    NumberWire.Asked asked = NumberWire.Asked.of(number.asked());
    return new NumberWire.OrganiserNumberPoll(
        ballot,
        asked.question(),
        asked.min(),
        asked.max(),
        asked.step(),
        asked.unit(),
        asked.right(),
        asked.abstain());
  }
}
