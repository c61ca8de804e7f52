package io.plenary.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which program the embedded Redis is. */
final class RedisServerType implements ValueType<RedisServerType.Server> {
  private static final Set<String> WORDS = Set.of("built-in", "newest");

  /**
   * @param text one of the words, or a path
   */
  record Server(String text) {
    /** The word, or the file as an absolute path. */
    String file(Path workingDir) {
      return WORDS.contains(text)
          ? text
          : workingDir.resolve(text).toAbsolutePath().normalize().toString();
    }
  }

  @Override
  public Server read(String text) throws BadValue {
    String word = text.toLowerCase(Locale.ROOT);
    if (WORDS.contains(word)) return new Server(word);
    try {
      if (!text.isBlank() && Path.of(text).getNameCount() > 0) return new Server(text);
    } catch (InvalidPathException e) {
      throw new BadValue("'" + text + "' is not a path of this system");
    }
    throw new BadValue("'" + text + "' is not a file");
  }

  @Override
  public String label() {
    return "<built-in|newest|file>";
  }

  @Override
  public String allowed() {
    return "built-in, newest, or the file of a redis-server or valkey-server";
  }
}
