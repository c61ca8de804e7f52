package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.voting.service.AnonymiserStore;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link AnonymiserStore} on Redis; keys in {@link Keys}. */
public final class RedisAnonymiserStore implements AnonymiserStore {
  /** What voters.lua answers first where there are more than it may read. */
  private static final int MANY = 2;

  private static final int PAGE = 500;

  private final RedisLink link;
  private final Script voters = Script.load("voters");
  private final Script anonymise = Script.load("anonymise_ballots");
  private final Script begin = Script.load("begin_anonymous");
  private final Script stage = Script.load("stage_anonymous");
  private final Script finish = Script.load("anonymise_staged");
  private final Script idle = Script.load("idle");

  private final BallotReading reading;
  private final LastStep last;
  private final int most;

  public RedisAnonymiserStore(RedisLink link) {
    this(link, BallotReading.MOST);
  }

  /**
   * @param most ballots that one call reads
   */
  RedisAnonymiserStore(RedisLink link, int most) {
    this.link = link;
    this.most = most;
    this.reading = new BallotReading(link, most);
    this.last = new LastStep(link, most);
  }

  @Override
  public Future<VoterList> voters(String eventId, String activityId) {
    return link.eval(
            voters,
            List.of(Keys.activity(eventId, activityId), Keys.ballots(eventId, activityId)),
            List.of(most))
        .compose(
            reply ->
                reply.size() == 3 && reply.get(0).toInteger() == MANY
                    ? many(eventId, activityId, reply)
                    : Future.succeededFuture(list(reply)));
  }

  /** A key that is read twice stands in the set once; who votes meanwhile is found out later. */
  private Future<VoterList> many(String eventId, String activityId, Response reply) {
    Set<String> voters = new HashSet<>();
    return Pages.scan(link, Keys.ballots(eventId, activityId), (voter, text) -> voters.add(voter))
        .map(
            v ->
                new VoterList(
                    false, reply.get(1).toLong(), reply.get(2).toLong(), List.copyOf(voters)));
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
    if (receipts.size() > most) {
      return staged(eventId, activityId, receipts, graceMs);
    }
    List<String> keys =
        answers(
            eventId,
            activityId,
            Keys.moved(eventId, activityId),
            Keys.changed(eventId, activityId));
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

  /** In steps each of which can be done again; only the last one changes anything that is seen. */
  private Future<Outcome> staged(
      String eventId, String activityId, List<String> receipts, long graceMs) {
    String token = UUID.randomUUID().toString();
    String hash = Keys.activity(eventId, activityId);
    List<String> built =
        List.of(
            hash, Keys.anonymous(eventId, activityId), Keys.anonymousReceipts(eventId, activityId));
    List<String> all = new ArrayList<>(built);
    all.add(Keys.all(eventId, activityId));
    return last.make(eventId, activityId, graceMs)
        .compose(v -> link.eval(begin, all, List.of(token)))
        .compose(
            begun ->
                begun.toInteger() == 1
                    ? built(eventId, activityId, built, token, receipts)
                    : Future.succeededFuture(outcome(begun)));
  }

  private Future<Outcome> built(
      String eventId, String activityId, List<String> keys, String token, List<String> receipts) {
    String ballots = Keys.ballots(eventId, activityId);
    return reading
        .words(ballots)
        .compose(
            words -> {
              long read = words.values().stream().mapToLong(n -> n).sum();
              if (read != receipts.size()) return Future.succeededFuture(Outcome.MOVED);
              List<List<Object>> pages = pages(token, receipts, words);
              return staged(keys, pages)
                  .compose(
                      done ->
                          done
                              ? finished(eventId, activityId, token)
                              : Future.succeededFuture(Outcome.MOVED));
            });
  }

  /** Receipts and ballots stand side by side in them by chance: both are sorted. */
  private static List<List<Object>> pages(
      String token, List<String> receipts, Map<String, Long> words) {
    List<List<Object>> pages = new ArrayList<>();
    for (int from = 0; from < receipts.size(); from += PAGE) {
      int to = Math.min(from + PAGE, receipts.size());
      pages.add(List.of(token, String.join("", receipts.subList(from, to))));
    }
    List<Object> page = new ArrayList<>(List.of(token, ""));
    for (Map.Entry<String, Long> word : new TreeMap<>(words).entrySet()) {
      page.add(word.getKey());
      page.add(word.getValue());
      if (page.size() >= 2 * PAGE) {
        pages.add(page);
        page = new ArrayList<>(List.of(token, ""));
      }
    }
    if (page.size() > 2) pages.add(page);
    return pages;
  }

  private Future<Boolean> staged(List<String> keys, List<List<Object>> pages) {
    int[] at = {0};
    return Pages.each(
            () ->
                link.eval(stage, keys, pages.get(at[0]))
                    .map(reply -> reply.toInteger() == 1 && ++at[0] < pages.size()))
        .map(v -> at[0] == pages.size());
  }

  private Future<Outcome> finished(String eventId, String activityId, String token) {
    List<String> keys =
        answers(
            eventId,
            activityId,
            Keys.changed(eventId, activityId),
            Keys.anonymous(eventId, activityId),
            Keys.anonymousReceipts(eventId, activityId));
    return link.eval(finish, keys, List.of(activityId, token, Keys.hints(eventId), eventId))
        .map(this::outcome);
  }

  /** Keys with what people answered, as both scripts take them, and more behind them. */
  private static List<String> answers(String eventId, String activityId, String... more) {
    List<String> keys =
        new ArrayList<>(
            List.of(
                Keys.activity(eventId, activityId),
                Keys.ballots(eventId, activityId),
                Keys.late(eventId, activityId),
                Keys.receipts(eventId, activityId),
                Keys.answerKeys(eventId),
                Keys.state(eventId),
                Keys.pending(eventId, activityId),
                Keys.connected(eventId, activityId)));
    keys.addAll(List.of(more));
    return keys;
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
