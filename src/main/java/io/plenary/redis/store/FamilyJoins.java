package io.plenary.redis.store;

import io.plenary.activity.service.StoreUnavailable;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.store.BallotReading.Place;
import io.plenary.voting.BallotType;
import io.plenary.voting.service.BallotStore.Decision;
import io.plenary.voting.service.BallotStore.Moderated;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins and parts families of counters where very many ballots are to be counted anew for it. The
 * ballots with one of these families in them are read in pages, while the store notes whose ballots
 * change; the script that writes the decisions is told by how much each counter moves, and counts
 * itself what changed since. So everybody sees the join at once, and whole.
 */
final class FamilyJoins {
  private static final int TRIES = 5;

  /** What join_answers.lua answers when more has changed than it counts itself. */
  private static final int TAKE_FIRST = 4;

  private static final int READ_ANEW = 5;

  private final RedisLink link;
  private final BallotReading reading;
  private final int most;
  private final Script join = Script.load("join_answers");

  FamilyJoins(RedisLink link, BallotReading reading, int most) {
    this.link = link;
    this.reading = reading;
    this.most = most;
  }

  private record Wish(Place place, List<Decision> decisions, int limit) {}

  /**
   * Ballots in which there are families that move.
   *
   * @param before family -> family it is joined into
   * @param words of people, by voter
   * @param many of an anonymised activity: how many people cast each
   */
  private record Affected(
      Map<String, String> before,
      Map<String, String> after,
      Set<String> families,
      Map<String, String> words,
      Map<String, Long> many) {
    static Affected by(List<Decision> decisions, Map<String, String> before) {
      Map<String, String> after = new HashMap<>(before);
      Set<String> families = new HashSet<>();
      for (Decision decision : decisions) {
        families.add(decision.family());
        if (decision.next().into().isEmpty()) after.remove(decision.family());
        else after.put(decision.family(), decision.next().into());
      }
      return new Affected(before, after, families, new HashMap<>(), new HashMap<>());
    }

    void take(String field, String text) {
      boolean anonymised = text.indexOf(' ') < 0;
      String word = anonymised ? field : Ballots.word(text);
      boolean moves = Families.in(word).stream().anyMatch(families::contains);
      if (anonymised && moves) many.put(field, Long.parseLong(text));
      else if (moves) words.put(field, word);
      else words.remove(field);
    }

    /** By how much each counter moves. */
    Map<String, Long> moves() {
      Map<String, Long> people = new HashMap<>(many);
      words.values().forEach(word -> people.merge(word, 1L, Long::sum));
      Map<String, Long> moves = new HashMap<>();
      people.forEach(
          (word, n) -> {
            Families.count(moves, word, n, after);
            Families.count(moves, word, -n, before);
          });
      moves.values().removeIf(n -> n == 0);
      return moves;
    }
  }

  Future<Moderated> join(String event, String activity, List<Decision> decisions, int limit) {
    return begun(new Wish(new Place(event, activity), decisions, limit), TRIES);
  }

  private Future<Moderated> begun(Wish wish, int left) {
    if (left == 0) {
      return Future.failedFuture(new StoreUnavailable("votes move faster than they are read"));
    }
    return reading
        .begin(wish.place)
        .compose(
            begun ->
                switch (begun) {
                  case 0 -> Future.succeededFuture(Moderated.GONE);
                  case 1 -> read(wish, left);
                  default -> BallotReading.later().compose(v -> begun(wish, left - 1));
                });
  }

  /** The rulings first: the families are joined as they say, or it is begun anew. */
  private Future<Moderated> read(Wish wish, int left) {
    return reading
        .head(wish.place)
        .compose(
            head ->
                head == null
                    ? Future.succeededFuture(Moderated.GONE)
                    : affected(wish)
                        .compose(
                            affected -> joined(wish, affected, head.rulings().version(), left)));
  }

  private Future<Affected> affected(Wish wish) {
    Place place = wish.place;
    return link.send(Command.HGETALL, Keys.joinedFamilies(place.event(), place.activity()))
        .compose(
            reply -> {
              Map<String, String> before = new HashMap<>();
              reply.getKeys().forEach(family -> before.put(family, reply.get(family).toString()));
              Affected affected = Affected.by(wish.decisions, before);
              return Pages.scan(link, place.ballots(), affected::take).map(v -> affected);
            });
  }

  private Future<Moderated> joined(Wish wish, Affected affected, long ruled, int left) {
    return reading
        .changes(wish.place, affected::take, true)
        .compose(
            head ->
                head == null
                    ? begun(wish, left - 1)
                    : written(wish, affected, ruled)
                        .compose(reply -> answered(wish, affected, ruled, left, reply)));
  }

  private Future<Moderated> answered(
      Wish wish, Affected affected, long ruled, int left, Response reply) {
    return switch (reply.toInteger()) {
      case TAKE_FIRST -> left == 1 ? begun(wish, 0) : joined(wish, affected, ruled, left - 1);
      case READ_ANEW -> ended(wish).compose(v -> begun(wish, left - 1));
      default -> answered(wish, RedisBallotStore.moderated(reply));
    };
  }

  private Future<Moderated> answered(Wish wish, Moderated moderated) {
    return moderated == Moderated.WRITTEN
        ? Future.succeededFuture(moderated)
        : ended(wish).map(v -> moderated);
  }

  /** Nothing is noted for this one any more. */
  private Future<Void> ended(Wish wish) {
    return reading.changes(wish.place, (voter, text) -> {}, false).mapEmpty();
  }

  private Future<Response> written(Wish wish, Affected affected, long ruled) {
    String event = wish.place.event();
    String activity = wish.place.activity();
    List<String> keys =
        List.of(
            Keys.activity(event, activity),
            Keys.ballots(event, activity),
            Keys.pending(event, activity),
            Keys.state(event),
            Keys.moved(event, activity),
            Keys.rulings(event, activity),
            Keys.joinedFamilies(event, activity),
            Keys.changed(event, activity));
    List<Object> args =
        new ArrayList<>(
            List.of(
                Keys.hints(event),
                event + " " + activity,
                wish.limit,
                ruled,
                most,
                wish.decisions.size()));
    wish.decisions.forEach(decision -> args.addAll(Ballots.write(decision)));
    affected.moves().forEach((counter, by) -> args.addAll(List.of(counter, by)));
    return link.eval(join, keys, args);
  }

  /** What a ballot adds to counters "family/form", as lib/contributions.lua has it. */
  static final class Families {
    private Families() {}

    private static String[] names(String word) {
      if (word.equals(BallotType.ABSTAINED)) return new String[0];
      return word.substring(word.indexOf('|') + 1).split(",");
    }

    static List<String> in(String word) {
      List<String> families = new ArrayList<>();
      for (String name : names(word)) {
        int slash = name.indexOf('/');
        if (slash > 0) families.add(name.substring(0, slash));
      }
      return families;
    }

    /** One to a family once, in the first of its forms. */
    static void count(Map<String, Long> sums, String word, long n, Map<String, String> joined) {
      Set<String> seen = new HashSet<>();
      for (String name : names(word)) {
        int slash = name.indexOf('/');
        if (slash <= 0) continue;
        String own = name.substring(0, slash);
        String family = joined.getOrDefault(own, own);
        if (seen.add(family)) sums.merge(family + name.substring(slash), n, Long::sum);
      }
    }
  }
}
