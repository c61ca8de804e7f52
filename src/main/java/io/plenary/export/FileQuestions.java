package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import java.util.List;

/**
 * Questions from the room in an event file: how they are taken. Whether they are taken is not in it, as no poll is open in a file.
 *
 * @param check {@code before} or {@code after}: when moderators read them
 * @param names {@code anonymous}, {@code choice} or {@code named}
 */
public record FileQuestions(String check, String names, int maxLength, int perPerson, boolean openCounts) implements FileActivity {
  private static final List<String> CHECKS = List.of("before", "after");
  private static final List<String> NAMES = List.of("anonymous", "choice", "named");

  public static FileQuestions read(Fields f) throws BadMessage {
    FileQuestions read = new FileQuestions(f.oneOf("check", CHECKS), f.oneOf("names", NAMES), (int) f.integer("maxLength", 50, 1000),
        (int) f.integer("perPerson", 1, 50), f.flag("openCounts"));
    f.end();
    return read;
  }

  @Override
  public String kind() {
    return FileKind.QUESTIONS.kind();
  }

  @Override
  public void write(ObjectNode into) {
    into.put("check", check).put("names", names).put("maxLength", maxLength).put("perPerson", perPerson).put("openCounts", openCounts);
  }
}
