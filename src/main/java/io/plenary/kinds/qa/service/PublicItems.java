package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.wire.QaWire;
import io.plenary.kinds.qa.wire.QaWire.QuestionItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Public questions as the wire says them. */
final class PublicItems {
  private static final int MOST = 30;
  private static final int MOST_BYTES = 24 * 1024;

  /** What stands around the words of an item, at most. */
  private static final int AROUND = 160;

  private PublicItems() {}

  /** Null for null. */
  static @Nullable QuestionItem of(@Nullable PublicQuestion q) {
    if (q == null) return null;
    return new QuestionItem(
        q.n(),
        q.text(),
        q.corrected() ? true : null,
        q.name(),
        q.minute(),
        q.up(),
        QaWire.QuestionState.valueOf(q.state().name()),
        q.labels(),
        q.answer(),
        q.also().stream().map(Integer::longValue).toList(),
        q.language(),
        q.rightToLeft() ? "rtl" : null);
  }

  static List<QuestionItem> of(List<PublicQuestion> some) {
    return some.stream().map(PublicItems::of).toList();
  }

  /** As many of the first as one message may hold, and one at least. */
  static List<QuestionItem> page(List<PublicQuestion> from) {
    List<QuestionItem> page = new ArrayList<>();
    int bytes = 0;
    for (PublicQuestion q : from) {
      bytes +=
          AROUND
              + length(q.text())
              + length(q.name())
              + length(q.answer())
              + q.labels().stream().mapToInt(PublicItems::length).sum();
      if (page.size() == MOST || (bytes > MOST_BYTES && !page.isEmpty())) break;
      page.add(of(q));
    }
    return page;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
