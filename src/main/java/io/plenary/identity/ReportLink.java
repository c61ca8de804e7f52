package io.plenary.identity;

import java.util.Set;

/**
 * The link under which anybody reads the report of an event.
 *
 * @param secret what tells it from a guess; see {@link Ids#linkSecret}
 * @param chosen what it shows
 */
public record ReportLink(String secret, Chosen chosen) {
  /**
   * What organisers chose to make public.
   *
   * @param activities ids of those that are shown, once nothing of them moves any more
   * @param names whether people are named who signed what they wrote
   * @param finalOnly whether an activity is shown only once it is finalised, not as soon as it is
   *     locked
   */
  public record Chosen(Set<String> activities, boolean names, boolean finalOnly) {
    public Chosen {
      activities = Set.copyOf(activities);
    }
  }

  @Override
  public String toString() {
    return "ReportLink[…]";
  }
}
