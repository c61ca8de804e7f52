package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.voting.service.AnonymiserStore;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link AnonymiserStore} on Redis; keys in {@link Keys}. */
public final class RedisAnonymiserStore implements AnonymiserStore {
  private final RedisLink link;
  private final Script voters = Script.load("voters");
  private final Script anonymise = Script.load("anonymise_ballots");
  private final Script idle = Script.load("idle");

  public RedisAnonymiserStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<VoterList> voters(String eventId, String activityId) {
    return link.eval(
            voters,
            List.of(Keys.activity(eventId, activityId), Keys.ballots(eventId, activityId)),
            List.of())
        .map(RedisAnonymiserStore::list);
  }

  private static @Nullable VoterList list(Response reply) {
    if (reply.size() == 0) return null;
    List<String> keys = new ArrayList<>();
    for (int i = 3; i < reply.size(); i++) keys.add(reply.get(i).toString());
    return new VoterList(
        reply.get(0).toInteger() == 1, reply.get(1).toLong(), reply.get(2).toLong(), keys);
  }

  @Override
  public Future<Outcome> anonymise(
      String eventId, String activityId, VoterList of, List<String> receipts, long graceMs) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.receipts(eventId, activityId),
            Keys.answerKeys(eventId),
            Keys.state(eventId),
            Keys.pending(eventId, activityId),
            Keys.connected(eventId, activityId),
            Keys.moved(eventId, activityId));
    List<Object> args =
        List.of(
            activityId,
            of.round(),
            of.version(),
            graceMs,
            String.join("", receipts),
            Keys.hints(eventId),
            eventId);
    return link.eval(anonymise, keys, args).map(this::outcome);
  }

  Outcome outcome(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Outcome.ANONYMISED;
      case 2 -> Outcome.ALREADY;
      case 3 -> Outcome.MOVED;
      case 4 -> Outcome.TOO_EARLY;
      case 5 -> Outcome.NOT_FINAL;
      default -> throw anonymise.unexpected(reply);
    };
  }

  @Override
  public Future<Long> idleMillis(String eventId, String activityId) {
    return link.eval(idle, List.of(Keys.activity(eventId, activityId)), List.of())
        .map(Response::toLong);
  }
}
