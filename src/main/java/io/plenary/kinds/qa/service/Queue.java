package io.plenary.kinds.qa.service;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.hub.Loops;
import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.wire.QaMessage.GetQueue;
import io.plenary.kinds.qa.wire.QaMessage.WatchQueue;
import io.plenary.kinds.qa.wire.QaServerMessage.QueueHead;
import io.plenary.kinds.qa.wire.QaServerMessage.QueuePage;
import io.plenary.kinds.qa.wire.QueueWire.QueueItem;
import io.plenary.protocol.ServerMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What moderators ask of the queue. Usable from any thread; works on the owner's context. */
public final class Queue {
  private static final int PAGE = 50;

  /** Those of one minute stay as they came: the sort is stable, and so is the set. */
  private static final Comparator<Question> OLDEST =
      Comparator.comparingLong(q -> q.times().asked());

  private final QaBoard board;
  private final QueueItems items;
  private final ModeratorPresence hands;
  private final Context owner;

  public Queue(QaBoard board, QueueItems items, ModeratorPresence hands, Context owner) {
    this.board = board;
    this.items = items;
    this.hands = hands;
    this.owner = owner;
  }

  /**
   * The caller follows the queue already, so no frame after this head is missed.
   *
   * @param hand names the connection that asks
   */
  public Future<ServerMessage> head(String eventId, WatchQueue m, String hand) {
    return on(
        eventId,
        m.activity(),
        qa ->
            items
                .ready(qa.memory, first(waiting(qa)))
                .map(
                    v -> {
                      List<Question> waiting = waiting(qa);
                      return new QueueHead(
                          m.ref(),
                          qa.id,
                          qa.memory.round(),
                          qa.queue.name(),
                          qa.queue.frame(),
                          page(qa.memory, first(waiting)),
                          waiting.size() > PAGE,
                          QaCounts.of(qa.view.statistics()),
                          Bursts.of(qa.memory),
                          hands.of(eventId, qa.id),
                          hand);
                    }));
  }

  public Future<ServerMessage> page(String eventId, GetQueue m) {
    return on(
        eventId,
        m.activity(),
        qa -> {
          QuestionState state = m.state() == null ? null : QuestionState.valueOf(m.state().name());
          Predicate<Question> stands =
              q ->
                  (state == null || q.state() == state)
                      && (m.label() == null || q.labels().contains(m.label()));
          QaMemory memory = qa.memory;
          return looked(
                  found(qa, stands, state == QuestionState.WAITING ? OLDEST : OLDEST.reversed()),
                  m.search())
              .compose(all -> page(m, memory, all));
        });
  }

  /** Thousands of texts take a while to look through, so that is done where it holds nobody up. */
  private Future<List<Question>> looked(List<Question> all, @Nullable String search) {
    return search == null
        ? Future.succeededFuture(all)
        : owner.executeBlocking(
            () -> {
              List<String> words = List.of(plain(search).strip().split("\\s+"));
              return all.stream().filter(q -> words.stream().allMatch(text(q)::contains)).toList();
            });
  }

  private Future<ServerMessage> page(GetQueue m, QaMemory memory, List<Question> all) {
    int from = 0;
    for (int i = 0; m.after() != null && i < all.size(); i++) {
      if (all.get(i).id().equals(m.after())) from = i + 1;
    }
    List<Question> rest = all.subList(from, all.size());
    String after = rest.size() > PAGE ? rest.get(PAGE - 1).id() : null;
    List<String> shown = first(rest);
    return items
        .ready(memory, shown)
        .map(
            v ->
                new QueuePage(
                    m.ref(), m.activity(), memory.round(), page(memory, shown), all.size(), after));
  }

  private Future<ServerMessage> on(
      String eventId, String qaId, Function<QaSession, Future<ServerMessage>> work) {
    return Loops.call(
        owner,
        () -> {
          QaSession qa = board.find(eventId, qaId);
          if (qa == null) {
            return Future.failedFuture(
                new RuleViolation(
                    Reason.UNKNOWN_ACTIVITY,
                    "There are no such questions. They may have been deleted."));
          }
          return board.ready(qa).compose(v -> Loops.call(owner, () -> work.apply(qa)));
        });
  }

  private static List<Question> found(
      QaSession qa, Predicate<Question> which, Comparator<Question> order) {
    return qa.memory.questions.all().stream().filter(which).sorted(order).toList();
  }

  private static List<Question> waiting(QaSession qa) {
    return found(qa, q -> q.state() == QuestionState.WAITING, OLDEST);
  }

  private static List<String> first(List<Question> all) {
    return all.stream().limit(PAGE).map(Question::id).toList();
  }

  private List<QueueItem> page(QaMemory memory, List<String> ids) {
    return ids.stream().map(id -> items.of(memory, memory.questions.known(id))).toList();
  }

  private static String text(Question q) {
    String answer = q.answer() == null || q.answer().text() == null ? "" : q.answer().text();
    return plain(
        q.text()
            + " "
            + (q.name() == null ? "" : q.name())
            + " "
            + answer
            + " "
            + String.join(" ", q.labels()));
  }

  /** As people type it who look for something: without capitals and accents. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
