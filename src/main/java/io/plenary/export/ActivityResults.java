package io.plenary.export;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What people answered to one activity, as files say it. */
public interface ActivityResults {
  /** The member of results.json that lists results of this kind. */
  String member();

  /** Adds its members. */
  void write(ObjectNode into);
}
