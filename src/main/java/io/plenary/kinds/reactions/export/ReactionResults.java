package io.plenary.kinds.reactions.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileKind;
import io.plenary.export.ResultRow;
import io.plenary.kinds.reactions.Reactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each reaction was given in a room: taps, not people. */
public record ReactionResults(
    String id, String room, long clap, long heart, long idea, long question)
    implements ActivityResults {
  @Override
  public FileKind file() {
    return ReactionFile.ONE;
  }

  /** Taps have no base: nobody knows how many people they are of. */
  @Override
  public List<ResultRow> rows() {
    return byName().entrySet().stream()
        .map(
            e ->
                ResultRow.total(
                    room, id, "Reactions", Reactions.KIND, e.getKey(), "taps", e.getValue()))
        .toList();
  }

  /** In the order in which people see them. */
  private Map<String, Long> byName() {
    Map<String, Long> all = new LinkedHashMap<>();
    all.put("clap", clap);
    all.put("heart", heart);
    all.put("idea", idea);
    all.put("question", question);
    return all;
  }

  @Override
  public void write(ObjectNode into) {
    into.put("id", id).put("room", room);
    ObjectNode taps = into.putObject("taps");
    byName().forEach(taps::put);
  }
}
