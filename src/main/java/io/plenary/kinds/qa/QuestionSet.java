package io.plenary.kinds.qa;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Questions that are put in one after the other. Not for several threads. */
public final class QuestionSet implements Questions {
  private final Map<String, Question> byId = new LinkedHashMap<>();
  private final Map<Integer, Question> byNumber = new HashMap<>();
  private final Map<String, SortedMap<String, Question>> merged = new HashMap<>();
  private @Nullable String live;

  /**
   * Adds a question, or replaces an older revision of it. Answers what was there before: null, or
   * the same when it was not older.
   */
  public @Nullable Question put(Question next) {
    Question old = byId.get(next.id());
    if (old != null && old.rev() >= next.rev()) return old;
    if (old != null && old.into() != null) {
      merged.getOrDefault(old.into(), new TreeMap<>()).remove(old.id());
    }
    if (next.into() != null) {
      merged.computeIfAbsent(next.into(), id -> new TreeMap<>()).put(next.id(), next);
    }
    if (next.n() > 0) byNumber.put(next.n(), next);
    if (next.state() == QuestionState.LIVE) live = next.id();
    byId.put(next.id(), next);
    return old;
  }

  /** In the order in which they were first put. */
  public Collection<Question> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  @Override
  public @Nullable Question byId(String id) {
    return byId.get(id);
  }

  @Override
  public @Nullable Question byNumber(int n) {
    return byNumber.get(n);
  }

  @Override
  public @Nullable Question live() {
    Question last = live == null ? null : byId.get(live);
    return last != null && last.state() == QuestionState.LIVE ? last : null;
  }

  @Override
  public Collection<Question> mergedInto(String id) {
    SortedMap<String, Question> found = merged.get(id);
    return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
  }
}
