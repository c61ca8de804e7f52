package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.service.QuestionStore.Asker;
import io.plenary.kinds.qa.service.QuestionStore.Entry;
import io.plenary.kinds.qa.service.QuestionStore.Moved;
import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions in memory, in pages of two. Somebody may upvote between two readings. */
final class PagedQuestions {
  private static final int PAGE = 2;
  final List<Question> questions = new ArrayList<>();
  final Map<String, Integer> counts = new LinkedHashMap<>();
  final Map<String, Integer> raw = new LinkedHashMap<>();

  /** How often somebody still moves something while it is read. */
  int unrest;

  boolean gone;
  int readings;

  private Future<Moved> since(long version) {
    if (gone) return Future.succeededFuture();
    int from = (int) version;
    if (from == 0) readings++;
    if (from >= questions.size()) {
      boolean moves = unrest-- > 0;
      return Future.succeededFuture(
          new Moved(
              "e",
              1,
              false,
              version + (moves ? 1 : 0),
              false,
              List.of(),
              moves ? counts : Map.of()));
    }
    int to = Math.min(from + PAGE, questions.size());
    List<Entry> entries =
        questions.subList(from, to).stream()
            .map(q -> new Entry(q, new Asker("asker-key", "phone-id"), "account"))
            .toList();
    return Future.succeededFuture(
        new Moved(
            "e", 1, false, to, to < questions.size(), entries, from == 0 ? counts : Map.of()));
  }

  /** Whoever reads for files needs no more of a store. */
  QuestionStore store() {
    return (QuestionStore)
        Proxy.newProxyInstance(
            QuestionStore.class.getClassLoader(),
            new Class<?>[] {QuestionStore.class},
            (proxy, method, args) -> {
              return switch (method.getName()) {
                case "since" -> since((long) args[2]);
                case "raw" -> Future.succeededFuture(Map.copyOf(raw));
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }
}
