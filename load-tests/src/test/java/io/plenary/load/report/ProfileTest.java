package io.plenary.load.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  /** A program of its own, as the server is one. */
  static final class Busy {
    static volatile double sum;

    public static void main(String[] args) {
      long end = System.currentTimeMillis() + Long.parseLong(args[0]);
      while (System.currentTimeMillis() < end) {
        for (int i = 0; i < 1_000; i++) sum += Double.toString(i).length();
      }
    }
  }

  @TempDir Path folder;

  private void play(Profile profile) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            profile.option(),
            "-cp",
            System.getProperty("java.class.path"),
            Busy.class.getName(),
            "1500");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertTrue(process.waitFor() == 0);
  }

  @Test
  void what_ran_while_it_was_measured_is_named_with_its_share() throws Exception {
    Profile profile = new Profile(folder);
    Instant from = Instant.now();
    play(profile);
    play(profile);
    profile.measured("work", List.of(new Profile.Span(from, Instant.now())));
    profile.measured("before", List.of(new Profile.Span(from.minusSeconds(9), from)));
    String text = profile.text();
    String work = text.substring(text.indexOf("### work"), text.indexOf("### before"));
    assertTrue(work.contains("%  io.plenary.load.report.ProfileTest$Busy.main\n"), work);
    assertTrue(work.contains("%  java.lang.String\n"), work);
    assertFalse(work.contains("Compilers: 0 ms"), work);
    String before = text.substring(text.indexOf("### before"));
    assertTrue(before.contains("9.0 s in 1 spans. Java code: 0 samples"), before);
  }
}
