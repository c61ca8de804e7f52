package io.plenary.anonymity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for secrets in every file of a folder and in texts beside it, in each form a program might
 * have written them.
 */
final class Scan {
  /** Each form of each secret, as the bytes it would be, to what it is. */
  private final Map<String, String> forms = new LinkedHashMap<>();

  /**
   * @param text as people or programs see it
   */
  Scan text(String what, String text) {
    forms.put(text, what);
    return this;
  }

  /** A random value: its bytes, and what they look like in hex and base64. */
  Scan bytes(String what, byte[] bytes) {
    forms.put(latin(bytes), what);
    forms.put(HexFormat.of().formatHex(bytes), what);
    forms.put(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), what);
    forms.put(Base64.getEncoder().withoutPadding().encodeToString(bytes), what);
    return this;
  }

  /** A random value that travels as base64url. */
  Scan value(String what, String base64Url) {
    return bytes(what, Base64.getUrlDecoder().decode(base64Url));
  }

  /** Kind of secret to the files it is in. */
  Map<String, Set<String>> folder(Path folder) {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try {
          look(latin(Files.readAllBytes(file)), folder.relativize(file).toString(), found);
        } catch (java.nio.file.NoSuchFileException deletedMeanwhile) {
          // the others remain
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  Map<String, Set<String>> in(String text) {
    Map<String, Set<String>> found = new TreeMap<>();
    look(latin(text.getBytes(StandardCharsets.UTF_8)), "text", found);
    return found;
  }

  private void look(String content, String where, Map<String, Set<String>> found) {
    forms.forEach(
        (form, what) -> {
          if (content.contains(form)) found.computeIfAbsent(what, w -> new TreeSet<>()).add(where);
        });
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
