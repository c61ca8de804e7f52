package io.plenary.identity;

import com.password4j.Argon2Function;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Argon2id (RFC 9106) in PHC format with the parameters of OWASP's password storage advice. Slow on
 * purpose: never on an event loop.
 */
class Argon2 {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Entropy entropy;
  private final Argon2Function function;
  private final String placeholder;

  Argon2(Entropy entropy) {
    this(entropy, MEMORY_KIB, ITERATIONS);
  }

  Argon2(Entropy entropy, int memoryKib, int iterations) {
    this.entropy = entropy;
    function =
        Argon2Function.getInstance(
            memoryKib,
            iterations,
            LANES,
            HASH_BYTES,
            com.password4j.types.Argon2.ID,
            Argon2Function.ARGON2_VERSION_13);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    placeholder =
        "$argon2id$v=19$m="
            + memoryKib
            + ",t="
            + iterations
            + ",p="
            + LANES
            + "$"
            + base64.encodeToString(entropy.bytes(SALT_BYTES))
            + "$"
            + base64.encodeToString(entropy.bytes(HASH_BYTES));
  }

  String hash(String password) {
    return function.hash(bytes(password), entropy.bytes(SALT_BYTES)).getResult();
  }

  /** With the parameters the hash was made with. */
  boolean matches(String password, String phc) {
    return Argon2Function.getInstanceFromHash(phc).check(password, phc);
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
    Argon2Function made = Argon2Function.getInstanceFromHash(phc);
    return made.getVariant() != function.getVariant()
        || made.getVersion() != function.getVersion()
        || made.getMemory() < function.getMemory()
        || made.getIterations() < function.getIterations()
        || made.getOutputLength() < function.getOutputLength();
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
