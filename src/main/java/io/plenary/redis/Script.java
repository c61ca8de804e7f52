package io.plenary.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Lua script from {@code lua/<name>.lua} on the classpath, or from beside the class of a kind
 * that runs it. A line {@code -- include x} stands for {@code lua/lib/x.lua}: Redis scripts cannot
 * call each other.
 *
 * @param sha1 what EVALSHA knows it by, 40 lower-case hex digits
 */
public record Script(String name, String source, String sha1) {
  /** Stands below the first line of a script whose writes no replica gets. */
  private static final String ALONE = "#!lua\n-- replicates nothing\n";

  private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include (\\w+)$");

  /**
   * @throws IllegalArgumentException when there is no such file: a mistake in the build, found at
   *     start
   */
  public static Script load(String name) {
    return load(Script.class, "/lua/", name);
  }

  /**
   * One that belongs to a kind.
   *
   * @param store in whose package it stands
   * @throws IllegalArgumentException when there is no such file
   */
  public static Script load(Class<?> store, String name) {
    return load(store, "", name);
  }

  private static Script load(Class<?> beside, String folder, String name) {
    return of(
        name,
        INCLUDE
            .matcher(read(beside, folder + name))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        read(Script.class, "/lua/lib/" + found.group(1)).stripTrailing())));
  }

  private static String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name + ".lua")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "No " + name + ".lua for " + beside.getSimpleName() + " on the classpath.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it may change anything. */
  boolean writes() {
    return !source.startsWith("#!lua flags=no-writes");
  }

  /** Whether replicas get what it writes. */
  boolean replicates() {
    return writes() && !source.startsWith(ALONE);
  }

  /** Runs it on a server that knows it. */
  Request byDigest(List<String> keys, List<?> args) {
    return Request.cmd(Command.EVALSHA, arguments(sha1, keys, args));
  }

  /** Runs it on any server. */
  Request bySource(List<String> keys, List<?> args) {
    return Request.cmd(Command.EVAL, arguments(source, keys, args));
  }

  private static Object[] arguments(String script, List<String> keys, List<?> args) {
    Object[] all = new Object[2 + keys.size() + args.size()];
    all[0] = script;
    all[1] = keys.size();
    int i = 2;
    for (String key : keys) all[i++] = key;
    for (Object arg : args) all[i++] = arg;
    return all;
  }

  static Script of(String name, String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
      return new Script(name, source, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-1.", e);
    }
  }

  /** The fault that it answered what is not written at its top. */
  public IllegalStateException unexpected(Response reply) {
    return new IllegalStateException(this + " answers " + reply);
  }

  @Override
  public String toString() {
    return name + ".lua";
  }
}
