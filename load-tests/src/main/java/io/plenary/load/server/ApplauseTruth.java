package io.plenary.load.server;

import io.plenary.load.phone.Applause;
import io.plenary.load.phone.Applause.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the taps that are counted are those that were sent, wherever they are shown. */
public final class ApplauseTruth {
  /** PROTOCOL.md, "Reactions": messages of one person per second, and at once after a pause. */
  private static final int PER_S = 2;

  private static final int AT_ONCE = 4;

  /** A server that stands still for a moment takes a few less of those who never pause. */
  private static final double NEARLY = 0.9;

  private ApplauseTruth() {}

  /**
   * What may be counted of people who react far too often, one tap each time.
   *
   * @param reacted seconds from the first to the last
   * @param passed seconds from the first until all had come
   */
  public static Bounds hurried(int people, double reacted, double passed, long sent) {
    long most = Math.min(sent, (long) Math.ceil(people * (AT_ONCE + PER_S * passed)));
    return new Bounds(Math.min(most, (long) (people * PER_S * reacted * NEARLY)), most);
  }

  /**
   * What is wrong.
   *
   * @param bounds by kind
   * @param found totals by kind, by where they stand; they must be alike
   */
  public static List<String> check(List<Bounds> bounds, Map<String, List<Long>> found) {
    List<String> faults = new ArrayList<>();
    String first = null;
    for (Map.Entry<String, List<Long>> e : found.entrySet()) {
      for (int kind = 0; kind < bounds.size(); kind++) {
        long taps = e.getValue().get(kind);
        if (!bounds.get(kind).holds(taps)) {
          faults.add(
              e.getKey()
                  + " gives "
                  + taps
                  + " of \""
                  + Applause.KINDS.get(kind)
                  + "\", sent were "
                  + bounds.get(kind));
        }
      }
      if (first == null) first = e.getKey();
      else if (!e.getValue().equals(found.get(first))) {
        faults.add(
            e.getKey() + " gives " + e.getValue() + " and " + first + " " + found.get(first));
      }
    }
    return faults;
  }
}
