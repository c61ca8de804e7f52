package io.plenary.kinds.reactions.store;

import io.plenary.kinds.reactions.Reaction;
import io.plenary.kinds.reactions.ReactionCounts;
import io.plenary.kinds.reactions.service.ReactionFormat;
import io.plenary.kinds.reactions.service.ReactionStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.store.Keys;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link ReactionStore} on Redis. A is the activity's key, as in {@link Keys}; beside what stands
 * there:
 *
 * <pre>
 * A:totals                      hash  clap, heart, idea, question -> taps. No person, no time
 * </pre>
 */
public final class RedisReactionStore implements ReactionStore {
  private static final List<Object> NAMES =
      Arrays.stream(Reaction.values()).<Object>map(RedisReactionStore::name).toList();

  private final RedisLink link;
  private final Script react = Script.load(RedisReactionStore.class, "react");
  private final Script totals = Script.load(RedisReactionStore.class, "reaction_totals");
  private final Script idle = Script.load("idle");

  public RedisReactionStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<Outcome> add(String eventId, String id, ReactionCounts more) {
    List<Object> args = new ArrayList<>(List.of(Keys.hints(eventId), eventId + " " + id));
    for (Reaction reaction : Reaction.values()) {
      if (more.of(reaction) > 0) args.addAll(List.of(name(reaction), more.of(reaction)));
    }
    return link.eval(
            react,
            List.of(
                hash(eventId, id),
                hash(eventId, id) + ReactionFormat.TOTALS,
                Keys.state(eventId),
                Keys.told(eventId, id)),
            args)
        .map(
            reply ->
                switch (reply.toInteger()) {
                  case 1 -> Outcome.ADDED;
                  case 2 -> Outcome.OFF;
                  case 3 -> Outcome.GONE;
                  default -> throw new IllegalStateException("react.lua answers " + reply);
                });
  }

  @Override
  public Future<ReactionCounts> totals(String eventId, String id) {
    return link.eval(
            totals, List.of(hash(eventId, id), hash(eventId, id) + ReactionFormat.TOTALS), NAMES)
        .map(RedisReactionStore::counts);
  }

  @Override
  public Future<Long> idleMillis(String eventId, String id) {
    return link.eval(idle, List.of(hash(eventId, id)), List.of()).map(Response::toLong);
  }

  private static @Nullable ReactionCounts counts(Response reply) {
    if (reply.size() == 0) return null;
    ReactionCounts counts = ReactionCounts.NONE;
    for (Reaction reaction : Reaction.values()) {
      counts = counts.plus(ReactionCounts.of(reaction, reply.get(reaction.ordinal()).toLong()));
    }
    return counts;
  }

  private static String hash(String eventId, String id) {
    return Keys.activity(eventId, id);
  }

  private static String name(Reaction reaction) {
    return reaction.name().toLowerCase(Locale.ROOT);
  }
}
