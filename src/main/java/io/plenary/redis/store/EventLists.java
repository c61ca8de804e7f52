package io.plenary.redis.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists of all events. Each is a key of its own, and no two are changed or read at once: a
 * Cluster may keep them at different servers. What stands in two of them for a moment is read
 * twice, never left out.
 */
final class EventLists {
  private final RedisLink link;
  private final Script due = Script.load("note_due");
  private final Script next = Script.load("next_look");
  private final Script part = Script.load("list_part");
  private final Script scores = Script.load("scores");

  EventLists(RedisLink link) {
    this.link = link;
  }

  /** Has them say this of an event. */
  Future<Void> tell(String eventId, Listing listing) {
    List<Future<?>> all = new ArrayList<>();
    if (listing.gone()) {
      for (String key : List.of(Keys.DAYS, Keys.ARCHIVED, Keys.ENDS, Keys.FINAL)) {
        all.add(link.send(Command.ZREM, key, eventId));
      }
      all.add(link.send(Command.HDEL, Keys.NAMES, eventId));
    } else {
      if (listing.hasDay()) all.add(listed(eventId, listing));
      if (listing.hasWords()) {
        all.add(link.send(Command.HSET, Keys.NAMES, eventId, listing.words()));
      }
      all.add(link.send(Command.ZADD, Keys.ENDS, "XX", listing.ends(), eventId));
    }
    return Future.all(all).mapEmpty();
  }

  private Future<?> listed(String eventId, Listing listing) {
    String into = listing.archived() ? Keys.ARCHIVED : Keys.DAYS;
    String out = listing.archived() ? Keys.DAYS : Keys.ARCHIVED;
    return link.send(Command.ZADD, into, listing.day(), eventId)
        .compose(v -> link.send(Command.ZREM, out, eventId));
  }

  /**
   * Notes that an event is to be looked at.
   *
   * @param list {@link Keys#ENDS} or {@link Keys#FINAL}
   * @param at when, ms since 1970; empty: now
   */
  Future<?> due(String list, String eventId, String at) {
    return link.eval(due, List.of(list), List.of(eventId, at));
  }

  /** When it is to be looked at; empty: it is not noted. */
  Future<String> noted(String list, String eventId) {
    return scores(list, List.of(eventId)).map(scores -> scores.get(0));
  }

  /**
   * Notes when to look again, unless it was noted anew since.
   *
   * @param before as {@link #noted} had it
   * @param at the same
   */
  Future<?> again(String list, String eventId, String before, String at) {
    return link.eval(next, List.of(list), List.of(eventId, before, at));
  }

  /**
   * A part of a list: events whose last day is within these, days since 1970.
   *
   * @param list {@link Keys#DAYS} or {@link Keys#ARCHIVED}
   * @param up whether the earliest comes first
   */
  record Part(String list, long from, long to, boolean up) {}

  /**
   * @param many how many there are in the part
   * @param rank where in it the event stands that was looked for, from 0; -1: nowhere
   */
  record Slice(int many, int rank, List<String> ids) {}

  Future<Slice> slice(Part of, String lookedFor, int at, int most) {
    List<Object> args = List.of(of.from, of.to, of.up ? 1 : 0, lookedFor, at, most);
    return link.eval(part, List.of(of.list), args)
        .map(
            reply -> {
              List<String> ids = new ArrayList<>();
              for (int i = 2; i < reply.size(); i++) ids.add(reply.get(i).toString());
              return new Slice(reply.get(0).toInteger(), reply.get(1).toInteger(), ids);
            });
  }

  /** Under what these events stand, in the order of the question; empty: not in the list. */
  Future<List<String>> scores(String list, List<String> ids) {
    return link.eval(scores, List.of(list), ids)
        .map(reply -> reply.stream().map(Response::toString).toList());
  }

  Future<List<String>> words(List<String> ids) {
    List<Object> args = new ArrayList<>(List.of(Keys.NAMES));
    args.addAll(ids);
    return link.send(Command.HMGET, args.toArray())
        .map(reply -> reply.stream().map(each -> each == null ? "" : each.toString()).toList());
  }
}
