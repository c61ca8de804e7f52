package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.voting.Ballot;
import io.plenary.voting.BallotPaper;
import io.plenary.voting.Recount;
import io.plenary.voting.Tally;
import io.plenary.voting.service.BallotStore;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link BallotStore} on Redis; keys in {@link Keys}. */
public final class RedisBallotStore implements BallotStore {
  /** What moderate_answers.lua answers where it would have to read too much. */
  private static final int MANY = 4;

  private final RedisLink link;
  private final Script cast = Script.load("cast_votes");
  private final Script tally = Script.load("tally");
  private final Script repair = Script.load("repair_tally");
  private final Script mend = Script.load("mend_counters");
  private final Script moderate = Script.load("moderate_answers");
  private final BallotReading reading;
  private final FamilyJoins joins;
  private final LastStep last;
  private final int most;

  public RedisBallotStore(RedisLink link) {
    this(link, BallotReading.MOST);
  }

  /**
   * @param most ballots, and counters, that one call reads
   */
  RedisBallotStore(RedisLink link, int most) {
    this.link = link;
    this.most = most;
    this.reading = new BallotReading(link, most);
    this.joins = new FamilyJoins(link, reading, most);
    this.last = new LastStep(link, most);
  }

  @Override
  public Future<List<Cast>> cast(
      String eventId, String activityId, List<Ballot> ballots, long graceMs) {
    if (ballots.isEmpty()) return Future.succeededFuture(List.of());
    List<Object> args = new ArrayList<>(3 + ballots.size() * 6);
    args.add(graceMs);
    args.add(Keys.hints(eventId));
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
            Keys.connected(eventId, activityId),
            Keys.moved(eventId, activityId),
            Keys.joinedFamilies(eventId, activityId),
            Keys.told(eventId, activityId),
            Keys.changed(eventId, activityId),
            Keys.toldOfStep(eventId, activityId));
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
  public Future<Tally> tally(String eventId, String activityId, @Nullable Tally known) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.connected(eventId, activityId),
            Keys.moved(eventId, activityId),
            Keys.rulings(eventId, activityId));
    return look(keys, TallyReading.after(known));
  }

  private Future<Tally> look(List<String> keys, TallyReading reading) {
    return link.eval(tally, keys, reading.arguments())
        .compose(reply -> reading.take(reply) ? look(keys, reading) : reading.tally());
  }

  @Override
  public Future<Moderated> moderate(
      String eventId, String activityId, List<Decision> decisions, int limit) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.pending(eventId, activityId),
            Keys.state(eventId),
            Keys.moved(eventId, activityId),
            Keys.rulings(eventId, activityId),
            Keys.joinedFamilies(eventId, activityId));
    List<Object> args = new ArrayList<>(4 + 3 * decisions.size());
    args.add(Keys.hints(eventId));
    args.add(hint(eventId, activityId));
    args.add(limit);
    args.add(most);
    decisions.forEach(decision -> args.addAll(Ballots.write(decision)));
    return link.eval(moderate, keys, args)
        .compose(
            reply ->
                reply.toInteger() == MANY
                    ? joins.join(eventId, activityId, decisions, limit)
                    : Future.succeededFuture(moderated(reply)));
  }

  static Moderated moderated(Response reply) {
    return switch (reply.toInteger()) {
      case 0 -> Moderated.GONE;
      case 1 -> Moderated.WRITTEN;
      case 2 -> Moderated.CONFLICT;
      case 3 -> Moderated.TOO_MANY;
      default -> throw new IllegalStateException("a decision of moderators is answered " + reply);
    };
  }

  @Override
  public Future<Recount> recount(String eventId, String activityId) {
    return reading.read(eventId, activityId).map(read -> read == null ? null : read.recount());
  }

  @Override
  public Future<Void> repair(String eventId, String activityId, BallotPaper<?, ?> paper) {
    return repairFew(eventId, activityId)
        .compose(done -> done ? Future.succeededFuture() : repairMany(eventId, activityId, paper));
  }

  /** In one call; false: there are too many ballots for that. */
  Future<Boolean> repairFew(String eventId, String activityId) {
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.late(eventId, activityId),
            Keys.ballots(eventId, activityId),
            Keys.pending(eventId, activityId),
            Keys.state(eventId),
            Keys.moved(eventId, activityId),
            Keys.joinedFamilies(eventId, activityId));
    List<Object> args = List.of(Keys.hints(eventId), hint(eventId, activityId), most);
    return link.eval(repair, keys, args).map(reply -> reply.toInteger() != 2);
  }

  private Future<Void> repairMany(String eventId, String activityId, BallotPaper<?, ?> paper) {
    return reading
        .read(eventId, activityId)
        .compose(
            read ->
                read == null
                    ? Future.succeededFuture()
                    : mend(
                        eventId, activityId, read.mark(), CounterRepair.of(read.recount(), paper)));
  }

  private Future<Void> mend(
      String eventId, String activityId, String mark, List<List<Object>> pages) {
    if (pages.isEmpty()) return Future.succeededFuture();
    List<Object> args =
        new ArrayList<>(List.of(mark, Keys.hints(eventId), hint(eventId, activityId)));
    args.addAll(pages.get(0));
    List<String> keys =
        List.of(
            Keys.activity(eventId, activityId),
            Keys.state(eventId),
            Keys.moved(eventId, activityId));
    return link.eval(mend, keys, args)
        .compose(
            now ->
                now.toString().isEmpty()
                    ? Future.failedFuture(new StoreUnavailable("votes moved since they were read"))
                    : mend(eventId, activityId, now.toString(), pages.subList(1, pages.size())));
  }

  @Override
  public Future<Long> publishLast(String eventId, String activityId, long graceMs) {
    return last.make(eventId, activityId, graceMs);
  }

  private static String hint(String eventId, String activityId) {
    return eventId + " " + activityId;
  }
}
