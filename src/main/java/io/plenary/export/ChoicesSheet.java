package io.plenary.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/**
 * Which options of a poll were chosen together, and by how many: one row per combination that
 * somebody chose.
 */
final class ChoicesSheet {
  private ChoicesSheet() {}

  static void write(Workbook book, String name, PollResults poll, List<List<String>> ballots) {
    List<Object> header = new ArrayList<>(List.of("count", "abstained"));
    poll.options().forEach(o -> header.add(o.id() + ": " + o.text()));
    Sheet sheet = new Sheet(book, name, header.toArray());
    Map<List<String>, Long> many = new LinkedHashMap<>();
    ballots.forEach(ballot -> many.merge(ballot, 1L, Long::sum));
    many.forEach(
        (ballot, count) -> {
          List<Object> row = new ArrayList<>(List.of(count, ballot.isEmpty() ? 1 : 0));
          poll.options().forEach(o -> row.add(ballot.contains(o.id()) ? 1 : 0));
          sheet.row(row.toArray());
        });
  }
}
