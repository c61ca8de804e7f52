package io.plenary.export;

/**
 * For whom a report is.
 *
 * @param shared for whoever has the link, who is told no ids of activities
 * @param names whether people are named who signed what they wrote
 */
public record ReportScope(boolean shared, boolean names) {
  /** For the organisers of the event, who see everything that is in the files, too. */
  public static ReportScope organisers() {
    return new ReportScope(false, true);
  }
}
