package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What people answered to one activity, as files say it. */
public interface ActivityResults {
  FileKind file();

  /** Name of the room. */
  String room();

  /** Adds its members to its entry of {@code results}; {@code kind} stands there already. */
  void write(ObjectNode into);

  /**
   * Adds what a report says of it to its entry, where {@code kind} stands already: in the shape of
   * {@link #write}, without anything that belongs to one person alone.
   */
  default void report(ObjectNode into, ReportScope scope) {
    write(into);
    if (scope.shared()) into.remove("id");
  }

  /** Its numbers, for the sheet Summary and, where {@link FileKind#inCsv}, results.csv. */
  default List<ResultRow> rows() {
    return List.of();
  }
}
