package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An activity in an event file: what its organisers decided, and no answers. */
public interface FileActivity {
  /** The word of its kind, on the wire and in the file. */
  String kind();

  /** Adds its members; {@code kind} stands there already. */
  void write(ObjectNode into);
}
