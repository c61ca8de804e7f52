package io.plenary.redis.store;

import io.plenary.poll.Option;
import io.plenary.poll.Poll;
import io.plenary.poll.Question;
import io.plenary.room.Activity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Polls in the store; their keys are described at {@link Keys}. */
final class PollFormat implements ActivityFormat {
  @Override
  public String kind() {
    return Poll.KIND;
  }

  @Override
  public JsonObject write(Activity activity) {
    Poll poll = (Poll) activity;
    Question q = poll.question();
    JsonArray options = new JsonArray();
    q.options().forEach(o -> options.add(new JsonObject().put("id", o.id()).put("text", o.text()).put("exclusive", o.exclusive())));
    return new JsonObject().put("text", q.text()).put("options", options).put("maxChoices", q.maxChoices())
        .put("abstain", q.abstain()).put("state", poll.state().name()).put("results", poll.results().name());
  }

  @Override
  public Poll read(JsonObject o) {
    List<Option> options = o.getJsonArray("options").stream().map(JsonObject.class::cast)
        .map(p -> new Option(p.getString("id"), p.getString("text"), p.getBoolean("exclusive"))).toList();
    Question question = new Question(o.getString("text"), options, o.getInteger("maxChoices"), o.getString("abstain"));
    return new Poll(o.getString("id"), o.getLong("rev"), o.getLong("round"), question,
        Poll.State.valueOf(o.getString("state")), Poll.Results.valueOf(o.getString("results")));
  }

  @Override
  public List<String> answers() {
    return List.of(":ballots");
  }

  @Override
  public List<String> others() {
    return List.of(":late", ":receipts");
  }

  @Override
  public Map<String, Object> birth() {
    return Map.of("voted", 0, "abstained", 0);
  }
}
