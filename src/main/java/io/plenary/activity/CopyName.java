package io.plenary.activity;

import io.plenary.words.TextLimits;
import java.util.Set;
import java.util.regex.Pattern;

/** What a copy is called until somebody gives it words of its own. */
final class CopyName {
  private static final Pattern MARK = Pattern.compile(" ?\\(copy(?: \\d+)?\\)$");

  private CopyName() {}

  /**
   * "Why? (copy)", and "Why? (copy 2)" where there is one already; never longer than a title may
   * be.
   */
  static String of(String title, Set<String> taken) {
    String bare = MARK.matcher(title).replaceFirst("");
    String name = marked(bare, " (copy)");
    for (int n = 2; taken.contains(name); n++) name = marked(bare, " (copy " + n + ")");
    return name;
  }

  private static String marked(String bare, String mark) {
    int most = TextLimits.QUESTION - mark.length();
    int length = bare.codePointCount(0, bare.length());
    String kept = length <= most ? bare : bare.substring(0, bare.offsetByCodePoints(0, most));
    return kept.stripTrailing() + mark;
  }
}
