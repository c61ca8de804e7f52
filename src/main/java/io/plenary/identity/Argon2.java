package io.plenary.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in PHC format with the parameters of OWASP's password storage advice. Slow on
 * purpose: never on an event loop. What it works in is garbage afterwards.
 */
class Argon2 {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** A hash that asks for more was not written here, and is not worth the memory of the server. */
  private static final int MOST_MEMORY_KIB = 64 * 1024;

  private static final int MOST_ITERATIONS = 16;
  private static final int MOST_LANES = 4;
  private static final int LEAST_SALT_BYTES = 8;
  private static final int LEAST_HASH_BYTES = 16;
  private static final int MOST_BYTES = 64;

  /** The only variant and version that were ever written. */
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,4}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** What one hash was made with, and what came out. */
  private record Made(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {
    static Made read(String phc) {
      Matcher found = PHC.matcher(phc);
      if (!found.matches()) throw new IllegalArgumentException("This is no hash of Argon2id.");
      Base64.Decoder base64 = Base64.getDecoder();
      return new Made(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(3)),
              base64.decode(found.group(4)),
              base64.decode(found.group(5)))
          .bounded();
    }

    private Made bounded() {
      boolean sound =
          lanes >= 1
              && lanes <= MOST_LANES
              && iterations >= 1
              && iterations <= MOST_ITERATIONS
              && memoryKib >= 8 * lanes // RFC 9106, 3.1
              && memoryKib <= MOST_MEMORY_KIB
              && salt.length >= LEAST_SALT_BYTES
              && salt.length <= MOST_BYTES
              && hash.length >= LEAST_HASH_BYTES
              && hash.length <= MOST_BYTES;
      if (!sound) throw new IllegalArgumentException("This hash of Argon2id is none of ours.");
      return this;
    }

    String phc() {
      Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
      return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(
              memoryKib,
              iterations,
              lanes,
              base64.encodeToString(salt),
              base64.encodeToString(hash));
    }

    /** The same work with another password. */
    byte[] hashOf(String password) {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(iterations)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      byte[] out = new byte[hash.length];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
      return out;
    }
  }

  private final Entropy entropy;
  private final int memoryKib;
  private final int iterations;
  private final String placeholder;

  Argon2(Entropy entropy) {
    this(entropy, MEMORY_KIB, ITERATIONS);
  }

  Argon2(Entropy entropy, int memoryKib, int iterations) {
    this.entropy = entropy;
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    placeholder = today(entropy.bytes(HASH_BYTES)).phc();
  }

  private Made today(byte[] hash) {
    return new Made(memoryKib, iterations, LANES, entropy.bytes(SALT_BYTES), hash);
  }

  String hash(String password) {
    Made unmade = today(new byte[HASH_BYTES]);
    return new Made(memoryKib, iterations, LANES, unmade.salt, unmade.hashOf(password)).phc();
  }

  /** With the parameters the hash was made with. */
  boolean matches(String password, String phc) {
    Made made = Made.read(phc);
    return MessageDigest.isEqual(made.hash, made.hashOf(password));
  }

  /**
   * A hash of no password, made with today's parameters, so that an unknown account costs as much
   * as a known one.
   */
  String placeholder() {
    return placeholder;
  }

  /** Made with less effort than would be made today? */
  boolean outdated(String phc) {
    Made made = Made.read(phc);
    return made.memoryKib < memoryKib
        || made.iterations < iterations
        || made.hash.length < HASH_BYTES;
  }
}
