package io.plenary.identity;

/**
 * One attempt to sign in at a provider, by one browser.
 *
 * @param cookie what that browser keeps meanwhile
 * @param state comes back with the code, and only in that browser fits the cookie (RFC 6749, 10.12)
 * @param nonce stands in the signed answer, so that an answer made for another attempt is none
 *     (OpenID Connect Core 1.0, 3.1.2.1)
 * @param verifier without which the code is worth nothing (RFC 7636)
 */
public record ProviderAttempt(String cookie, String state, String nonce, String verifier) {
  @Override
  public String toString() {
    return "ProviderAttempt[…]";
  }
}
