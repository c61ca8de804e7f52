package io.plenary.kinds.qa.service;

import io.plenary.kinds.qa.PublicQuestion;
import io.plenary.kinds.qa.QuestionState;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every public question of a Q&A at one moment, in both orders. Immutable, so any thread may page
 * in it; holds nothing that is not public.
 */
public final class PublicIndex {
  public static final PublicIndex EMPTY = new PublicIndex(List.of());

  /** The most popular that are shown beside the live one. */
  private static final int NEXT = 5;

  /** Order of a list, by the cursors of it. */
  public enum Order {
    POPULAR(PublicQuestion.POPULAR),
    RECENT(PublicQuestion.RECENT);

    private final Comparator<PublicQuestion> by;

    Order(Comparator<PublicQuestion> by) {
      this.by = by;
    }
  }

  private final PublicQuestion[] popular;
  private final PublicQuestion[] recent;
  private final Map<Integer, PublicQuestion> byNumber = new HashMap<>();
  private final int answered;
  private final @Nullable PublicQuestion live;

  /** What was encoded of it, by cursor. */
  final Map<Object, Encoded> pages = new ConcurrentHashMap<>();

  PublicIndex(Collection<PublicQuestion> all) {
    popular = sorted(all, Order.POPULAR);
    recent = sorted(all, Order.RECENT);
    all.forEach(q -> byNumber.put(q.n(), q));
    answered = (int) all.stream().filter(q -> q.state() == QuestionState.ANSWERED).count();
    live = all.stream().filter(q -> q.state() == QuestionState.LIVE).findFirst().orElse(null);
  }

  private static PublicQuestion[] sorted(Collection<PublicQuestion> all, Order order) {
    PublicQuestion[] sorted = all.toArray(PublicQuestion[]::new);
    Arrays.sort(sorted, order.by);
    return sorted;
  }

  /** Null when there is none that is public. */
  public @Nullable PublicQuestion byNumber(int n) {
    return byNumber.get(n);
  }

  /** Null when none is. */
  public @Nullable PublicQuestion live() {
    return live;
  }

  public int size() {
    return popular.length;
  }

  public int answered() {
    return answered;
  }

  /** All in an order, from the place after a cursor on; a view of it. */
  public List<PublicQuestion> after(Order order, long up, long n) {
    PublicQuestion[] all = all(order);
    int low = 0;
    int high = all.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAfter(order, all[middle], up, n)) high = middle;
      else low = middle + 1;
    }
    return Arrays.asList(all).subList(low, all.length);
  }

  private static boolean isAfter(Order order, PublicQuestion q, long up, long n) {
    if (order == Order.RECENT) return q.n() < n;
    return q.up() < up || (q.up() == up && q.n() > n);
  }

  public List<PublicQuestion> first(Order order) {
    return Arrays.asList(all(order));
  }

  /** The most popular that wait to be answered. */
  public List<PublicQuestion> next() {
    return Arrays.stream(popular)
        .filter(q -> q.state() == QuestionState.PUBLISHED)
        .limit(NEXT)
        .toList();
  }

  private PublicQuestion[] all(Order order) {
    return order == Order.POPULAR ? popular : recent;
  }
}
