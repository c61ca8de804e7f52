package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.List;

/** The last step of what is published of an activity, as publish_last.lua makes it. */
final class LastStep {
  private final RedisLink link;
  private final int most;
  private final Script publish = Script.load("publish_last");

  /**
   * @param most counters that one call reads
   */
  LastStep(RedisLink link, int most) {
    this.link = link;
    this.most = most;
  }

  /**
   * How many ms the grace has left; 0 when the step is made, -1 when the activity is not closed.
   */
  Future<Long> make(String eventId, String activityId, long graceMs) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.pending(eventId, activityId),
            Keys.state(eventId),
            Keys.moved(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.joinedFamilies(eventId, activityId));
    String hint = eventId + " " + activityId;
    return link.eval(publish, keys, List.of(graceMs, Keys.hints(eventId), hint, most))
        .map(Response::toLong);
  }
}
