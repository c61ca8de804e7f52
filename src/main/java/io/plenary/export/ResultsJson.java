package io.plenary.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results as JSON, format {@code plenary-results} version 1: see HTTP.md, "Results". */
public final class ResultsJson {
  /** Absent when nothing was ever lost. */
  static final String LOSSES = "losses";

  private ResultsJson() {}

  public static byte[] write(EventResults event, Instant exportedAt) {
    ObjectNode file = ExportJson.file("plenary-results", 1, exportedAt);
    event(file, event);
    results(file, PollResults.MEMBER, event.activities());
    // The ballots that are there were counted; whether all are there nobody knows.
    if (!event.losses().isEmpty()) {
      file.withArray(PollResults.MEMBER)
          .forEach(poll -> ((ObjectNode) poll.get("recount")).putNull("agrees"));
    }
    return ExportJson.bytes(file);
  }

  static void event(ObjectNode file, EventResults event) {
    file.putObject("event")
        .put("id", event.id())
        .put("name", event.name())
        .put("startsOn", event.startsOn())
        .put("endsOn", event.endsOn())
        .put("timeZone", event.timeZone());
    if (event.losses().isEmpty()) return;
    ArrayNode losses = file.putArray(LOSSES);
    event
        .losses()
        .forEach(
            loss ->
                losses
                    .addObject()
                    .put("at", loss.at().toString())
                    .put("bytes", loss.bytes())
                    .put("note", loss.words()));
  }

  /**
   * One list per kind. That of polls is there even when it is empty, and may be called otherwise.
   */
  static void results(ObjectNode file, String polls, List<? extends ActivityResults> results) {
    Map<String, ArrayNode> lists = new HashMap<>();
    lists.put(PollResults.MEMBER, file.putArray(polls));
    for (ActivityResults of : results) {
      of.write(lists.computeIfAbsent(of.member(), file::putArray).addObject());
    }
  }
}
