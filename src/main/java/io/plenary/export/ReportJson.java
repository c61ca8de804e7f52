package io.plenary.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.Wire;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event's report is made of, at any time, also while something is open: see HTTP.md,
 * "Report". It holds the numbers of results.json and no ballot, so nobody's answer.
 */
public final class ReportJson {
  /**
   * People of the event, which no result knows.
   *
   * @param joined how many ever came; null when that is not told
   * @param rooms those the report tells of, in order
   */
  public record People(@Nullable Long joined, List<RoomPeople> rooms) {
    public People {
      rooms = List.copyOf(rooms);
    }
  }

  /**
   * @param name of the room
   * @param joined how many ever were in it
   */
  public record RoomPeople(String name, long joined) {}

  /**
   * What the event wears on its stages, and its report, too.
   *
   * @param look null for Plenary's own
   * @param logo where the picture is; null for none
   */
  public record Dress(Wire.@Nullable Look look, @Nullable String logo) {}

  private ReportJson() {}

  public static byte[] write(
      EventResults event, Dress dress, People people, ReportScope scope, Instant writtenAt) {
    ObjectNode report = ExportJson.MAPPER.createObjectNode();
    ObjectNode of =
        report
            .putObject("event")
            .put("name", event.name())
            .put("startsOn", event.startsOn())
            .put("endsOn", event.endsOn())
            .put("timeZone", event.timeZone());
    if (dress.look() != null) of.set("look", ExportJson.MAPPER.valueToTree(dress.look()));
    if (dress.logo() != null) of.put("logo", dress.logo());
    report.put("writtenAt", writtenAt.truncatedTo(ChronoUnit.SECONDS).toString());
    numbers(report.putObject("numbers").put("joined", people.joined()), event.ballots());
    ArrayNode rooms = report.putArray("rooms");
    for (RoomPeople room : people.rooms()) {
      numbers(
          rooms.addObject().put("name", room.name()).put("joined", room.joined()),
          event.ballots().stream().filter(b -> b.room().equals(room.name())).toList());
    }
    ArrayNode activities = report.putArray("activities");
    for (ActivityResults results : event.activities()) {
      results.report(activities.addObject().put("kind", results.file().kind()), scope);
    }
    ArrayNode losses = report.putArray(ResultsJson.LOSSES);
    event.losses().forEach(loss -> losses.add(loss.words()));
    return bytes(report);
  }

  /**
   * How many votes were cast of those that could have been: one for everybody who was connected
   * while an activity was open, summed over them. What nobody was asked yet is not among them.
   */
  private static void numbers(ObjectNode into, List<BallotResults<?>> ballots) {
    List<BallotResults<?>> asked = ballots.stream().filter(ActivityResults::opened).toList();
    into.put("asked", asked.size())
        .put("finalised", asked.stream().filter(b -> b.state().equals("final")).count())
        .put("votes", asked.stream().mapToLong(b -> b.turnout().answered()).sum())
        .put("possible", asked.stream().mapToLong(b -> b.turnout().connected()).sum());
  }

  private static byte[] bytes(ObjectNode report) {
    try {
      return ExportJson.MAPPER.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
