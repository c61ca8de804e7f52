package io.plenary.kinds.choice.service;

import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.PollDraft;
import io.plenary.kinds.choice.PollOption;
import io.plenary.kinds.choice.PollQuestion;
import io.plenary.kinds.choice.wire.ChoiceWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Polls, as one kind of ballot among others. */
public final class PollKind implements BallotKind<Poll> {
  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public Class<Poll> activity() {
    return Poll.class;
  }

  @Override
  public PollDraft draft(WireDraft written) {
    ChoiceWire.Draft poll = (ChoiceWire.Draft) written;
    return new PollDraft(
        poll.question(),
        poll.options().stream()
            .map(o -> new PollDraft.DraftOption(o.id(), o.text(), o.exclusive()))
            .toList(),
        poll.maxChoices(),
        poll.abstain(),
        poll.results());
  }

  @Override
  public JsonObject asked(Poll poll) {
    PollQuestion q = poll.question();
    JsonArray options = new JsonArray();
    q.options()
        .forEach(
            o ->
                options.add(
                    new JsonObject()
                        .put("id", o.id())
                        .put("text", o.text())
                        .put("exclusive", o.exclusive())));
    return new JsonObject()
        .put("text", q.text())
        .put("options", options)
        .put("maxChoices", q.maxChoices())
        .put("abstain", q.abstain());
  }

  @Override
  public Poll read(BallotState at, JsonObject o) {
    List<PollOption> options =
        o.getJsonArray("options").stream()
            .map(JsonObject.class::cast)
            .map(
                p ->
                    new PollOption(
                        p.getString("id"), p.getString("text"), p.getBoolean("exclusive")))
            .toList();
    return new Poll(
        at,
        new PollQuestion(
            o.getString("text"), options, o.getInteger("maxChoices"), o.getString("abstain")));
  }

  @Override
  public ChoiceWire.Poll forRoom(Poll poll, RoomBallot ballot) {
    PollQuestion q = poll.question();
    return new ChoiceWire.Poll(ballot, q.text(), options(q), q.maxChoices(), q.abstain());
  }

  @Override
  public ChoiceWire.OrganiserPoll forOrganisers(Poll poll, OrganiserBallot ballot) {
    PollQuestion q = poll.question();
    return new ChoiceWire.OrganiserPoll(ballot, q.text(), options(q), q.maxChoices(), q.abstain());
  }

  private static List<ChoiceWire.Option> options(PollQuestion question) {
    return question.options().stream()
        .map(o -> new ChoiceWire.Option(o.id(), o.text(), o.exclusive()))
        .toList();
  }
}
