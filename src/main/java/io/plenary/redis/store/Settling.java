package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a change of an event means for keys that are not the event's: its join code, the lists of
 * all events, what is due, and that files are to be made anew. No script can change both at once,
 * because a Cluster keeps them at different servers. So the change leaves in the event's own keys
 * what is to be done, and it is done after. A note that is made before the change says which event
 * that is, so that nothing is forgotten when whoever makes the change ends in between: {@link
 * #sweep} finishes it, at any node.
 *
 * <p>Everything here can be done twice, and by several at once.
 */
public final class Settling {
  /** Far longer than any change takes, its tries and those of the link included. */
  static final long LONGEST_MS = 15_000;

  private static final long SWEEP_MS = 30_000;
  private static final int MOST = 100;
  private static final int TRIES = 10;
  private static final String CODE = "code:";
  private static final String REWRITE = "rewrite:";

  private final RedisLink link;
  private final RedisCodes codes;
  private final EventLists lists;
  private final long longestMs;
  private final Script begin = Script.load("begin_settling");
  private final Script unsettled = Script.load("unsettled");
  private final Script settled = Script.load("settled");
  private final Script left = Script.load("left_unsettled");

  public Settling(RedisLink link) {
    this(link, LONGEST_MS);
  }

  /**
   * @param longestMs how long whoever changes an event may still be at it
   */
  Settling(RedisLink link, long longestMs) {
    this.link = link;
    this.codes = new RedisCodes(link);
    this.lists = new EventLists(link);
    this.longestMs = longestMs;
  }

  /**
   * Carries out a change, and what follows from it. The answer is the change's: what follows is
   * done by {@link #sweep} where it does not work now.
   *
   * @param change begun when it is noted that there is one
   */
  public <T> Future<T> after(String eventId, Supplier<Future<T>> change) {
    String note = eventId + " " + UUID.randomUUID();
    return link.eval(begin, List.of(Keys.UNSETTLED), List.of(note))
        .compose(v -> change.get())
        .transform(
            done -> {
              // It may be carried out yet: whoever finds the note looks again.
              if (done.cause() instanceof StoreUnavailable) {
                return Future.failedFuture(done.cause());
              }
              Future<Void> settled = settle(eventId);
              // What Redis refuses has written nothing.
              return (done.succeeded() ? settled : settled.otherwiseEmpty())
                  .compose(v -> link.send(Command.ZREM, Keys.UNSETTLED, note))
                  .otherwiseEmpty()
                  .compose(
                      v ->
                          done.succeeded()
                              ? Future.succeededFuture(done.result())
                              : Future.<T>failedFuture(done.cause()));
            });
  }

  /** Finishes what others left. Looks at once and then again and again. */
  public void start(Vertx vertx) {
    sweep();
    vertx.setPeriodic(SWEEP_MS, id -> sweep());
  }

  /** Done with what was found; never fails: what does not work is found again. */
  public Future<Void> sweep() {
    return link.send(Command.ZCARD, Keys.UNSETTLED)
        .compose(
            all ->
                all.toInteger() == 0
                    ? Future.succeededFuture(List.<Response>of())
                    : link.eval(left, List.of(Keys.UNSETTLED), List.of(longestMs, MOST))
                        .map(notes -> notes.stream().toList()))
        .compose(
            notes -> {
              Future<Void> chain = Future.succeededFuture();
              for (Response note : notes) chain = chain.compose(v -> finish(note.toString()));
              return chain;
            })
        .otherwiseEmpty();
  }

  private Future<Void> finish(String note) {
    return settle(note.substring(0, note.indexOf(' ')))
        .compose(v -> link.send(Command.ZREM, Keys.UNSETTLED, note))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** Does what is left to be done of an event. */
  Future<Void> settle(String eventId) {
    return settle(eventId, false, TRIES);
  }

  /**
   * @param told whether lists were told what may not be so any more
   */
  private Future<Void> settle(String eventId, boolean told, int tries) {
    List<String> keys = List.of(Keys.state(eventId), Keys.unsettled(eventId));
    return link.eval(unsettled, keys, List.of())
        .compose(
            reply -> {
              Map<String, String> todo = fields(reply.get(0));
              if (todo.isEmpty() && !told) return Future.succeededFuture();
              Listing listing = Listing.of(reply.get(1));
              return done(eventId, todo, listing, told)
                  .compose(v -> link.eval(settled, keys, finished(listing, todo)))
                  .compose(
                      same ->
                          same.toInteger() == 1
                              ? Future.succeededFuture()
                              : again(eventId, tries - 1));
            });
  }

  private Future<Void> again(String eventId, int tries) {
    return tries == 0
        ? Future.failedFuture(new StoreUnavailable("an event changes faster than lists are told"))
        : settle(eventId, true, tries);
  }

  private static Map<String, String> fields(Response flat) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
    }
    return fields;
  }

  private static List<Object> finished(Listing listing, Map<String, String> todo) {
    List<Object> args = new ArrayList<>(List.of(listing.version()));
    todo.forEach((what, value) -> args.addAll(List.of(what, value)));
    return args;
  }

  private Future<Void> done(
      String eventId, Map<String, String> todo, Listing listing, boolean told) {
    List<Future<?>> all = new ArrayList<>();
    if (told || todo.containsKey("list")) all.add(lists.tell(eventId, listing));
    todo.forEach(
        (what, value) -> {
          if (what.equals("keep")) {
            all.add(codes.keepEvent(value, eventId));
          } else if (what.equals("ends")) {
            all.add(lists.due(Keys.ENDS, eventId, listing.ends()));
          } else if (what.equals("final")) {
            all.add(lists.due(Keys.FINAL, eventId, ""));
          } else if (what.startsWith(CODE)) {
            all.add(codes.free(what.substring(CODE.length()), value));
          } else if (what.startsWith(REWRITE)) {
            String within = "within:" + what.substring(REWRITE.length());
            all.add(link.send(Command.HSETNX, Keys.REWRITE, within, value));
          }
        });
    return Future.all(all).mapEmpty();
  }
}
