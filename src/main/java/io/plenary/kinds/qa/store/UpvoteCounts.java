package io.plenary.kinds.qa.store;

import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.store.Pages;
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
 * Counts the upvotes of a Q&A from the registers, in calls that none waits for long: many questions
 * at once where few upvoted them, and a page after the other of one that very many did.
 */
final class UpvoteCounts {
  /** Registers that one call counts. */
  static final int MOST = 5_000;

  private static final int QUESTIONS = 500;

  /** What a register that counts ends with. */
  private static final String ON = " 1";

  private final RedisLink link;
  private final Script sizes = Script.load(RedisQuestionStore.class, "upvoters");

  UpvoteCounts(RedisLink link) {
    this.link = link;
  }

  /**
   * @param few lists of questions that one call counts
   * @param many questions each of which takes several
   */
  record Plan(List<List<String>> few, List<String> many) {}

  /**
   * @param groups whether each is counted with all that are merged into it; what is merged into
   *     another is then counted there
   */
  Future<Plan> plan(String qa, boolean groups) {
    return link.send(Command.HKEYS, qa + ":docs")
        .compose(
            reply -> {
              List<String> all = new ArrayList<>();
              reply.forEach(id -> all.add(id.toString()));
              Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
              int[] at = {0};
              return all.isEmpty()
                  ? Future.succeededFuture(plan)
                  : Pages.each(
                          () -> {
                            int to = Math.min(at[0] + QUESTIONS, all.size());
                            List<String> some = all.subList(at[0], to);
                            at[0] = to;
                            return link.eval(sizes, List.of(qa), some)
                                .map(
                                    numbers -> {
                                      sort(some, numbers, groups, plan);
                                      return at[0] < all.size();
                                    });
                          })
                      .map(v -> plan);
            });
  }

  private static void sort(List<String> some, Response numbers, boolean groups, Plan plan) {
    List<String> few = new ArrayList<>();
    int registers = 0;
    for (int i = 0; i < some.size(); i++) {
      int size = numbers.get(2 * i + (groups ? 1 : 0)).toInteger();
      if (size > MOST) {
        plan.many.add(some.get(i));
        continue;
      }
      if (registers + size > MOST) {
        plan.few.add(few);
        few = new ArrayList<>();
        registers = 0;
      }
      few.add(some.get(i));
      registers += size;
    }
    if (!few.isEmpty()) plan.few.add(few);
  }

  /** People who upvoted one question, whatever it is merged into. */
  Future<Integer> of(String qa, String question) {
    Set<String> people = new HashSet<>();
    return scan(qa, question, people).map(v -> people.size());
  }

  /** Of each of these. */
  Future<Map<String, Integer>> of(String qa, List<String> questions) {
    Map<String, Integer> counts = new HashMap<>();
    Future<Void> chain = Future.succeededFuture();
    for (String question : questions) {
      chain =
          chain.compose(v -> of(qa, question)).onSuccess(n -> counts.put(question, n)).mapEmpty();
    }
    return chain.map(v -> counts);
  }

  /** Whether a group is counted as its registers say; also false when they moved meanwhile. */
  Future<Boolean> right(String qa, String root) {
    Set<String> people = new HashSet<>();
    return link.send(Command.HGET, qa + ":members", root)
        .compose(
            members -> {
              Future<Void> chain = Future.succeededFuture();
              for (String member : members == null ? new String[] {root} : words(members)) {
                chain = chain.compose(v -> scan(qa, member, people));
              }
              return chain;
            })
        .compose(v -> link.send(Command.HGET, qa + ":counts", root))
        .map(stored -> (stored == null ? 0 : stored.toInteger()) == people.size());
  }

  private static String[] words(Response members) {
    return members.toString().split(" ");
  }

  private Future<Void> scan(String qa, String question, Set<String> people) {
    return Pages.scan(
        link,
        qa + ":up:" + question,
        (person, register) -> {
          if (register.endsWith(ON)) people.add(person);
        });
  }
}
