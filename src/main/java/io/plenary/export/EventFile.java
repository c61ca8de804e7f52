package io.plenary.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Fields;
import io.plenary.protocol.Shapes;
import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.PollDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as a file, format {@code plenary-event} version 1: see HTTP.md, "Event file". The shapes are those of the wire, and
 * so are their limits. What a shape does not say (real dates, a known time zone, options that differ) the rules judge.
 */
public record EventFile(EventDetails event, List<Room> rooms) {
  private static final String FORMAT = "plenary-event";
  private static final int VERSION = 1;
  private static final int MAX_ROOMS = 50;
  private static final int MAX_POLLS = 100;

  public EventFile {
    rooms = List.copyOf(rooms);
  }

  public record Room(String name, List<PollDraft> polls) {
    public Room {
      polls = List.copyOf(polls);
    }
  }

  /** @param results of every poll; kept in the file, and not read on import: votes belong to the event they were cast in */
  public byte[] write(List<PollResults> results, Instant exportedAt) {
    ObjectNode file = ExportJson.file(FORMAT, VERSION, exportedAt);
    file.set("event", ExportJson.MAPPER.valueToTree(event));
    file.set("rooms", ExportJson.MAPPER.valueToTree(rooms));
    ArrayNode polls = file.putArray("results");
    ResultsJson.polls(polls, results);
    return ExportJson.bytes(file);
  }

  /** @throws BadMessage with words that name the place, for example {@code rooms[0].polls[3].options: at least 2 options} */
  public static EventFile read(byte[] utf8) throws BadMessage {
    Fields file = Fields.parse(utf8, "This is not an event file: it is not valid JSON");
    if (!file.has("format") || !FORMAT.equals(file.string("format"))) {
      throw new BadMessage(ErrorCode.INVALID_FIELD, null,
          "format: this is not an event file. Choose a file that was exported as an event (its format is " + FORMAT + ").");
    }
    if (file.integer("version", 1, Integer.MAX_VALUE) != VERSION) {
      throw new BadMessage(ErrorCode.INVALID_FIELD, null,
          "version: this file was made by a newer Plenary. This one reads version " + VERSION + ".");
    }
    EventDetails details = Shapes.details(file.object("event"));
    List<Room> rooms = new ArrayList<>();
    for (Fields room : file.objects("rooms", 1, MAX_ROOMS)) {
      String name = room.text("name", 1, 80);
      List<PollDraft> polls = new ArrayList<>();
      for (Fields poll : room.objects("polls", 0, MAX_POLLS)) {
        polls.add(Shapes.draft(poll));
      }
      room.end();
      rooms.add(new Room(name, polls));
    }
    file.skip("exportedAt");
    file.skip("results");
    file.skip("digest");
    file.end();
    return new EventFile(details, rooms);
  }
}
