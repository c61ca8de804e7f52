package io.plenary.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code on the screen: 6 of the 31 symbols {@code 2-9 A-Z} without {@code 0 O 1 I L}. Stored and
 * sent as {@code H7K2MQ}, shown as {@code H7K 2MQ}.
 */
public final class JoinCode {
  /** Symbols of a code. */
  public static final int LENGTH = 6;

  private static final Pattern SHAPE =
      Pattern.compile("[" + Symbols.UNAMBIGUOUS + "]{" + LENGTH + "}");
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{3}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}_.]+");

  private JoinCode() {}

  /**
   * A new code. Never three letters in a row, so that no code spells a word on a stage; leaves 244
   * million codes.
   */
  public static String draw(Entropy entropy) {
    String code = Symbols.draw(entropy, Symbols.UNAMBIGUOUS, LENGTH);
    while (LETTERS.matcher(code).find()) {
      code = Symbols.draw(entropy, Symbols.UNAMBIGUOUS, LENGTH);
    }
    return code;
  }

  /**
   * What was meant by what somebody typed: any case, with spaces or dashes anywhere. Symbols that
   * no code has are not mapped to those that look like them: 0 could be misread from D, O from Q,
   * and a wrong guess would lead to somebody else's event.
   *
   * @return the code as stored, or empty when no code can look like this
   */
  public static Optional<String> read(String typed) {
    if (typed == null || typed.length() > 60) {
      return Optional.empty();
    }
    String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String code = BETWEEN.matcher(folded).replaceAll("");
    return SHAPE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
  }

  /** In two halves, as people read it aloud. */
  public static String show(String code) {
    return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
  }
}
