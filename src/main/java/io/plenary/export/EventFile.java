package io.plenary.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.ErrorCode;
import io.plenary.protocol.Fields;
import io.plenary.protocol.Shapes;
import io.plenary.protocol.Wire.EventDetails;
import io.plenary.protocol.Wire.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event as a file, format {@code plenary-event} version 2: see HTTP.md, "Event file". The shapes
 * are those of the wire, and so are their limits. What a shape does not say (real dates, a known
 * time zone, options that differ, a picture that is one) the rules judge.
 *
 * @param look null for Plenary's
 * @param logo a PNG picture in base64, null for none
 */
public record EventFile(
    EventDetails event, @Nullable Look look, @Nullable String logo, List<FileRoom> rooms) {
  static final String FORMAT = "plenary-event";
  static final int VERSION = 2;
  private static final int MAX_ROOMS = 20;

  public EventFile {
    rooms = List.copyOf(rooms);
  }

  /** With the look of Plenary. */
  public EventFile(EventDetails event, List<FileRoom> rooms) {
    this(event, null, null, rooms);
  }

  /**
   * @param results of every activity; kept in the file, and not read on import: answers belong to
   *     the event they were given in
   */
  public byte[] write(List<? extends ActivityResults> results, Instant exportedAt) {
    ObjectNode file = ExportJson.file(FORMAT, VERSION, exportedAt);
    file.set("event", ExportJson.MAPPER.valueToTree(event));
    if (look != null) file.set("look", ExportJson.MAPPER.valueToTree(look));
    if (logo != null) file.put("logo", logo);
    ArrayNode all = file.putArray("rooms");
    rooms.forEach(room -> room.write(all.addObject()));
    ResultsJson.results(file, results);
    return ExportJson.bytes(file);
  }

  /**
   * @param kinds that can be read
   * @throws BadMessage with words that name the place, for example {@code
   *     rooms[0].activities[3].options: at least 2 options}
   */
  public static EventFile read(byte[] utf8, List<FileKind> kinds) throws BadMessage {
    Fields file = Fields.parse(utf8, "This is not an event file: it is not valid JSON");
    if (!file.has("format") || !FORMAT.equals(file.string("format"))) {
      throw new BadMessage(
          ErrorCode.INVALID_FIELD,
          null,
          "format: this is not an event file. Choose a file that was exported as an event (its"
              + " format is "
              + FORMAT
              + ").");
    }
    long version = file.integer("version", 1, Integer.MAX_VALUE);
    if (version != VERSION) {
      throw new BadMessage(
          ErrorCode.INVALID_FIELD,
          null,
          "version: this file was made by "
              + (version > VERSION ? "a newer" : "an older")
              + " Plenary. This one reads version "
              + VERSION
              + ".");
    }
    EventDetails details = Shapes.details(file.object("event"));
    Look look = file.has("look") ? Shapes.look(file.object("look")) : null;
    String logo = file.has("logo") ? Shapes.logo(file, "logo") : null;
    Map<String, FileKind> byWord =
        kinds.stream()
            .collect(
                Collectors.toMap(FileKind::kind, Function.identity(), (a, b) -> a, TreeMap::new));
    List<FileRoom> rooms = new ArrayList<>();
    for (Fields room : file.objects("rooms", 1, MAX_ROOMS)) {
      rooms.add(FileRoom.read(room, byWord));
    }
    file.skip("exportedAt");
    file.skip("digest");
    file.skip(ResultsJson.RESULTS);
    file.end();
    return new EventFile(details, look, logo, rooms);
  }
}
