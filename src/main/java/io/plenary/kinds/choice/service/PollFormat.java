package io.plenary.kinds.choice.service;

import io.plenary.activity.Activity;
import io.plenary.kinds.choice.Option;
import io.plenary.kinds.choice.Poll;
import io.plenary.kinds.choice.Question;
import io.plenary.voting.service.BallotFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Polls in the store. */
public final class PollFormat extends BallotFormat {
  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  protected JsonObject asked(Activity activity) {
    Question q = ((Poll) activity).question();
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
  protected Poll read(Kept kept, JsonObject o) {
    List<Option> options =
        o.getJsonArray("options").stream()
            .map(JsonObject.class::cast)
            .map(p -> new Option(p.getString("id"), p.getString("text"), p.getBoolean("exclusive")))
            .toList();
    Question question =
        new Question(
            o.getString("text"), options, o.getInteger("maxChoices"), o.getString("abstain"));
    return new Poll(
        kept.id(),
        kept.rev(),
        kept.round(),
        question,
        kept.state(),
        kept.results(),
        kept.chosen(),
        kept.smallGroup());
  }
}
