package io.plenary.kinds.words;

import io.plenary.kinds.words.WordsCount.Counted;
import io.plenary.kinds.words.WordsCount.Shown;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What screens are told, in the shape in which the wire says it.
 *
 * @param terms that are shown, most counted first
 * @param more how many are shown and not listed
 * @param held how many wait for a moderator
 * @param hidden how many moderators have hidden
 */
public record WordsResult(List<Told> terms, long more, long held, long hidden) {
  static final int SCREENS = 150;
  static final int PHONES = 30;

  /** Of the list as JSON, so that a stage's frame is a packet or two. */
  static final int MOST_BYTES = 7_000;

  /** Of a term as JSON beside its text and its count. */
  private static final int AROUND = "{'id':'12345678','text':'','count':},".length();

  private static final int ID_BYTES = 6;

  /**
   * A term.
   *
   * @param id stays while the text changes to the form that most people use
   * @param count people who wrote it
   */
  public record Told(String id, String text, long count) {}

  public WordsResult {
    terms = List.copyOf(terms);
  }

  static WordsResult of(WordsCount counted, int most) {
    List<Counted> shown = counted.shown();
    List<Told> told = new ArrayList<>();
    int bytes = 0;
    for (Counted term : shown) {
      if (told.size() == most) break;
      bytes += AROUND + size(term.text()) + Long.toString(term.count()).length();
      if (bytes > MOST_BYTES) break;
      told.add(new Told(id(term.word()), term.text(), term.count()));
    }
    return new WordsResult(
        told,
        shown.size() - told.size(),
        counted.number(Shown.WAITS),
        counted.number(Shown.HIDDEN));
  }

  /** In bytes of JSON, where a quote and a backslash have another before them. */
  private static int size(String text) {
    long escapes = text.chars().filter(c -> c == '"' || c == '\\').count();
    return text.getBytes(StandardCharsets.UTF_8).length + (int) escapes;
  }

  /** The first 48 bits of SHA-256 of what all forms have in common, in URL-safe Base64. */
  private static String id(String word) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
      byte[] first = Arrays.copyOf(hash, ID_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(first);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
