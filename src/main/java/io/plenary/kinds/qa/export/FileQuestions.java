package io.plenary.kinds.qa.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.FileActivity;
import io.plenary.kinds.qa.Qa;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.util.List;

/**
 * Questions from the room in an event file: whether and how they are taken, and none of the
 * questions.
 *
 * @param on whether the room sees them; may be left out of a file, and is false then
 * @param check "before" or "after": when moderators read them
 * @param names "anonymous", "choice" or "named"
 */
public record FileQuestions(
    boolean on, String check, String names, int maxLength, int perPerson, boolean openCounts)
    implements FileActivity {
  private static final List<String> CHECKS = List.of("before", "after");
  private static final List<String> NAMES = List.of("anonymous", "choice", "named");

  public static FileQuestions read(Fields f) throws BadMessage {
    FileQuestions read =
        new FileQuestions(
            f.has("on") && f.flag("on"),
            f.oneOf("check", CHECKS),
            f.oneOf("names", NAMES),
            (int) f.integer("maxLength", 50, 1000),
            (int) f.integer("perPerson", 1, 50),
            f.flag("openCounts"));
    f.end();
    return read;
  }

  @Override
  public String kind() {
    return Qa.KIND;
  }

  @Override
  public void write(ObjectNode into) {
    into.put("on", on)
        .put("check", check)
        .put("names", names)
        .put("maxLength", maxLength)
        .put("perPerson", perPerson)
        .put("openCounts", openCounts);
  }
}
