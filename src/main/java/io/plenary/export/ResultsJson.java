package io.plenary.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Results as JSON, format {@code plenary-results} version 1: see HTTP.md, "Results". */
public final class ResultsJson {
  static final String FORMAT = "plenary-results";
  static final int VERSION = 1;

  /** One entry per activity, in results and in event files alike. */
  static final String RESULTS = "results";

  /** Absent when nothing was ever lost. */
  static final String LOSSES = "losses";

  private ResultsJson() {}

  public static byte[] write(EventResults event, Instant exportedAt) {
    ObjectNode file = ExportJson.file(FORMAT, VERSION, exportedAt);
    event(file, event);
    ArrayNode results = results(file, event.activities());
    // The ballots that are there were counted; whether all are there nobody knows.
    if (!event.losses().isEmpty()) {
      for (JsonNode one : results) {
        if (one.get("recount") instanceof ObjectNode recount) recount.putNull("agrees");
      }
    }
    return ExportJson.bytes(file);
  }

  private static void event(ObjectNode file, EventResults event) {
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

  static ArrayNode results(ObjectNode file, List<? extends ActivityResults> results) {
    ArrayNode all = file.putArray(RESULTS);
    results.forEach(of -> of.write(all.addObject().put("kind", of.file().kind())));
    return all;
  }
}
