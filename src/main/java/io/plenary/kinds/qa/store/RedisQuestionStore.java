package io.plenary.kinds.qa.store;

import io.plenary.kinds.qa.QaChange;
import io.plenary.kinds.qa.QaChange.Group;
import io.plenary.kinds.qa.QaChange.Line;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.Transitions;
import io.plenary.kinds.qa.service.QuestionStore;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Script;
import io.plenary.redis.store.AofCompaction;
import io.plenary.redis.store.Keys;
import io.plenary.redis.store.Settling;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link QuestionStore} on Redis. A is the activity's key, as in {@link Keys}; beside what stands
 * there:
 *
 * <pre>
 * A                             hash   next (number to give), live (Q, or empty), check (BEFORE AFTER), asking (1 0),
 *                                      perPerson; anonymised (1)
 * A:docs                        hash   Q -> document as {@link QuestionDocuments} writes it
 * A:revs                        hash   Q -> revision
 * A:at                          zset   Q -> version at which its document moved last
 * A:counts                      hash   root -> people who upvoted its group
 * A:upat                        zset   root -> version at which that moved last
 * A:open                        hash   Q -> root; only what takes upvotes. Gone once anonymised
 * A:members                     hash   root -> "Q Q ..." with the root first; only groups of several
 * A:asked                       hash   "asker:phone's id" -> Q. Gone once anonymised
 * A:askers                      hash   Q -> "asker phone's id". Gone once anonymised
 * A:limits                      hash   asker -> questions that were not withdrawn; "asker all" -> withdrawn ones too.
 *                                      Gone once anonymised
 * A:up:Q                        hash   upvoter -> "seq 0|1". No time, no address. Gone once anonymised
 * A:raw                         hash   once anonymised: Q of a group of several -> people who upvoted itself
 * A:audit                       list   "minute who act Q from to reason", reason is "-" for none; no words, no asker
 * </pre>
 */
public final class RedisQuestionStore implements QuestionStore {
  /** About how many questions one reply holds; Redis does nothing else while it makes it. */
  private static final int PAGE = 500;

  private final RedisLink link;
  private final Settling settling;
  private final Script ask = Script.load(RedisQuestionStore.class, "ask_questions");
  private final Script cast = Script.load(RedisQuestionStore.class, "cast_upvotes");
  private final Script commit = Script.load(RedisQuestionStore.class, "commit_questions");
  private final Script since = Script.load(RedisQuestionStore.class, "questions_since");
  private final Script recount = Script.load(RedisQuestionStore.class, "recount_questions");
  private final Script raw = Script.load(RedisQuestionStore.class, "raw_upvotes");
  private final Script anonymise = Script.load(RedisQuestionStore.class, "anonymise_questions");
  private final Script idle = Script.load("idle");
  private final UpvoteCounts upvotes;

  public RedisQuestionStore(RedisLink link) {
    this.link = link;
    this.settling = new Settling(link);
    this.upvotes = new UpvoteCounts(link);
  }

  @Override
  public Future<List<Asked>> ask(String eventId, String qaId, List<Ask> asks) {
    if (asks.isEmpty()) return Future.succeededFuture(List.of());
    List<Object> args = hint(eventId, qaId);
    for (Ask a : asks) {
      args.addAll(
          List.of(
              a.phoneId(),
              a.question().id(),
              a.asker(),
              a.round(),
              QuestionDocuments.write(a.question(), null)));
    }
    return link.eval(ask, keys(eventId, qaId), args)
        .map(replies -> each(replies, QuestionReplies::asked))
        .compose(
            all ->
                all.stream().anyMatch(a -> a.outcome() == AskOutcome.GONE)
                    ? link.gone(all)
                    : Future.succeededFuture(all));
  }

  @Override
  public Future<List<Cast>> upvote(String eventId, String qaId, List<Upvote> upvotes) {
    if (upvotes.isEmpty()) return Future.succeededFuture(List.of());
    List<Object> args = hint(eventId, qaId);
    for (Upvote u : upvotes) {
      args.addAll(List.of(u.question(), u.upvoter(), u.seq(), u.on() ? 1 : 0));
    }
    return link.eval(cast, keys(eventId, qaId), args)
        .map(replies -> each(replies, QuestionReplies::cast))
        .compose(
            all ->
                all.stream().anyMatch(c -> c.outcome() == UpvoteOutcome.GONE)
                    ? link.gone(all)
                    : Future.succeededFuture(all));
  }

  @Override
  public Future<Committed> commit(
      String eventId, String qaId, QaChange change, String who, long minute) {
    if (change.isEmpty()) {
      return Future.succeededFuture(new Committed(CommitOutcome.COMMITTED, null));
    }
    List<Object> args = hint(eventId, qaId);
    QaChange.Live live = change.live();
    args.addAll(
        live == null ? List.of(0, "", "") : List.of(1, orEmpty(live.from()), orEmpty(live.to())));
    args.add(change.onlyErases() ? 1 : 0);
    args.add(forgetting(change));
    args.add(change.writes().size());
    for (Question q : change.writes()) {
      boolean publish = q.n() == 0 && q.state().isPublic();
      args.addAll(
          List.of(
              q.id(),
              q.rev() - 1,
              publish ? 1 : 0,
              q.state() == QuestionState.WITHDRAWN ? 1 : 0,
              QuestionDocuments.write(q, ASKER.equals(who) ? null : who)));
    }
    args.add(change.groups().size());
    for (Group g : change.groups()) {
      args.addAll(List.of(g.open() ? 1 : 0, g.regrouped() ? 1 : 0, g.members().size()));
      args.addAll(g.members());
    }
    for (Line l : change.audit()) {
      args.add(
          QuestionReplies.write(
              new AuditLine(minute, who, l.act(), l.question(), l.from(), l.to(), l.reason())));
    }
    List<String> keys = List.of(key(eventId, qaId), Keys.state(eventId), Keys.unsettled(eventId));
    Supplier<Future<Committed>> committed =
        () -> link.eval(commit, keys, args).map(QuestionReplies::committed);
    return forgetting(change).isEmpty() ? committed.get() : settling.after(eventId, committed);
  }

  /** When words go: within how many ms they are to be out of the files, too. */
  private static String forgetting(QaChange change) {
    List<Transitions> acts = change.audit().stream().map(Line::act).toList();
    if (acts.contains(Transitions.ERASE)) return Long.toString(AofCompaction.SOON_MS);
    return acts.contains(Transitions.WITHDRAW) ? Long.toString(AofCompaction.LATER_MS) : "";
  }

  private static String orEmpty(@Nullable String id) {
    return id == null ? "" : id;
  }

  @Override
  public Future<Moved> since(String eventId, String qaId, long version) {
    return link.eval(since, List.of(key(eventId, qaId)), List.of(version, PAGE))
        .map(reply -> QuestionReplies.moved(reply, link.epoch()));
  }

  @Override
  public Future<String> asked(String eventId, String qaId, List<String> askers, String phoneId) {
    List<Object> args = new ArrayList<>(List.of(key(eventId, qaId) + ":asked"));
    askers.forEach(asker -> args.add(asker + ":" + phoneId));
    return link.send(Command.HMGET, args.toArray())
        .map(
            replies -> {
              for (Response reply : replies) {
                if (reply != null) return reply.toString();
              }
              return null;
            });
  }

  @Override
  public Future<Integer> recount(String eventId, String qaId) {
    return upvotes
        .plan(key(eventId, qaId), true)
        .compose(
            plan -> {
              Future<Integer> chain = Future.succeededFuture(0);
              for (List<String> some : plan.few()) {
                chain = chain.compose(n -> mended(eventId, qaId, some).map(more -> n + more));
              }
              for (String root : plan.many()) {
                chain =
                    chain.compose(
                        n ->
                            upvotes
                                .right(key(eventId, qaId), root)
                                .compose(
                                    right ->
                                        right
                                            ? Future.succeededFuture(n)
                                            : mended(eventId, qaId, List.of(root))
                                                .map(more -> n + more)));
              }
              return chain;
            });
  }

  private Future<Integer> mended(String eventId, String qaId, List<String> roots) {
    List<Object> args = hint(eventId, qaId);
    args.addAll(roots);
    return link.eval(recount, keys(eventId, qaId), args).map(Response::size);
  }

  @Override
  public Future<Map<String, Integer>> raw(String eventId, String qaId) {
    String qa = key(eventId, qaId);
    return upvotes
        .plan(qa, false)
        .compose(
            plan ->
                upvotes
                    .of(qa, plan.many())
                    .compose(
                        found -> {
                          Future<Void> chain = Future.succeededFuture();
                          for (List<String> some : plan.few()) {
                            chain =
                                chain
                                    .compose(v -> link.eval(raw, List.of(qa), some))
                                    .onSuccess(numbers -> count(some, numbers, found))
                                    .mapEmpty();
                          }
                          return chain.map(v -> found);
                        }));
  }

  private static void count(List<String> some, Response numbers, Map<String, Integer> found) {
    for (int i = 0; i < some.size(); i++) {
      int number = numbers.get(i).toInteger();
      if (number > 0) found.put(some.get(i), number);
    }
  }

  @Override
  public Future<List<AuditLine>> audit(String eventId, String qaId) {
    return link.send(Command.LRANGE, key(eventId, qaId) + ":audit", 0, -1)
        .map(reply -> each(reply, line -> QuestionReplies.auditLine(line.toString())));
  }

  @Override
  public Future<Long> idleMillis(String eventId, String qaId) {
    return link.eval(idle, List.of(key(eventId, qaId)), List.of()).map(Response::toLong);
  }

  /** Nobody upvotes any more what is final, so what very many upvoted is counted before. */
  @Override
  public Future<AnonymiseOutcome> anonymise(String eventId, String qaId) {
    String qa = key(eventId, qaId);
    List<String> keys = List.of(qa, Keys.state(eventId), Keys.answerKeys(eventId));
    return upvotes
        .plan(qa, false)
        .compose(plan -> upvotes.of(qa, plan.many()))
        .compose(
            counted -> {
              List<Object> args = new ArrayList<>(List.of(Keys.hints(eventId), eventId, qaId));
              counted.forEach((question, n) -> args.addAll(List.of(question, n)));
              return link.eval(anonymise, keys, args);
            })
        .map(
            reply ->
                switch (reply.toInteger()) {
                  case 1 -> AnonymiseOutcome.ANONYMISED;
                  case 2 -> AnonymiseOutcome.ALREADY;
                  case 5 -> AnonymiseOutcome.NOT_FINAL;
                  default -> throw anonymise.unexpected(reply);
                });
  }

  private static <T> List<T> each(Response replies, Function<Response, T> read) {
    List<T> all = new ArrayList<>(replies.size());
    for (Response reply : replies) all.add(read.apply(reply));
    return all;
  }

  private static List<Object> hint(String eventId, String qaId) {
    return new ArrayList<>(List.of(Keys.hints(eventId), eventId + " " + qaId));
  }

  private static List<String> keys(String eventId, String qaId) {
    return List.of(key(eventId, qaId), Keys.state(eventId));
  }

  private static String key(String eventId, String qaId) {
    return Keys.activity(eventId, qaId);
  }
}
