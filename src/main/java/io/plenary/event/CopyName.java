package io.plenary.event;

import java.util.Set;
import java.util.regex.Pattern;

/** What a copy is called until somebody gives it words of its own. */
public final class CopyName {
  private static final Pattern MARK = Pattern.compile(" ?\\(copy(?: \\d+)?\\)$");

  private CopyName() {}

  /**
   * "Why? (copy)", and "Why? (copy 2)" where there is one already. A copy of a copy is called like
   * the copy.
   *
   * @param taken what others are called
   * @param most so many code points at most; a long name is cut
   */
  public static String of(String name, Set<String> taken, int most) {
    String bare = MARK.matcher(name).replaceFirst("");
    String copy = marked(bare, " (copy)", most);
    for (int n = 2; taken.contains(copy); n++) copy = marked(bare, " (copy " + n + ")", most);
    return copy;
  }

  private static String marked(String bare, String mark, int most) {
    int room = most - mark.length();
    int length = bare.codePointCount(0, bare.length());
    String kept = length <= room ? bare : bare.substring(0, bare.offsetByCodePoints(0, room));
    return kept.stripTrailing() + mark;
  }
}
