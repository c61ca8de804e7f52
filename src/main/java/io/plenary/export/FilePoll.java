package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.protocol.Shapes;
import io.plenary.protocol.WireDraft;

/** A poll in an event file, in the shape in which organisers send it. */
public record FilePoll(WireDraft draft) implements FileActivity {
  public static FilePoll read(Fields activity) throws BadMessage {
    return new FilePoll(Shapes.draft("poll", activity));
  }

  @Override
  public String kind() {
    return FileKind.POLL.kind();
  }

  @Override
  public void write(ObjectNode into) {
    into.setAll(ExportJson.MAPPER.<ObjectNode>valueToTree(draft));
  }
}
