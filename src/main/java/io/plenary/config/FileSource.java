package io.plenary.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Settings from a Java properties file in UTF-8: one {@code name = value} per line, {@code #}
 * begins a comment.
 */
final class FileSource {
  private FileSource() {}

  /**
   * @return by the setting's name
   */
  static Map<String, Raw> read(Path file, Problems problems) {
    List<String> known = Declared.ALL.stream().<String>map(Setting::name).toList();
    Map<String, Raw> found = new HashMap<>();
    Once lines = new Once();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (NoSuchFileException e) {
      problems.add("There is no file " + file + ".");
    } catch (CharacterCodingException e) {
      problems.add(file + " is not text in UTF-8.");
    } catch (IOException e) {
      problems.add(file + " cannot be read: " + e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      problems.add(file + " has a \\u that is not followed by four hexadecimal digits.");
    }
    for (String key : new TreeSet<>(lines.stringPropertyNames())) {
      if (lines.twice.contains(key)) {
        problems.add(key + " stands more than once in " + file + ". Keep one.");
      }
      String text = lines.getProperty(key).strip();
      if (!known.contains(key)) {
        problems.unknown("setting in " + file + ":", key, known);
      } else if (text.isEmpty()) {
        problems.add(key + " in " + file + " has no value. Give it one or remove the line.");
      } else {
        found.put(key, new Raw(key + " in " + file, text));
      }
    }
    return found;
  }

  /** Properties lets the last of two equal keys win without a word. */
  private static final class Once extends Properties {
    private final TreeSet<String> twice = new TreeSet<>();

    @Override
    public Object put(Object key, Object value) {
      Object before = super.put(key, value);
      if (before != null) {
        twice.add((String) key);
      }
      return before;
    }
  }
}
