package io.plenary.kinds.qa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions that were merged are one group: trees by {@link Question#into}, so that un-merging one
 * brings back exactly what had been merged with it. A group has the upvotes of its people, each
 * counted once.
 */
public final class Groups {
  /** Largest group; bounds the work of one upvote taken back. */
  public static final int MAX = 50;

  private Groups() {}

  /** The question at the top of the tree this one is in: itself, when it is not merged. */
  public static Question root(Questions all, Question of) {
    Question top = of;
    // A tree is never deeper than it has members; a damaged one must not hang a server.
    for (int i = 0; top.into() != null && i < MAX; i++) {
      Question above = all.byId(top.into());
      if (above == null) return top;
      top = above;
    }
    return top;
  }

  /** The question and everything merged into it, directly or not; the question first. */
  public static List<Question> tree(Questions all, Question top) {
    List<Question> found = new ArrayList<>(List.of(top));
    Set<String> seen = new HashSet<>(Set.of(top.id()));
    for (int i = 0; i < found.size(); i++) {
      for (Question below : all.mergedInto(found.get(i).id())) {
        if (seen.add(below.id())) found.add(below);
      }
    }
    return found;
  }
}
