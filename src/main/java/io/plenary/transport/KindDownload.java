package io.plenary.transport;

import io.plenary.export.EventResults;
import java.time.Instant;

/**
 * A file with the activities of one kind, of an event or of one of its rooms.
 *
 * @param kind the word of {@link io.plenary.activity.Activity#kind()}
 * @param name of the file, small letters, without its ending
 * @param whole writes what organisers may read
 * @param seen writes what the room saw, which is asked for with {@code ?public}
 */
public record KindDownload(
    String kind, String name, Downloads.Type type, Writer whole, Writer seen) {
  /** Writes a file. Takes a while, so it runs where it holds nobody up. */
  public interface Writer {
    byte[] write(EventResults results, Instant now);
  }
}
