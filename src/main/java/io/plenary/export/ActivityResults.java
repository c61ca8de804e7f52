package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What people answered to one activity, as files say it. */
public interface ActivityResults {
  FileKind file();

  /** Adds its members to its entry of {@code results}; {@code kind} stands there already. */
  void write(ObjectNode into);

  /** Its numbers, for the sheet Summary and, where {@link FileKind#inCsv}, results.csv. */
  default List<ResultRow> rows() {
    return List.of();
  }
}
