package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each reaction was given in a room: taps, not people. */
public record ReactionResults(
    String id, String room, long clap, long heart, long idea, long question)
    implements ActivityResults {
  static final String MEMBER = "reactions";

  @Override
  public String member() {
    return MEMBER;
  }

  /** In the order in which people see them. */
  Map<String, Long> byName() {
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
