package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.Question;
import io.plenary.kinds.qa.QuestionState;
import io.plenary.kinds.qa.wire.QueueWire.Burst;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bursts of newcomers: minutes in which so many people asked for the first time that moderators are
 * told. It may be a hall that was just invited to ask, or made-up people; whoever reads it decides.
 * A burst holds all that these people asked, then and later. Once nobody is to find out any more
 * who asked what, there are none. On the owner's context.
 */
final class Bursts {
  /** So many within two minutes. */
  static final int MANY = 100;

  private static final int LONGEST_MINUTES = 5;

  private Bursts() {}

  /** Whoever asked first from {@code minute} to {@code until}. */
  private record Span(long minute, long until, List<String> askers) {
    boolean takes(long next) {
      return next <= until + 1 && next - minute < LONGEST_MINUTES;
    }
  }

  /** Those that moderators can still do something about, oldest first. */
  static List<Burst> of(QaMemory memory) {
    if (memory.askers().size() < MANY) return List.of();
    List<Burst> all = new ArrayList<>();
    for (Span span : spans(memory)) {
      long undecided = questions(memory, span).filter(id -> undecided(memory, id)).count();
      long people =
          span.askers.stream()
              .filter(who -> memory.askedBy(who).stream().anyMatch(id -> undecided(memory, id)))
              .count();
      long aside = questions(memory, span).filter(id -> isAside(memory, id, span.minute)).count();
      if (people < MANY && aside == 0) continue;
      all.add(new Burst(span.minute, span.until, span.askers.size(), undecided, aside));
    }
    return all;
  }

  /** What a burst asked and no moderator has decided on: it waits, or was published by itself. */
  static List<String> undecided(QaMemory memory, long minute) {
    Span span = at(memory, minute);
    return span == null
        ? List.of()
        : questions(memory, span).filter(id -> undecided(memory, id)).toList();
  }

  /** What is set aside with it. */
  static List<String> aside(QaMemory memory, long minute) {
    return memory.questions.all().stream()
        .map(Question::id)
        .filter(id -> isAside(memory, id, minute))
        .toList();
  }

  private static @Nullable Span at(QaMemory memory, long minute) {
    return spans(memory).stream().filter(s -> s.minute == minute).findFirst().orElse(null);
  }

  private static Stream<String> questions(QaMemory memory, Span span) {
    return span.askers.stream().flatMap(who -> memory.askedBy(who).stream());
  }

  private static boolean undecided(QaMemory memory, String id) {
    Question q = memory.questions.known(id);
    boolean stands =
        q.state() == QuestionState.WAITING
            || (q.state() == QuestionState.PUBLISHED && memory.by(id) == null);
    return stands && !q.erased();
  }

  private static boolean isAside(QaMemory memory, String id, long minute) {
    Question q = memory.questions.known(id);
    return q.state() == QuestionState.ARCHIVED && q.burst() != null && q.burst() == minute;
  }

  private static List<Span> spans(QaMemory memory) {
    TreeMap<Long, List<String>> first = new TreeMap<>();
    for (String who : memory.askers()) {
      first.computeIfAbsent(firstMinute(memory, who), m -> new ArrayList<>()).add(who);
    }
    Map<Long, Integer> sizes = new HashMap<>();
    first.forEach((minute, askers) -> sizes.put(minute, askers.size()));
    List<Span> spans = new ArrayList<>();
    first.forEach(
        (minute, askers) -> {
          int here = askers.size();
          boolean many =
              here + sizes.getOrDefault(minute - 1, 0) >= MANY
                  || here + sizes.getOrDefault(minute + 1, 0) >= MANY;
          if (!many) return;
          Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
          if (last != null && last.takes(minute)) {
            last.askers.addAll(askers);
            spans.set(spans.size() - 1, new Span(last.minute, minute, last.askers));
          } else {
            spans.add(new Span(minute, minute, new ArrayList<>(askers)));
          }
        });
    return spans;
  }

  private static long firstMinute(QaMemory memory, String who) {
    long first = Long.MAX_VALUE;
    for (String id : memory.askedBy(who)) {
      first = Math.min(first, memory.questions.known(id).times().asked());
    }
    return first;
  }
}
