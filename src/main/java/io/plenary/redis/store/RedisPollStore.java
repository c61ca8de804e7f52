package io.plenary.redis.store;

import io.plenary.poll.Ballot;
import io.plenary.poll.Recount;
import io.plenary.poll.Tally;
import io.plenary.poll.service.PollStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/** {@link PollStore} on Redis; keys in {@link Keys}. */
public final class RedisPollStore implements PollStore {
  private final RedisLink link;
  private final Script cast = Script.load("cast_votes");
  private final Script tally = Script.load("tally");
  private final Script recount = Script.load("recount");
  private final Script repair = Script.load("repair_tally");

  public RedisPollStore(RedisLink link) {
    this.link = link;
  }

  @Override
  public Future<List<Cast>> cast(String eventId, String pollId, List<Ballot> ballots, long graceMs) {
    if (ballots.isEmpty()) return Future.succeededFuture(List.of());
    List<Object> args = new ArrayList<>(3 + ballots.size() * 6);
    args.add(graceMs);
    args.add(Keys.MOVED);
    args.add(hint(eventId, pollId));
    for (Ballot ballot : ballots) {
      args.add(ballot.voter());
      args.add(ballot.vote());
      args.add(ballot.seq());
      args.add(ballot.round());
      args.add(Ballots.write(ballot.choice()));
      args.add(ballot.heldMs());
    }
    List<String> keys = List.of(Keys.poll(eventId, pollId), Keys.ballots(eventId, pollId), Keys.late(eventId, pollId), Keys.state(eventId));
    return link.eval(cast, keys, args).map(RedisPollStore::casts);
  }

  private static List<Cast> casts(Response replies) {
    List<Cast> casts = new ArrayList<>(replies.size());
    for (Response reply : replies) casts.add(Ballots.cast(reply));
    return casts;
  }

  @Override
  public Future<Tally> tally(String eventId, String pollId) {
    return link.eval(tally, List.of(Keys.poll(eventId, pollId), Keys.late(eventId, pollId)), List.of()).map(Ballots::tally);
  }

  @Override
  public Future<Recount> recount(String eventId, String pollId) {
    List<String> keys = List.of(Keys.poll(eventId, pollId), Keys.late(eventId, pollId), Keys.ballots(eventId, pollId),
        Keys.receipts(eventId, pollId));
    return link.eval(recount, keys, List.of()).map(Ballots::recount);
  }

  @Override
  public Future<Tally> repair(String eventId, String pollId) {
    List<String> keys = List.of(
        Keys.poll(eventId, pollId), Keys.late(eventId, pollId), Keys.ballots(eventId, pollId), Keys.state(eventId));
    return link.eval(repair, keys, List.of(Keys.MOVED, hint(eventId, pollId))).map(Ballots::tally);
  }

  private static String hint(String eventId, String pollId) {
    return eventId + " " + pollId;
  }
}
