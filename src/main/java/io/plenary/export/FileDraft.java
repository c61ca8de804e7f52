package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.Shapes;
import io.plenary.protocol.WireDraft;

/**
 * An activity in an event file, in the shape in which organisers send it.
 *
 * @param notes of those who run it, empty for none
 */
public record FileDraft(String kind, WireDraft draft, String notes) implements FileActivity {
  @Override
  public void write(ObjectNode into) {
    into.setAll(ExportJson.MAPPER.<ObjectNode>valueToTree(draft));
    if (!notes.isEmpty()) into.put(Shapes.NOTES, notes);
  }
}
