package io.plenary.identity;

import io.plenary.limit.Spending;

/**
 * Limits that all nodes hold together, and how these speak of accounts, addresses and devices: by a
 * hash under the server's secret. Usable from any thread.
 */
public final class SharedLimits {
  private final Spending spending;
  private final String salt;

  /**
   * @param secret the same on every node
   */
  public SharedLimits(Spending spending, MacKey secret) {
    this(spending, salt(secret));
  }

  private SharedLimits(Spending spending, String salt) {
    this.spending = spending;
    this.salt = salt;
  }

  /** Of a node that is the only one. */
  static SharedLimits alone() {
    return new SharedLimits(new Spending(), "");
  }

  private static String salt(MacKey secret) {
    Hmac hmac = new Hmac();
    return hmac.shortened(secret.derive(hmac, "shared-limits"), "salt", "");
  }

  Spending spending() {
    return spending;
  }

  /** What it is called here and at other nodes; as long for every text. */
  public String key(String text) {
    return Digests.sha256(salt + " " + text);
  }

  /** The same of a network address. */
  String address(String remote) {
    return key(AddressKey.of(remote));
  }
}
