package io.plenary.identity;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as names of accounts. */
public final class EmailAddress {
  /**
   * What browsers accept in {@code <input type=email>} (HTML Standard, "valid e-mail address"),
   * with a dot in the domain or a bare host.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
              + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

  private static final int LONGEST = 254;

  private EmailAddress() {}

  /**
   * The one form under which an address is stored and looked up: without spaces around, all lower
   * case (no provider in use tells capitals apart before the @, and people do not either), the
   * domain in its ASCII form.
   *
   * @return empty when it is not an address
   */
  public static Optional<String> normalise(String typed) {
    String text = typed == null || typed.length() > 4 * LONGEST ? "" : typed.strip();
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    try {
      String address =
          (text.substring(0, at) + "@" + IDN.toASCII(text.substring(at + 1)))
              .toLowerCase(Locale.ROOT);
      return address.length() <= LONGEST && SHAPE.matcher(address).matches()
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
