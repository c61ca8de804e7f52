package io.plenary.abuse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a text has words that often abuse somebody, so that a moderator looks twice; nothing is
 * removed by it. Whole words only: a town or a surname that has such a word inside is no hit. Sees
 * through accents, drawn-out letters, the commonest digits and signs in the place of letters, stars
 * that hide letters, and words that are spelt out.
 */
public final class Abuse {
  /** A word of the list with this at its end stands for every word that begins so. */
  private static final String BEGINNING = "*";

  /**
   * A single character can stand for a whole phrase (U+FDFA for eighteen letters): what is longer
   * written out is looked at so far.
   */
  private static final int LONGEST_TEXT = 3_000;

  static final Map<Character, Character> SIGNS =
      Map.of(
          '0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i');

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s\\b");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@$!*]+|!+(?=\\s|$)");
  private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");

  private final Set<String> phrases = new HashSet<>();
  private final Map<Integer, List<String>> byLength = new HashMap<>();
  private final List<String> beginnings = new ArrayList<>();
  private final int longest;
  private final Harmless harmless;

  /**
   * @param lines a word or phrase each; empty ones and what follows a {@code #} do not count
   */
  public Abuse(Collection<String> lines) {
    int words = 1;
    for (String line : lines) {
      String entry = line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
      if (entry.isEmpty()) continue;
      if (entry.endsWith(BEGINNING)) {
        beginnings.add(plain(split(entry)[0].replace(BEGINNING, "")));
        continue;
      }
      String phrase = plain(String.join(" ", split(entry)));
      phrases.add(phrase);
      words = Math.max(words, phrase.split(" ").length);
      if (!phrase.contains(" ")) {
        byLength.computeIfAbsent(phrase.length(), n -> new ArrayList<>()).add(phrase);
      }
    }
    longest = words;
    harmless = new Harmless(Stream.concat(phrases.stream(), beginnings.stream()).toList());
  }

  public boolean in(String text) {
    return !harmless.is(text) && looked(text);
  }

  /** The same, whatever the text looks like. */
  boolean looked(String text) {
    List<String> words = spelledOutJoined(List.of(split(text)));
    List<String> plain = words.stream().map(Abuse::plain).toList();
    for (int i = 0; i < words.size(); i++) {
      if (hidden(words.get(i)) || listed(plain, i)) return true;
    }
    return false;
  }

  private boolean listed(List<String> words, int at) {
    StringBuilder phrase = new StringBuilder();
    for (int i = at; i < words.size() && i < at + longest; i++) {
      phrase.append(i == at ? "" : " ").append(words.get(i));
      if (hit(phrase.toString())) return true;
    }
    return beginnings.stream().anyMatch(words.get(at)::startsWith);
  }

  /** In the singular or plural. */
  private boolean hit(String phrase) {
    return phrases.contains(phrase)
        || (phrase.endsWith("s") && phrases.contains(phrase.substring(0, phrase.length() - 1)))
        || (phrase.endsWith("es") && phrases.contains(phrase.substring(0, phrase.length() - 2)));
  }

  /** {@code f**k}: stars within a word, and a word of the list that fits them. */
  private boolean hidden(String word) {
    int star = word.indexOf('*');
    if (star < 1 || word.chars().filter(c -> c != '*').count() < 2) return false;
    return byLength.getOrDefault(word.length(), List.of()).stream()
        .anyMatch(entry -> fits(word, entry));
  }

  private static boolean fits(String masked, String entry) {
    for (int i = 0; i < entry.length(); i++) {
      if (masked.charAt(i) != '*' && masked.charAt(i) != entry.charAt(i)) return false;
    }
    return true;
  }

  private static String[] split(String text) {
    String written = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String looked = written.substring(0, Math.min(written.length(), LONGEST_TEXT));
    String lower = MARKS.matcher(looked).replaceAll("").toLowerCase(Locale.ROOT);
    return BETWEEN.split(POSSESSIVE.matcher(lower).replaceAll(""));
  }

  /** {@code "s h u t"} as one word: three single letters or more in a row. */
  private static List<String> spelledOutJoined(List<String> words) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int to = i;
      while (to < words.size() && words.get(to).length() == 1) to++;
      if (to - i >= 3) {
        String joined = String.join("", words.subList(i, to));
        out.addAll(List.of(joined, joined.substring(1))); // an "a" or "I" may stand before
      } else if (!words.get(i).isEmpty()) {
        out.add(words.get(i));
      }
      i = to - i >= 3 ? to : i + 1;
    }
    return out;
  }

  /** Letters for signs, and a letter that stands three times or more in a row once. */
  private static String plain(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      out.append(word.chars().anyMatch(Character::isLetter) ? SIGNS.getOrDefault(c, c) : c);
    }
    return DRAWN_OUT.matcher(out).replaceAll("$1");
  }
}
