package io.plenary.kinds.qa.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.kinds.qa.wire.QaServerMessage.QuestionsMoved;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A phone that shows the whole list and follows it as PROTOCOL.md says. */
final class Reader {
  private final QaSession qa;
  private final Map<Long, QuestionItem> shown = new TreeMap<>();
  private String feed;
  private long frame;
  int heads;

  Reader(QaSession qa) {
    this.qa = qa;
    head();
  }

  private void head() {
    heads++;
    QaView view = qa.view;
    shown.clear();
    PublicItems.of(view.index().first(PublicIndex.Order.POPULAR))
        .forEach(item -> shown.put(item.n(), item));
    feed = view.feed();
    frame = view.frame();
  }

  void hear(QuestionsMoved m) {
    if (m.feed().equals(feed) && m.frame() <= frame) return;
    if (!m.feed().equals(feed) || m.frame() != frame + 1) {
      head();
      return;
    }
    frame = m.frame();
    m.gone().forEach(shown::remove);
    m.put().forEach(item -> shown.put(item.n(), item));
    List<Long> up = m.up();
    for (int i = 0; i < up.size(); i += 2) {
      long count = up.get(i + 1);
      shown.computeIfPresent(
          up.get(i),
          (n, q) ->
              new QuestionItem(
                  n,
                  q.text(),
                  q.corrected(),
                  q.name(),
                  q.minute(),
                  count,
                  q.state(),
                  q.labels(),
                  q.answer(),
                  q.also(),
                  q.lang(),
                  q.dir()));
    }
  }

  long up(long n) {
    return shown.get(n).up();
  }

  String text(long n) {
    return shown.get(n).text();
  }

  /** As a fresh load would show it. */
  boolean isCurrent() {
    return List.copyOf(shown.values()).equals(fresh());
  }

  void assertCurrent() {
    assertEquals(fresh(), List.copyOf(shown.values()));
  }

  private List<QuestionItem> fresh() {
    Map<Long, QuestionItem> all = new TreeMap<>();
    PublicItems.of(qa.view.index().first(PublicIndex.Order.RECENT))
        .forEach(item -> all.put(item.n(), item));
    return List.copyOf(all.values());
  }
}
