package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.voting.Recount;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads all ballots of an activity as they were at one moment, in pages, so that the store is never
 * held up for long. Where nothing moves meanwhile that is all. Where people vote on, the store
 * notes whose ballots change; these are read again until none is left, and it is the moment of the
 * last.
 */
final class BallotReading {
  /** Ballots, and counters, that one call reads. */
  static final int MOST = 2_000;

  private static final int TRIES = 5;

  /** How long the store notes who changes for a reader that is not heard of. */
  private static final long NOTES_MS = 30_000;

  private static final long AGAIN_MS = 500;

  private final RedisLink link;
  private final int most;
  private final Script whole = Script.load("recount");
  private final Script head = Script.load("recount_head");
  private final Script begin = Script.load("begin_reading");
  private final Script take = Script.load("take_changed");

  /**
   * @param most ballots, and counters, that one call reads
   */
  BallotReading(RedisLink link, int most) {
    this.link = link;
    this.most = most;
  }

  record Place(String event, String activity) {
    String hash() {
      return Keys.activity(event, activity);
    }

    String ballots() {
      return Keys.ballots(event, activity);
    }

    String changed() {
      return Keys.changed(event, activity);
    }

    List<String> keys(String... more) {
      List<String> keys =
          new ArrayList<>(
              List.of(
                  hash(),
                  Keys.late(event, activity),
                  ballots(),
                  Keys.connected(event, activity),
                  Keys.rulings(event, activity)));
      keys.addAll(List.of(more));
      return keys;
    }
  }

  /**
   * @param mark of that moment (lib/mark.lua); none of a few ballots
   */
  record Read(Recount recount, String mark) {}

  /** Null when there is no such activity. */
  Future<Read> read(String event, String activity) {
    Place place = new Place(event, activity);
    List<String> keys =
        List.of(
            place.hash(),
            Keys.late(event, activity),
            place.ballots(),
            Keys.receipts(event, activity),
            Keys.connected(event, activity),
            Keys.rulings(event, activity));
    return link.eval(whole, keys, List.of(most))
        .compose(
            reply ->
                reply.size() == 1
                    ? still(place)
                    : Future.succeededFuture(few(Ballots.recount(reply))));
  }

  private static @Nullable Read few(@Nullable Recount recount) {
    return recount == null ? null : new Read(recount, "");
  }

  private Future<Read> still(Place place) {
    return head(place)
        .compose(
            before ->
                before == null
                    ? Future.succeededFuture()
                    : words(place.ballots())
                        .compose(
                            words ->
                                counters(place, before)
                                    .compose(counters -> same(place, before, words, counters))));
  }

  /** Every ballot is read at least once: as many as there are, so each was read once. */
  private Future<Read> same(
      Place place, BallotHead before, Map<String, Long> words, Map<String, String> counters) {
    return head(place)
        .compose(
            after -> {
              if (after == null) return Future.succeededFuture();
              long read = words.values().stream().mapToLong(n -> n).sum();
              return after.mark().equals(before.mark())
                      && (after.anonymised() || read == after.ballots())
                  ? finished(place, after, words, counters)
                  : moving(place, TRIES);
            });
  }

  private Future<Read> moving(Place place, int left) {
    if (left == 0) {
      return Future.failedFuture(new StoreUnavailable("votes move faster than they are read"));
    }
    return begin(place)
        .compose(
            begun ->
                switch (begun) {
                  case 0 -> Future.<Read>succeededFuture();
                  case 1 -> noted(place, left);
                  default -> later().compose(v -> moving(place, left - 1));
                });
  }

  /**
   * Has the store note whose ballots change: 1, 0 no such activity, 2 for somebody else already.
   */
  Future<Integer> begin(Place place) {
    return link.eval(begin, List.of(place.hash(), place.changed()), List.of(NOTES_MS))
        .map(Response::toInteger);
  }

  /** Another reader is soon done. */
  static Future<Void> later() {
    Context here = Vertx.currentContext();
    return here == null
        ? Future.succeededFuture()
        : here.owner().timer(AGAIN_MS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private Future<Read> noted(Place place, int left) {
    return head(place)
        .compose(
            before -> {
              if (before == null) return Future.succeededFuture();
              if (before.anonymised()) return still(place);
              Map<String, String> ballots = new HashMap<>();
              return Pages.scan(link, place.ballots(), ballots::put)
                  .compose(v -> changes(place, ballots::put, false))
                  .compose(
                      after ->
                          after == null || !after.round().equals(before.round())
                              ? moving(place, left - 1)
                              : taken(place, after, ballots, left));
            });
  }

  private Future<Read> taken(Place place, BallotHead after, Map<String, String> ballots, int left) {
    Map<String, Long> words = new HashMap<>();
    ballots.values().forEach(text -> words.merge(Ballots.word(text), 1L, Long::sum));
    if (ballots.size() != after.ballots()) return moving(place, left - 1);
    // Where people make the counters these are read last, and only fit when nothing moved then.
    return counters(place, after)
        .compose(
            counters ->
                !after.many()
                    ? finished(place, after, words, counters)
                    : head(place)
                        .compose(
                            now ->
                                now != null && now.mark().equals(after.mark())
                                    ? finished(place, after, words, counters)
                                    : moving(place, left - 1)));
  }

  /**
   * Takes the notes, with the ballots as they are now, until there are none. Null when they ended.
   *
   * @param goOn whether more is noted then
   */
  Future<@Nullable BallotHead> changes(Place place, Pages.Entry each, boolean goOn) {
    List<Object> args = List.of(Math.min(most, Pages.PAGE), NOTES_MS, goOn ? 1 : 0, most);
    return link.eval(take, place.keys(place.changed()), args)
        .compose(
            reply -> {
              if (reply.size() == 0) return Future.succeededFuture();
              Response changed = reply.get(0);
              for (int i = 0; i + 1 < changed.size(); i += 2) {
                each.take(changed.get(i).toString(), changed.get(i + 1).toString());
              }
              return reply.size() == 1
                  ? changes(place, each, goOn)
                  : Future.succeededFuture(BallotHead.of(reply.get(1)));
            });
  }

  Future<@Nullable BallotHead> head(Place place) {
    return link.eval(head, place.keys(), List.of(most)).map(BallotHead::of);
  }

  /** How many people cast each ballot of a ballots hash. */
  Future<Map<String, Long>> words(String ballots) {
    Map<String, Long> words = new HashMap<>();
    return Pages.scan(
            link,
            ballots,
            (name, text) -> {
              if (text.indexOf(' ') < 0) words.put(name, Long.parseLong(text));
              else words.merge(Ballots.word(text), 1L, Long::sum);
            })
        .map(v -> words);
  }

  /** Fields of the activity, where its head leaves them out. */
  private Future<Map<String, String>> counters(Place place, BallotHead of) {
    Map<String, String> fields = new HashMap<>();
    return of.many()
        ? Pages.scan(link, place.hash(), fields::put).map(v -> fields)
        : Future.succeededFuture(fields);
  }

  private Future<Read> finished(
      Place place, BallotHead head, Map<String, Long> words, Map<String, String> counters) {
    return receipts(place, head)
        .map(receipts -> new Read(head.recount(words, counters, receipts), head.mark()));
  }

  private Future<@Nullable List<String>> receipts(Place place, BallotHead head) {
    if (!head.anonymised()) return Future.succeededFuture();
    int bytes = Pages.PAGE * Ballots.RECEIPT;
    String key = Keys.receipts(place.event(), place.activity());
    List<String> receipts = new ArrayList<>();
    return Pages.each(
            () -> {
              long from = (long) receipts.size() * Ballots.RECEIPT;
              return link.send(Command.GETRANGE, key, from, from + bytes - 1)
                  .map(
                      page -> {
                        String some = page.toString();
                        receipts.addAll(Ballots.receipts(some));
                        return some.length() == bytes;
                      });
            })
        .map(v -> receipts);
  }
}
