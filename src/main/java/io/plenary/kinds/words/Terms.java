package io.plenary.kinds.words;

import io.plenary.event.Reason;
import io.plenary.event.RuleViolation;
import io.plenary.event.Texts;
import io.plenary.kinds.words.WordsSettings.Language;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which entries are the same term. A family is what they have in common: NFKC, without case,
 * accents, punctuation at the ends of words, hyphens and apostrophes within them, and spaces; with
 * the languages of the settings also without stop words, and of every word its usual form.
 */
final class Terms {
  private static final int MAX_WORDS = 3;

  /** Settles at once but for texts made to resist: marks and letters that find each other anew. */
  private static final int ROUNDS = 8;

  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

  private Terms() {}

  /**
   * What a person wrote.
   *
   * @throws RuleViolation {@link Reason#BAD_ANSWER} with words that say what to do
   */
  static Term of(String written, WordsSettings settings) {
    return of(written, settings.length(), settings.languages());
  }

  static Term of(String written, int length, List<Language> languages) {
    String form = Texts.line(written);
    if (form.isEmpty()) throw bad("Write at least one word.");
    // One character may stand for many (U+FDFA for eighteen): so much of that is no short entry.
    if (Texts.length(form) > length || Texts.length(nfkc(form)) > 2 * length) {
      throw bad("An entry has at most " + length + " characters.");
    }
    if (form.split(" ").length > MAX_WORDS) throw bad("An entry has 1 to 3 words.");
    String family = family(form, languages);
    if (family.isEmpty()) {
      throw bad("Write letters or numbers: an entry cannot be punctuation alone.");
    }
    return new Term(family, form);
  }

  /** Empty when there is nothing but punctuation and accents. The family of a family is itself. */
  static String family(String form, List<Language> languages) {
    String family = once(form, languages);
    if (languages.isEmpty() && plain(form)) return family;
    for (int i = 0; i < ROUNDS; i++) {
      String again = once(family, languages);
      if (again.equals(family)) break;
      family = again;
    }
    return family;
  }

  /** Letters, digits and blanks that nothing else is written as. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'z' || (c != ' ' && !Character.isLetterOrDigit(c))) return false;
    }
    return true;
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Form.NFKC);
  }

  private static String once(String text, List<Language> languages) {
    List<String> words = new ArrayList<>();
    for (String word : plain(text) ? text.split(" ") : BLANKS.split(nfkc(text))) {
      String bare = bare(word);
      if (!bare.isEmpty()) words.add(bare);
    }
    return String.join("", languages.isEmpty() ? words : told(words, languages));
  }

  /** Those that say something, in their usual form. */
  private static List<String> told(List<String> words, List<Language> languages) {
    boolean english = languages.contains(Language.EN);
    boolean welsh = languages.contains(Language.CY);
    List<String> kept = new ArrayList<>();
    for (String word : words) {
      boolean stop = (english && English.isStop(word)) || (welsh && Welsh.isStop(word));
      if (!stop) kept.add(usual(word, english, welsh));
    }
    if (!kept.isEmpty()) return kept;
    return words;
  }

  private static String usual(String word, boolean english, boolean welsh) {
    if (welsh && Welsh.knows(word)) return Welsh.radical(word);
    return english ? English.singular(word) : word;
  }

  /** Without case, accents, punctuation at its ends, and what joins words within it. */
  private static String bare(String word) {
    if (plain(word)) return word.toLowerCase(Locale.ROOT);
    String folded =
        word.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
    StringBuilder out = new StringBuilder();
    int end = 0;
    String apart = Normalizer.normalize(folded, Form.NFKD);
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (Marks.unwanted(c) || Marks.joinsWords(c) || (end == 0 && Marks.punctuation(c))) continue;
      out.appendCodePoint(c);
      if (!Marks.punctuation(c)) end = out.length();
    }
    return nfkc(out.substring(0, end));
  }

  private static RuleViolation bad(String message) {
    return new RuleViolation(Reason.BAD_ANSWER, message);
  }
}
