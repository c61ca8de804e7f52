package io.plenary.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The script that counts, with a fault put in on purpose. It is made from the real one, so it
 * cannot grow old.
 */
enum BrokenScript {
  /** A vote sent again, or changed, adds one more to the tally. */
  COUNTS_AGAIN("    if before then add(counted, before.ballot, -1, joined) end\n", ""),

  /** No order: whatever comes last stands, and what came before is counted under another voter. */
  BALLOT_PER_VOTE(
      "local voter, vote, seq = ARGV[at + 1],",
      "local voter, vote, seq = ARGV[at + 1] .. ARGV[at + 2],",
      "local voter = ARGV[HEADER + (i - 1) * PER_VOTE + 1]\n",
      "local voter = ARGV[HEADER + (i - 1) * PER_VOTE + 1] .. ARGV[HEADER + (i - 1) * PER_VOTE +"
          + " 2]\n"),

  /**
   * Says "counted" and stores nothing, for some batches: as if the answer were sent before the disk
   * had them.
   */
  ANSWERS_BEFORE_STORING(
      "local version, counts =",
      "if tonumber(ARGV[HEADER + 3]) % 3 == 0 then return replies end\n"
          + "local version, counts =");

  private final String[] changes;

  /**
   * @param changes what is replaced, by what, in turn
   */
  BrokenScript(String... changes) {
    this.changes = changes;
  }

  /** Writes it where the class path looks for it; returns the folder to put in front. */
  Path write(Path home) {
    String script = original();
    for (int i = 0; i < changes.length; i += 2) {
      String broken = script.replace(changes[i], changes[i + 1]);
      if (broken.equals(script)) {
        throw new AssertionError(
            "cast_votes.lua has changed; break it in another place: " + changes[i]);
      }
      script = broken;
    }
    try {
      Files.createDirectories(home.resolve("lua"));
      Files.writeString(home.resolve("lua/cast_votes.lua"), script);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String original() {
    try (InputStream in = BrokenScript.class.getResourceAsStream("/lua/cast_votes.lua")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
