package io.plenary.export.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of sheets as every spreadsheet takes them: no two that differ in case alone, at most 31
 * UTF-16 units, none of {@code []:*?/\}, no apostrophe, which would need care wherever a sheet is
 * named.
 */
final class SheetNames {
  private static final int MOST = 31;

  /** Room for a tab to be read beside others. */
  private static final int READABLE = 26;

  private static final Pattern NOT_TAKEN = Pattern.compile("[\\[\\]:*?/\\\\'\\p{C}\\s]+");

  private final Set<String> given = new HashSet<>();

  String of(String wanted) {
    String name = NOT_TAKEN.matcher(wanted).replaceAll(" ").strip();
    if (name.isEmpty()) name = "Sheet";
    if (name.length() > MOST) {
      int word = name.lastIndexOf(' ', READABLE);
      name = start(name, word > READABLE / 2 ? word : READABLE);
    }
    String one = name;
    for (int n = 2; !given.add(one.toLowerCase(Locale.ROOT)); n++) {
      String end = " (" + n + ")";
      one = start(name, MOST - end.length()) + end;
    }
    return one;
  }

  /** So many UTF-16 units at most; no character is halved. */
  private static String start(String name, int most) {
    if (name.length() <= most) return name;
    int end = Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most;
    return name.substring(0, end).strip();
  }
}
