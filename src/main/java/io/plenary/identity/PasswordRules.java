package io.plenary.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a new password may be, after OWASP ASVS 5.0 chapter 6.2 and NIST SP 800-63B: long, not among
 * the commonest, not the address; any characters, no rules of composition, nothing to change
 * regularly.
 */
public final class PasswordRules {
  /** In characters (code points). */
  public static final int SHORTEST = 12;

  /** In characters (code points). */
  public static final int LONGEST = 128;

  // The same few characters over and over is as guessable as any listed password: aaaaaaaaaaaa,
  // abcabcabcabc, 123412341234.
  private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+", Pattern.DOTALL);

  private final Set<String> common;

  public PasswordRules() {
    try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      common =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Composed characters (NFC), so that the same password typed on another keyboard is the same. */
  public static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /**
   * @param email normalised
   * @return what to tell the person; empty when the password is fine
   */
  public Optional<String> problem(String password, String email) {
    if (password == null || password.isEmpty()) {
      return Optional.of("Choose a password of at least " + SHORTEST + " characters.");
    }
    if (password.length() > 4 * LONGEST) {
      return Optional.of(
          "The password has more than " + LONGEST + " characters. Choose a shorter one.");
    }
    String text = normalise(password);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST) {
      return Optional.of(
          "The password has "
              + length
              + (length == 1 ? " character" : " characters")
              + ". Use at least "
              + SHORTEST
              + "; a few words in a row are good.");
    }
    if (length > LONGEST) {
      return Optional.of(
          "The password has more than " + LONGEST + " characters. Choose a shorter one.");
    }
    String folded = text.strip().toLowerCase(Locale.ROOT);
    if (folded.equals(email) || folded.equals(email.substring(0, email.indexOf('@')))) {
      return Optional.of("The password is the e-mail address. Choose another.");
    }
    if (common.contains(folded) || REPEATED.matcher(folded).matches()) {
      return Optional.of("This is one of the first passwords anybody would try. Choose another.");
    }
    return Optional.empty();
  }
}
