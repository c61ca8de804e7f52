package io.plenary.redis.store;

import io.plenary.activity.service.EventIndex.Query;
import io.plenary.redis.RedisLink;
import io.plenary.redis.store.EventLists.Part;
import io.plenary.redis.store.EventLists.Slice;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a list of events: the lists first, then of each event what is shown of it. An
 * event that goes meanwhile is left out; one that moves meanwhile may come twice.
 */
final class ListWalk {
  /** Of names, in one call and in all: a millisecond of Redis' time. */
  private static final int CHUNK = 200;

  private static final int THROUGH = 2_000;

  /** Events of one account whose days one call reads. */
  private static final int DAYS = 1_000;

  private static final long EVER = 1_000_000_000;

  private final RedisLink link;
  private final EventLists lists;
  private final Query query;
  private final String words;
  private final String code;
  private final List<Source> sources = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private String last = "";
  private int at;
  private int looked;

  /**
   * @param state hash of the event
   */
  record Found(String id, String grant, long joined, Response state) {
    /** Reads all of it: not for event loops. */
    Map<String, String> fields() {
      Map<String, String> fields = new HashMap<>();
      state.getKeys().forEach(name -> fields.put(name, state.get(name).toString()));
      return fields;
    }
  }

  /**
   * @param next event and rank to go on after; null at the end
   * @param total how many there are
   */
  record Page(List<Found> found, @Nullable String next, long total) {}

  /** A part of the list. */
  private interface Source {
    Future<Slice> slice(String lookedFor, int at, int most);
  }

  ListWalk(RedisLink link, EventLists lists, Query query) {
    this.link = link;
    this.lists = lists;
    this.query = query;
    this.words = IndexFields.searched(query.words());
    this.code = IndexFields.asCode(query.words());
  }

  /**
   * @param after event after which the page begins, empty for the first
   * @param rank where it stood, should it be gone
   */
  Future<Page> page(String after, int rank) {
    return sources()
        .compose(v -> started(after, rank))
        .compose(v -> Pages.each(this::some))
        .compose(v -> last.isEmpty() ? Future.succeededFuture(List.<String>of()) : slice(at, 1))
        .map(
            rest ->
                new Page(
                    found,
                    rest.isEmpty() ? null : last + ":" + at,
                    sizes.stream().mapToLong(n -> n).sum()));
  }

  private List<Part> parts() {
    long day = query.day().toEpochDay();
    Part archived = new Part(Keys.ARCHIVED, -EVER, EVER, false);
    return switch (query.scope()) {
      case UPCOMING -> List.of(new Part(Keys.DAYS, day, EVER, true));
      case PAST -> List.of(new Part(Keys.DAYS, -EVER, day, false));
      case ARCHIVED -> List.of(archived);
      case ALL -> List.of(new Part(Keys.DAYS, -EVER, EVER, false), archived);
    };
  }

  private Future<Void> sources() {
    if (query.account() == null) {
      for (Part part : parts()) {
        sources.add((lookedFor, at, most) -> lists.slice(part, lookedFor, at, most));
      }
      return Future.succeededFuture();
    }
    return link.send(Command.SMEMBERS, Keys.STAFF_OF + query.account())
        .compose(
            reply -> {
              List<String> ids = reply.stream().map(Response::toString).toList();
              Future<Void> chain = Future.succeededFuture();
              for (Part part : parts()) chain = chain.compose(v -> ofAccount(part, ids));
              return chain;
            });
  }

  private record Day(String id, double day) {}

  private Future<Void> ofAccount(Part part, List<String> ids) {
    List<Day> days = new ArrayList<>();
    int[] from = {0};
    return Pages.each(
            () -> {
              List<String> some = ids.subList(from[0], Math.min(from[0] + DAYS, ids.size()));
              if (some.isEmpty()) return Future.succeededFuture(false);
              from[0] += some.size();
              return lists
                  .scores(part.list(), some)
                  .map(
                      scores -> {
                        for (int i = 0; i < some.size(); i++) {
                          if (scores.get(i).isEmpty()) continue;
                          double day = Double.parseDouble(scores.get(i));
                          if (day >= part.from() && day < part.to()) {
                            days.add(new Day(some.get(i), day));
                          }
                        }
                        return from[0] < ids.size();
                      });
            })
        .onSuccess(v -> sources.add(in(sorted(days, part.up()))));
  }

  /** As Redis sorts them. */
  private static List<String> sorted(List<Day> days, boolean up) {
    Comparator<Day> order = Comparator.comparingDouble(Day::day).thenComparing(Day::id);
    return days.stream().sorted(up ? order : order.reversed()).map(Day::id).toList();
  }

  private static Source in(List<String> ids) {
    return (lookedFor, at, most) -> {
      List<String> some = ids.subList(Math.min(at, ids.size()), Math.min(at + most, ids.size()));
      return Future.succeededFuture(new Slice(ids.size(), ids.indexOf(lookedFor), some));
    };
  }

  /** Where an event is gone, one may come twice, but none is left out. */
  private Future<Void> started(String after, int rank) {
    return Future.all(sources.stream().map(source -> source.slice(after, 0, 0)).toList())
        .map(
            all -> {
              int before = 0;
              if (!after.isEmpty()) at = Math.max(rank - 1, 0);
              for (Slice slice : all.<Slice>list()) {
                if (slice.rank() >= 0) at = before + slice.rank() + 1;
                before += slice.many();
                sizes.add(slice.many());
              }
              return null;
            });
  }

  /** From there on, over all parts. */
  private Future<List<String>> slice(int from, int most) {
    List<String> out = new ArrayList<>();
    Future<List<String>> chain = Future.succeededFuture(out);
    int before = 0;
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      int start = Math.max(from - before, 0);
      if (start < sizes.get(i)) {
        chain =
            chain.compose(
                v ->
                    out.size() >= most
                        ? Future.succeededFuture(out)
                        : source
                            .slice("", start, most - out.size())
                            .onSuccess(slice -> out.addAll(slice.ids()))
                            .map(out));
      }
      before += sizes.get(i);
    }
    return chain;
  }

  /** Answers whether there may be more for this page. */
  private Future<Boolean> some() {
    int most = words.isEmpty() ? query.limit() - found.size() : THROUGH - looked;
    return slice(at, Math.min(CHUNK, most))
        .compose(
            ids ->
                ids.isEmpty()
                    ? Future.succeededFuture(false)
                    : matching(ids).compose(fits -> taken(ids, fits)));
  }

  /** Which of them are looked for: their places in the list. */
  private Future<List<Integer>> matching(List<String> ids) {
    Future<List<String>> named =
        words.isEmpty() ? Future.succeededFuture(List.of()) : lists.words(ids);
    return named.map(
        all -> {
          List<Integer> fits = new ArrayList<>();
          for (int i = 0; i < ids.size(); i++) {
            if (words.isEmpty() || holds(all.get(i))) fits.add(i);
          }
          return fits;
        });
  }

  private boolean holds(String of) {
    return of.contains(words) || (!code.isEmpty() && of.contains(code));
  }

  private Future<Boolean> taken(List<String> ids, List<Integer> fits) {
    int wanted = query.limit() - found.size();
    boolean all = fits.size() <= wanted;
    List<Integer> now = all ? fits : fits.subList(0, wanted);
    return Future.all(now.stream().map(i -> read(ids.get(i))).toList())
        .map(
            read -> {
              int through = all ? ids.size() : now.get(wanted - 1) + 1;
              List<@Nullable Found> each = read.list();
              for (int i = 0; i < each.size(); i++) {
                Found one = each.get(i);
                if (one == null) continue;
                found.add(one);
                if (found.size() == query.limit()) through = now.get(i) + 1;
              }
              at += through;
              looked += through;
              last = ids.get(through - 1);
              return found.size() < query.limit() && looked < THROUGH;
            });
  }

  /** Null when it is gone, or the account has nothing to do there. */
  private Future<@Nullable Found> read(String id) {
    if (query.account() == null) return read(id, "");
    return link.send(Command.HGET, Keys.staff(id), query.account())
        .compose(grant -> grant == null ? Future.succeededFuture() : read(id, grant.toString()));
  }

  private Future<@Nullable Found> read(String id, String grant) {
    Future<Response> joined = link.send(Command.SCARD, Keys.joined(id));
    return link.send(Command.HGETALL, Keys.state(id))
        .compose(
            state ->
                joined.map(
                    people ->
                        state.size() == 0 ? null : new Found(id, grant, people.toLong(), state)));
  }
}
