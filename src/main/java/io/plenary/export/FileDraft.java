package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.WireDraft;

/** An activity in an event file, in the shape in which organisers send it. */
public record FileDraft(String kind, WireDraft draft) implements FileActivity {
  @Override
  public void write(ObjectNode into) {
    into.setAll(ExportJson.MAPPER.<ObjectNode>valueToTree(draft));
  }
}
