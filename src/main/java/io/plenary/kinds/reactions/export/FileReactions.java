package io.plenary.kinds.reactions.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.export.FileActivity;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;

/**
 * Reactions in an event file: that the room has them.
 *
 * @param on whether they are on; may be left out of a file, and is false then
 */
public record FileReactions(boolean on) implements FileActivity {
  public static FileReactions read(Fields f) throws BadMessage {
    FileReactions read = new FileReactions(f.has("on") && f.flag("on"));
    f.end();
    return read;
  }

  @Override
  public String kind() {
    return Reactions.KIND;
  }

  @Override
  public void write(ObjectNode into) {
    into.put("on", on);
  }
}
