package io.plenary.qa;

import java.util.Collection;

/** The questions of one Q&A, as much of them as this node has read. */
public interface Questions {
  /** Null when there is none. */
  Question byId(String id);

  /** Null when there is none that ever was public under this number. */
  Question byNumber(int n);

  /** The one that is LIVE; null when none is. */
  Question live();

  /** What was merged into it directly, in a fixed order. */
  Collection<Question> mergedInto(String id);
}
