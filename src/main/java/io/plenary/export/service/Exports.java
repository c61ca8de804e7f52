package io.plenary.export.service;

import io.plenary.export.FileKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each kind of activity goes into files and comes back, by its word. */
public final class Exports {
  private final List<ActivityExport> all;
  private final Map<String, ActivityExport> byWord;

  public Exports(List<ActivityExport> all) {
    this.all = List.copyOf(all);
    this.byWord =
        all.stream()
            .collect(Collectors.toUnmodifiableMap(e -> e.kind().kind(), Function.identity()));
  }

  /**
   * @throws IllegalArgumentException for a kind that goes into no file
   */
  ActivityExport of(String kind) {
    ActivityExport found = byWord.get(kind);
    if (found == null) throw new IllegalArgumentException("no file holds a " + kind);
    return found;
  }

  List<FileKind> kinds() {
    return all.stream().map(ActivityExport::kind).toList();
  }
}
