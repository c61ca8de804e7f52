package io.plenary.load.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What leads to people, looked for in files: each value in every form in which a program might have
 * written it.
 */
public final class Trail {
  /** What leads from people to their ballots in one poll. */
  public static final Set<String> OF_A_POLL =
      Set.of("answer key", "voter key", "key of who was there", "vote id");

  private final Map<String, Set<String>> forms = new HashMap<>();

  /**
   * Of a poll that is not final, as the store has it: every voter, everybody who was there, the ids
   * of votes, and the key under which their names are made.
   */
  public static Trail of(SentinelStore store, String event, String poll) throws IOException {
    String keys = "plenary:{" + event + "}:keys";
    String answers = "plenary:{" + event + "}:activity:" + poll;
    Trail trail = new Trail().bytes("answer key", store.bytes("HGET", keys, poll));
    store.asked("HKEYS", answers + ":ballots").forEach(v -> trail.value("voter key", v));
    store.asked("HVALS", answers + ":ballots").forEach(v -> trail.text("vote id", v.split(" ")[2]));
    there(store, event, poll).forEach(v -> trail.value("key of who was there", v));
    return trail;
  }

  /** Keys of everybody who was connected while the poll was open. */
  public static List<String> there(SentinelStore store, String event, String poll)
      throws IOException {
    return store.asked("SMEMBERS", "plenary:{" + event + "}:activity:" + poll + ":connected");
  }

  /** As people or programs see it. */
  public Trail text(String what, String text) {
    forms.computeIfAbsent(what, w -> new TreeSet<>()).add(text);
    return this;
  }

  /** A random value. */
  public Trail bytes(String what, byte[] bytes) {
    text(what, latin(bytes));
    text(what, HexFormat.of().formatHex(bytes));
    text(what, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    return text(what, Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A random value that travels as base64url. */
  public Trail value(String what, String base64Url) {
    return bytes(what, Base64.getUrlDecoder().decode(base64Url));
  }

  /**
   * What is found in a file, or in any file of a folder. A file that is deleted meanwhile is none.
   */
  public Set<String> in(Path place) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) look(file, found);
    }
    return found;
  }

  private void look(Path file, Set<String> found) throws IOException {
    String content;
    try {
      content = latin(Files.readAllBytes(file));
    } catch (NoSuchFileException deletedMeanwhile) {
      return;
    }
    forms.forEach(
        (what, values) -> {
          if (!found.contains(what) && values.stream().anyMatch(content::contains)) found.add(what);
        });
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
