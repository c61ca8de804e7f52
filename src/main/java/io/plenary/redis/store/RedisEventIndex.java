package io.plenary.redis.store;

import io.plenary.activity.EventState;
import io.plenary.activity.service.EventIndex;
import io.plenary.activity.service.UnreadableEvent;
import io.plenary.event.Event;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link EventIndex} on Redis; keys in {@link Keys}. Pages are large replies, so they come over a
 * connection of their own and are read on a worker thread: no vote waits behind one.
 */
public final class RedisEventIndex implements EventIndex {
  /** Of names, in one call: a millisecond of Redis' time. */
  private static final int THROUGH = 2_000;

  private static final int PER_EVENT = 4;
  private final Vertx vertx;
  private final RedisLink link;
  private final ActivityFormats formats;
  private final Script list = Script.load("list_events");
  private final Script next = Script.load("next_look");

  /**
   * @param link not one that votes travel on
   */
  public RedisEventIndex(Vertx vertx, RedisLink link, ActivityFormats formats) {
    this.formats = formats;
    this.vertx = vertx;
    this.link = link;
  }

  @Override
  public Future<Page> page(Query query) {
    String[] after = query.after() == null ? new String[] {"", "0"} : query.after().split(":", 2);
    if (after.length < 2 || !after[1].matches("\\d{1,9}")) {
      return page(query.fromTheStart());
    }
    List<String> keys = new ArrayList<>(List.of(Keys.DAYS, Keys.NAMES, Keys.ARCHIVED));
    if (query.account() != null) keys.add(Keys.STAFF_OF + query.account());
    List<Object> args =
        List.of(
            after[0],
            after[1],
            query.limit(),
            IndexFields.searched(query.words()),
            IndexFields.asCode(query.words()),
            THROUGH,
            query.account() == null ? "" : query.account(),
            query.scope().name().toLowerCase(Locale.ROOT),
            query.day().toEpochDay());
    return link.eval(list, keys, args)
        .compose(reply -> vertx.executeBlocking(() -> page(reply, query.account() != null), false));
  }

  private Page page(Response reply, boolean ofAccount) {
    List<Listed> events = new ArrayList<>();
    for (int i = 3; i + PER_EVENT <= reply.size(); i += PER_EVENT) {
      events.add(
          listed(
              reply.get(i).toString(),
              ofAccount ? reply.get(i + 1).toString() : null,
              reply.get(i + 2).toLong(),
              reply.get(i + 3)));
    }
    String last = reply.get(0).toString();
    long total = reply.get(2).toLong();
    return new Page(
        events, last.isEmpty() ? null : last + ":" + reply.get(1), total < 0 ? null : total);
  }

  private Listed listed(String id, @Nullable String grant, long joined, Response fields) {
    try {
      EventState state = LoadReply.state(fields, link.epoch(), formats);
      if (state == null) {
        throw new IllegalStateException("the index names an event that is not there");
      }
      return new Listed(id, grant, joined, state.event(), state, null);
    } catch (RuntimeException e) {
      return new Listed(id, grant, joined, event(fields), null, new UnreadableEvent(e));
    }
  }

  private static @Nullable Event event(Response fields) {
    try {
      return LoadReply.event(fields);
    } catch (RuntimeException e) {
      return null;
    }
  }

  @Override
  public Future<List<String>> ended(long before, int most) {
    return ids(link.send(Command.ZRANGE, Keys.ENDS, "-inf", before, "BYSCORE", "LIMIT", 0, most));
  }

  @Override
  public Future<List<String>> withFinal(int most) {
    return ids(link.send(Command.ZRANGE, Keys.FINAL, 0, most - 1));
  }

  private static Future<List<String>> ids(Future<Response> reply) {
    return reply.map(found -> found.stream().map(Response::toString).toList());
  }

  @Override
  public Future<Void> looked(
      String eventId, long version, @Nullable Long end, @Nullable Long seen) {
    return link.eval(
            next,
            List.of(Keys.state(eventId), Keys.ENDS, Keys.FINAL),
            List.of(eventId, version, end == null ? "" : end, seen == null ? "" : seen))
        .mapEmpty();
  }

  @Override
  public Future<Void> postpone(String eventId, long end, long seen) {
    return Future.join(
            link.send(Command.ZADD, Keys.ENDS, "XX", "GT", end, eventId),
            link.send(Command.ZADD, Keys.FINAL, "XX", seen, eventId))
        .mapEmpty();
  }
}
