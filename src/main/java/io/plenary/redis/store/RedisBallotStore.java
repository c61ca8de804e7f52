package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.voting.Ballot;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/** {@link BallotStore} on Redis; keys in {@link Keys}. */
public final class RedisBallotStore implements BallotStore {
  private final RedisLink link;
  private final Script cast = Script.load("cast_votes");
  private final Script tally = Script.load("tally");
  private final Script recount = Script.load("recount");
  private final Script repair = Script.load("repair_tally");
  private final Script last = Script.load("publish_last");

  public RedisBallotStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<List<Cast>> cast(
      String eventId, String activityId, List<Ballot> ballots, long graceMs) {
    if (ballots.isEmpty()) return Future.succeededFuture(List.of());
    List<Object> args = new ArrayList<>(3 + ballots.size() * 6);
    args.add(graceMs);
    args.add(Keys.MOVED);
    args.add(hint(eventId, activityId));
    for (Ballot ballot : ballots) {
      args.add(ballot.voter());
      args.add(ballot.vote());
      args.add(ballot.seq());
      args.add(ballot.round());
      args.add(ballot.ballot());
      args.add(ballot.heldMs());
    }
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.state(eventId),
            Keys.pending(eventId, activityId),
            Keys.connected(eventId, activityId));
    return link.eval(cast, keys, args)
        .map(RedisBallotStore::casts)
        .compose(
            casts ->
                casts.stream().anyMatch(c -> c.outcome() == Outcome.GONE)
                    ? link.gone(casts)
                    : Future.succeededFuture(casts));
  }

  private static List<Cast> casts(Response replies) {
    int votes = replies.size() - 1;
    boolean step = replies.get(votes).toInteger() == 1;
    List<Cast> casts = new ArrayList<>(votes);
    for (int i = 0; i < votes; i++) casts.add(Ballots.cast(replies.get(i), step));
    return casts;
  }

  @Override
  public Future<Tally> tally(String eventId, String activityId) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.connected(eventId, activityId));
    return link.eval(tally, keys, List.of()).map(Ballots::tally);
  }

  @Override
  public Future<Recount> recount(String eventId, String activityId) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.receipts(eventId, activityId),
            Keys.connected(eventId, activityId));
    return link.eval(recount, keys, List.of()).map(Ballots::recount);
  }

  @Override
  public Future<Void> repair(String eventId, String activityId) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.pending(eventId, activityId),
            Keys.state(eventId));
    return link.eval(repair, keys, List.of(Keys.MOVED, hint(eventId, activityId))).mapEmpty();
  }

  @Override
  public Future<Long> publishLast(String eventId, String activityId, long graceMs) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.pending(eventId, activityId),
            Keys.state(eventId));
    return link.eval(last, keys, List.of(graceMs, Keys.MOVED, hint(eventId, activityId)))
        .map(Response::toLong);
  }

  private static String hint(String eventId, String activityId) {
    return eventId + " " + activityId;
  }
}
