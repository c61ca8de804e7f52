package io.plenary.identity;

import java.util.Base64;

/** Makes identifiers and secrets. */
public final class Ids {
  private static final String ID_SYMBOLS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ID_LENGTH = 12;

  /** Symbols of {@link #linkSecret}: 129 bits. */
  static final int LINK_SECRET = 25;

  private final Entropy entropy;

  public Ids(Entropy entropy) {
    this.entropy = entropy;
  }

  /**
   * Id of an event, room, poll or account: 12 of [a-z0-9], 62 bits; names something, protects
   * nothing.
   */
  public String id() {
    return Symbols.draw(entropy, ID_SYMBOLS, ID_LENGTH);
  }

  /** A new participant: 128 random bits as 22 symbols of base64url. */
  public String participant() {
    return secret128();
  }

  /** Secret of a stage or remote link, 128 bits as 22 symbols of base64url. */
  public String secret128() {
    return base64Url(entropy.bytes(16));
  }

  /**
   * Secret of a link that is passed on in letters and chats: 129 bits as 25 of [a-z0-9], which no
   * program that finds links in texts cuts off.
   */
  String linkSecret() {
    return Symbols.draw(entropy, ID_SYMBOLS, LINK_SECRET);
  }

  /** Session id, set-up token or server secret, 256 bits as 43 symbols of base64url. */
  public String secret256() {
    return base64Url(entropy.bytes(32));
  }

  /** Key of an event or poll, 256 bits. */
  public byte[] key() {
    return entropy.bytes(32);
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
