package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;

/** An activity in an event file: what its organisers decided, and no answers. */
public interface FileActivity {
  /** The word of its kind, on the wire and in the file. */
  String kind();

  /** Adds its members; {@code kind} stands there already. */
  void write(ObjectNode into);

  /** Reads activities of one kind. */
  interface Reader {
    /**
     * Reads every member but {@code kind}, which is read already, and refuses others.
     *
     * @throws BadMessage with words that name the place
     */
    FileActivity read(Fields activity) throws BadMessage;
  }
}
