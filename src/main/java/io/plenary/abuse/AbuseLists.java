package io.plenary.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The word lists that come with the server. */
public final class AbuseLists {
  private static final String[] LISTS = {"abuse.en.txt", "abuse.cy.txt"};

  private AbuseLists() {}

  /**
   * @throws IllegalStateException when a list is not on the classpath: a mistake in the build,
   *     found at start
   */
  public static Abuse load() {
    List<String> lines = new ArrayList<>();
    for (String list : LISTS) lines.addAll(read(list));
    return new Abuse(lines);
  }

  private static List<String> read(String name) {
    try (InputStream in = AbuseLists.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("No " + name + " on the classpath.");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
