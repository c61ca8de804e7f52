package io.plenary.export.service;

import io.plenary.export.BallotFile;
import io.plenary.export.FileKind;
import io.plenary.voting.service.BallotStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each kind of activity goes into files and comes back, by its word. */
public final class Exports {
  private final List<FileKind> kinds;
  private final Map<String, ActivityExport> byWord = new HashMap<>();

  /**
   * @param kinds all that there are
   * @param others where results are read of kinds without ballots
   * @throws IllegalArgumentException for a kind without ballots that is not among the others
   */
  public Exports(
      List<FileKind> kinds, BallotStore ballots, long graceMs, List<ActivityExport> others) {
    this.kinds = List.copyOf(kinds);
    others.forEach(one -> byWord.put(one.file().kind(), one));
    for (FileKind kind : kinds) {
      if (kind instanceof BallotFile<?, ?> file) {
        byWord.put(kind.kind(), new BallotExport(file, ballots, graceMs));
      } else if (!byWord.containsKey(kind.kind())) {
        throw new IllegalArgumentException("results of " + kind.kind() + " are read nowhere");
      }
    }
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
    return kinds;
  }
}
