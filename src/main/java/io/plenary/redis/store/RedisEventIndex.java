package io.plenary.redis.store;

import io.plenary.activity.EventState;
import io.plenary.activity.service.EventIndex;
import io.plenary.activity.service.UnreadableEvent;
import io.plenary.event.Event;
import io.plenary.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link EventIndex} on Redis; keys in {@link Keys}. Pages are large replies, so they come over a
 * connection of their own and are read on a worker thread: no vote waits behind one.
 */
public final class RedisEventIndex implements EventIndex {
  private final Vertx vertx;
  private final RedisLink link;
  private final ActivityFormats formats;
  private final EventLists lists;

  /**
   * @param link not one that votes travel on
   */
  public RedisEventIndex(Vertx vertx, RedisLink link, ActivityFormats formats) {
    this.formats = formats;
    this.vertx = vertx;
    this.link = link;
    this.lists = new EventLists(link);
  }

  @Override
  public Future<Page> page(Query query) {
    String[] after = query.after() == null ? new String[] {"", "0"} : query.after().split(":", 2);
    if (after.length < 2 || !after[1].matches("\\d{1,9}")) {
      return page(query.fromTheStart());
    }
    return new ListWalk(link, lists, query)
        .page(after[0], Integer.parseInt(after[1]))
        .compose(page -> vertx.executeBlocking(() -> page(query, page), false));
  }

  private Page page(Query query, ListWalk.Page page) {
    boolean ofAccount = query.account() != null;
    List<Listed> events = new ArrayList<>();
    for (ListWalk.Found found : page.found()) {
      events.add(
          listed(found.id(), ofAccount ? found.grant() : null, found.joined(), found.fields()));
    }
    boolean counted = IndexFields.searched(query.words()).isEmpty();
    return new Page(events, page.next(), counted ? page.total() : null);
  }

  private Listed listed(
      String id, @Nullable String grant, long joined, Map<String, String> fields) {
    try {
      EventState state = LoadReply.state(fields, link.epoch(), formats);
      if (state == null) throw new IllegalStateException("the store holds an event without itself");
      return new Listed(id, grant, joined, state.event(), state, null);
    } catch (RuntimeException e) {
      return new Listed(id, grant, joined, event(fields), null, new UnreadableEvent(e));
    }
  }

  private static @Nullable Event event(Map<String, String> fields) {
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
    return Future.all(lists.noted(Keys.ENDS, eventId), lists.noted(Keys.FINAL, eventId))
        .compose(
            before ->
                unchanged(eventId, version)
                    .compose(
                        same ->
                            same
                                ? Future.all(
                                    lists.again(Keys.ENDS, eventId, before.resultAt(0), text(end)),
                                    lists.again(
                                        Keys.FINAL, eventId, before.resultAt(1), text(seen)))
                                : Future.succeededFuture()))
        .mapEmpty();
  }

  /** Whether it is as it was looked at, or gone. */
  private Future<Boolean> unchanged(String eventId, long version) {
    return link.send(Command.HMGET, Keys.state(eventId), "event", "version")
        .map(
            stored ->
                stored.get(0) == null
                    || (stored.get(1) != null && stored.get(1).toLong() == version));
  }

  private static String text(@Nullable Long at) {
    return at == null ? "" : at.toString();
  }

  @Override
  public Future<Void> postpone(String eventId, long end, long seen) {
    return Future.join(
            link.send(Command.ZADD, Keys.ENDS, "XX", "GT", end, eventId),
            link.send(Command.ZADD, Keys.FINAL, "XX", seen, eventId))
        .mapEmpty();
  }
}
