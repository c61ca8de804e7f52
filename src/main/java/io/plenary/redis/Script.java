package io.plenary.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script from {@code lua/<name>.lua} on the classpath.
 *
 * @param sha1 what EVALSHA knows it by, 40 lower-case hex digits
 */
public record Script(String name, String source, String sha1) {
  /** @throws IllegalArgumentException when there is no such file: a mistake in the build, found at start */
  public static Script load(String name) {
    try (InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
      if (in == null) throw new IllegalArgumentException("No lua/" + name + ".lua on the classpath.");
      return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Script of(String name, String source) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
      return new Script(name, source, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-1.", e);
    }
  }

  @Override
  public String toString() {
    return name + ".lua";
  }
}
