package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Whether people could answer it; of what was only prepared there is nothing to read. */
  default boolean opened() {
    return true;
  }

  /** Its numbers, for the workbook and, where {@link FileKind#inCsv}, results.csv. */
  default List<ResultRow> rows() {
    return List.of();
  }

  /** What came out, on one line: for who does not vote and has no option that wins. */
  default String headline() {
    String all =
        rows().stream()
            .filter(row -> row.count() != null && row.count().doubleValue() != 0)
            .map(row -> row.option() + " " + row.count())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "None" : all;
  }
}
