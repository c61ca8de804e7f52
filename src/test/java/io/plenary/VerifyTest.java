package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.export.EventResults;
import io.plenary.export.ResultsJson;
import io.plenary.kinds.AllKinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  private int run(String... args) {
    out.reset();
    return Verify.run(
        args,
        AllKinds.REGISTRY,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void exitCodeSaysWhetherAllAgrees() throws IOException {
    Path file = folder.resolve("results.json");
    byte[] genuine =
        ResultsJson.write(
            new EventResults("e", "N", "2027-03-08", "2027-03-08", "UTC", List.of()),
            Instant.EPOCH);
    Files.write(file, genuine);
    assertEquals(0, run("verify", file.toString()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("agrees with itself in everything"));
    Path other = folder.resolve("other.json");
    Files.writeString(other, new String(genuine, StandardCharsets.UTF_8).replace("\"N\"", "\"M\""));
    assertEquals(1, run("verify", other.toString()));
    assertEquals(1, run("verify", file.toString(), other.toString()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("not as it was exported"));
  }

  @Test
  void saysWhatToDoWhenCalledWrongly() {
    assertEquals(2, run("verify"));
    assertEquals(1, run("verify", folder.resolve("none").toString()));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains("Name the exported files")
            && err.toString(StandardCharsets.UTF_8).contains("cannot be read"));
  }
}
