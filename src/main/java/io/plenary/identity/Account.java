package io.plenary.identity;

import java.time.Instant;

/**
 * An organiser's account. Prints as its id only.
 *
 * @param email normalised by {@link EmailAddress}; unique
 * @param name as the organiser wrote it, 1 to 80 characters
 * @param passwordHash Argon2id in PHC format
 */
public record Account(
    String id, String email, String name, String passwordHash, Instant createdAt) {
  Account withPassword(String hash) {
    return new Account(id, email, name, hash, createdAt);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
