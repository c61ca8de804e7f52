package io.plenary.redis.store;

import io.plenary.identity.Entropy;
import io.plenary.identity.Grant;
import io.plenary.identity.Ids;
import io.plenary.identity.StaffStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.words.Role;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@link StaffStore} on Redis; keys in {@link Keys}. The event's own list is the truth. An
 * account's list of events only helps to find them: it is written before somebody is added and
 * after somebody is taken off, so that it may name too many, never too few.
 */
public final class RedisStaffStore implements StaffStore {
  private static final String KEEP = "KEEP";
  private static final int TRIES = 8;

  /** Events that are asked for a grant in one go. */
  private static final int AT_ONCE = 100;

  private final RedisLink link;
  private final Script owner = Script.load("owner");
  private final Script change = Script.load("change_staff");

  private final Ids ids;

  public RedisStaffStore(RedisLink link, Entropy entropy) {
    this.link = link;
    this.ids = new Ids(entropy);
  }

  @Override
  public Future<Optional<String>> owner() {
    return link.eval(owner, List.of(Keys.OWNER, Keys.EMAILS), List.of())
        .map(reply -> Optional.ofNullable(reply).map(Object::toString));
  }

  @Override
  public Future<Optional<Grant>> grant(String event, String account) {
    return link.send(Command.HGET, Keys.staff(event), account)
        .map(reply -> Optional.ofNullable(reply).map(text -> Grant.of(text.toString())));
  }

  @Override
  public Future<Map<String, Grant>> staff(String event) {
    return link.send(Command.HGETALL, Keys.staff(event))
        .map(
            reply -> {
              Map<String, Grant> all = new HashMap<>();
              reply
                  .getKeys()
                  .forEach(account -> all.put(account, Grant.of(reply.get(account).toString())));
              return all;
            });
  }

  @Override
  public Future<Set<String>> eventsOf(String account) {
    return link.send(Command.SMEMBERS, Keys.STAFF_OF + account)
        .map(
            reply -> {
              Set<String> events = new HashSet<>();
              reply.forEach(id -> events.add(id.toString()));
              return events;
            });
  }

  @Override
  public Future<Boolean> organises(String account) {
    return eventsOf(account)
        .compose(
            events -> {
              List<String> ids = List.copyOf(events);
              int[] from = {0};
              boolean[] found = {false};
              return Pages.each(
                      () -> {
                        List<String> some =
                            ids.subList(from[0], Math.min(from[0] + AT_ONCE, ids.size()));
                        from[0] += some.size();
                        return organisesOneOf(some, account)
                            .map(
                                one -> {
                                  found[0] = one;
                                  return !one && from[0] < ids.size();
                                });
                      })
                  .map(v -> found[0]);
            });
  }

  private Future<Boolean> organisesOneOf(List<String> events, String account) {
    String organiser = Grant.everywhere(Role.ORGANISER).text();
    return Future.all(
            events.stream()
                .map(event -> link.send(Command.HGET, Keys.staff(event), account))
                .toList())
        .map(
            grants ->
                grants.<Response>list().stream()
                    .anyMatch(grant -> grant != null && grant.toString().equals(organiser)));
  }

  @Override
  public Future<Outcome> put(String event, String account, Grant grant) {
    return link.send(Command.SADD, Keys.STAFF_OF + account, event)
        .compose(v -> change(event, account, grant.text(), "PUT", List.of(KEEP)))
        .compose(
            outcome ->
                outcome == Outcome.GONE
                    ? forget(event, Set.of(account)).map(outcome)
                    : Future.succeededFuture(outcome));
  }

  @Override
  public Future<Outcome> change(String event, String account, Grant grant, boolean newLinks) {
    return change(event, account, grant.text(), newLinks);
  }

  @Override
  public Future<Outcome> remove(String event, String account, boolean newLinks) {
    return change(event, account, "", newLinks)
        .compose(outcome -> forget(event, Set.of(account)).map(outcome));
  }

  @Override
  public Future<Void> forget(String event, Set<String> accounts) {
    return forget(link, event, accounts);
  }

  static Future<Void> forget(RedisLink link, String event, Set<String> accounts) {
    return Future.all(
            accounts.stream()
                .map(account -> link.send(Command.SREM, Keys.STAFF_OF + account, event))
                .toList())
        .mapEmpty();
  }

  private Future<Outcome> change(String event, String account, String grant, boolean newLinks) {
    return newLinks
        ? change(event, account, grant, TRIES)
        : change(event, account, grant, "CHANGE", List.of(KEEP));
  }

  /** A room that was added in between has links of its own: then once more. */
  private Future<Outcome> change(String event, String account, String grant, int left) {
    return link.send(Command.HKEYS, Keys.links(event))
        .compose(
            fields -> {
              List<String> links = new ArrayList<>(List.of("NEW"));
              fields.forEach(field -> links.addAll(List.of(field.toString(), ids.secret128())));
              return change(event, account, grant, "CHANGE", links);
            })
        .recover(
            e ->
                e instanceof LinksMoved && left > 1
                    ? change(event, account, grant, left - 1)
                    : Future.failedFuture(e));
  }

  private Future<Outcome> change(
      String event, String account, String grant, String mode, List<String> links) {
    List<String> keys =
        List.of(Keys.state(event), Keys.staff(event), Keys.invitations(event), Keys.links(event));
    List<Object> args = new ArrayList<>(List.of(Keys.hints(event), event, account, grant, mode));
    args.addAll(links);
    return link.eval(change, keys, args).map(this::outcome);
  }

  Outcome outcome(Response reply) {
    return switch (reply.toInteger()) {
      case 1 -> Outcome.DONE;
      case 2 -> Outcome.ABSENT;
      case 4 -> Outcome.GONE;
      case 5 -> throw new LinksMoved();
      default -> throw change.unexpected(reply);
    };
  }

  /** Rooms came in between. */
  private static final class LinksMoved extends IllegalStateException {
    private static final long serialVersionUID = 1;

    LinksMoved() {
      super("the rooms of the event change all the time");
    }
  }
}
