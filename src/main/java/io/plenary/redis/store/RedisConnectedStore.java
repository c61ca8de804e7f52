package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.voting.service.ConnectedStore;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/** {@link ConnectedStore} on Redis; keys in {@link Keys}. */
public final class RedisConnectedStore implements ConnectedStore {
  private final RedisLink link;
  private final Script note = Script.load("note_connected");

  public RedisConnectedStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Long> note(
      String eventId, String activityId, long round, List<Seen> people, long graceMs) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.connected(eventId, activityId),
            Keys.state(eventId),
            Keys.told(eventId, activityId));
    List<Object> args = new ArrayList<>(4 + people.size() * 2);
    args.addAll(List.of(round, graceMs, Keys.hints(eventId), eventId + " " + activityId));
    people.forEach(
        seen -> {
          args.add(seen.voter());
          args.add(seen.heldMs());
        });
    return link.eval(note, keys, args).map(Response::toLong);
  }
}
