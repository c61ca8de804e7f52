package io.plenary.kinds.qa;

import java.util.Collection;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The questions of one Q&A, as much of them as this node has read. */
public interface Questions {
  /** Null when there is none. */
  @Nullable Question byId(String id);

  /**
   * One that is there: of an id that was read here.
   *
   * @throws NoSuchElementException if it is not
   */
  default Question known(String id) {
    Question found = byId(id);
    if (found == null) throw new NoSuchElementException(id);
    return found;
  }

  /** Null when there is none that ever was public under this number. */
  @Nullable Question byNumber(int n);

  /** The one that is LIVE; null when none is. */
  @Nullable Question live();

  /** What was merged into it directly, in a fixed order. */
  Collection<Question> mergedInto(String id);
}
