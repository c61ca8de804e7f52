package io.plenary.kinds.qa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which questions may be the same in other words: by their letters in threes and by the stems of
 * their words, whichever agrees better (Dice's coefficient). A hint for moderators, never more: a
 * look does a bounded amount of work, however many questions there are, and may therefore overlook
 * some of those that share only what very many share. Not for several threads.
 */
public final class Similar {
  public static final double ENOUGH = 0.5;
  public static final int MOST = 3;

  /** How many of the likeliest are compared at most, and how many features in all. */
  private static final int COMPARED = 64;

  static final int FEATURES = 20_000;

  /** How many alike are remembered of a question: some may not be wanted. */
  private static final int KEPT = 32;

  /** So many new ones are compared one by one. */
  private static final int FEW = 200;

  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparingDouble(Candidate::most);

  private record Candidate(int number, double most) {}

  private record Score(int number, double value) {}

  /**
   * @param upTo the number of the first question that was not looked at
   */
  private record Near(List<Score> alike, int upTo) {}

  /** Those that were put and not taken up yet, with their words. */
  private final Map<String, String> waiting = new LinkedHashMap<>();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final List<Features> known = new ArrayList<>();
  private final Postings grams = new Postings();
  private final Postings stems = new Postings();
  private final Map<Integer, Near> found = new HashMap<>();
  private long compared;

  /**
   * A question, or its new words, to be taken up when somebody looks; without words (erased,
   * withdrawn) it is forgotten at once.
   */
  public void put(String id, String text) {
    Integer number = numbers.get(id);
    if (number != null && known.get(number).text().equals(text)) return;
    if (number != null) forget(id, number);
    if (text.isEmpty()) waiting.remove(id);
    else waiting.put(id, text);
  }

  /** How many are still to be taken up. */
  public int waiting() {
    return waiting.size();
  }

  /** Takes up so many at most, so that a look has little to do. */
  public void takeUp(int most) {
    Iterator<Map.Entry<String, String>> next = waiting.entrySet().iterator();
    for (int i = 0; i < most && next.hasNext(); i++) {
      Map.Entry<String, String> one = next.next();
      takeUp(one.getKey(), one.getValue());
      next.remove();
    }
  }

  private void takeUp(String id, String text) {
    Features features = Features.of(text);
    numbers.put(id, ids.size());
    grams.add(ids.size(), features.grams());
    stems.add(ids.size(), features.stems());
    ids.add(id);
    known.add(features);
  }

  private void forget(String id, int number) {
    numbers.remove(id);
    found.remove(number);
    grams.remove(number);
    stems.remove(number);
    known.set(number, null);
  }

  /**
   * The likeliest duplicates of a question among those that are wanted, the most similar first;
   * {@link #MOST} at most.
   */
  public List<String> to(String id, Predicate<String> wanted) {
    takeUp(Integer.MAX_VALUE);
    Integer number = numbers.get(id);
    if (number == null) return List.of();
    Near near =
        found.compute(
            number,
            (n, known) ->
                known == null || ids.size() - known.upTo > FEW ? look(n) : lookOn(n, known));
    return near.alike.stream()
        .filter(score -> known.get(score.number) != null)
        .map(score -> ids.get(score.number))
        .filter(wanted)
        .limit(MOST)
        .toList();
  }

  /** All that are alike, wanted or not, as far as was found already: does no work. */
  public List<String> found(String id) {
    Near near = numbers.containsKey(id) ? found.get(numbers.get(id)) : null;
    return near == null
        ? List.of()
        : near.alike.stream()
            .filter(score -> known.get(score.number) != null)
            .map(score -> ids.get(score.number))
            .toList();
  }

  /** Whether {@link #to} knows the answer already, or nearly so. */
  public boolean ready(String id) {
    Integer number = numbers.get(id);
    Near near = number == null ? null : found.get(number);
    if (number == null) return !waiting.containsKey(id);
    return near != null && ids.size() + waiting.size() - near.upTo <= FEW;
  }

  /** How many features were compared so far: what looking costs. */
  long compared() {
    return compared;
  }

  private Near look(int number) {
    Features mine = known.get(number);
    PriorityQueue<Candidate> likeliest = new PriorityQueue<>(WORST_FIRST);
    Set<Integer> some = new LinkedHashSet<>();
    Postings.Found may =
        (other, most) -> {
          boolean full = likeliest.size() == COMPARED;
          if (other == number || (full && likeliest.peek().most() >= most)) return;
          if (full) likeliest.remove();
          likeliest.add(new Candidate(other, most));
        };
    grams.near(mine.grams(), ENOUGH, may);
    stems.near(mine.stems(), ENOUGH, may);
    likeliest.stream().sorted(WORST_FIRST.reversed()).forEach(c -> some.add(c.number));
    return compare(number, List.of(), some);
  }

  /** What came since it was looked at. */
  private Near lookOn(int number, Near before) {
    return before.upTo == ids.size()
        ? before
        : compare(number, before.alike, IntStream.range(before.upTo, ids.size()).boxed().toList());
  }

  private Near compare(int number, List<Score> before, Collection<Integer> others) {
    Features mine = known.get(number);
    List<Score> alike = new ArrayList<>(before);
    int left = FEATURES;
    for (int other : others) {
      Features theirs = known.get(other);
      if (theirs == null || other == number) continue;
      left -= mine.grams().length + theirs.grams().length;
      if (left < 0) break;
      compared += mine.grams().length + theirs.grams().length;
      double value = mine.alike(theirs);
      if (value >= ENOUGH) alike.add(new Score(other, value));
    }
    alike.sort(
        Comparator.comparingDouble(Score::value)
            .reversed()
            .thenComparing(score -> ids.get(score.number)));
    return new Near(List.copyOf(alike.subList(0, Math.min(KEPT, alike.size()))), ids.size());
  }
}
