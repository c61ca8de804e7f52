package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;

/** Reactions in an event file: that the room has them. Whether they are on is not in it, as no poll is open in a file. */
public record FileReactions() implements FileActivity {
  public static FileReactions read(Fields f) throws BadMessage {
    f.end();
    return new FileReactions();
  }

  @Override
  public String kind() {
    return FileKind.REACTIONS.kind();
  }

  @Override
  public void write(ObjectNode into) {
    // nothing but that they are there
  }
}
