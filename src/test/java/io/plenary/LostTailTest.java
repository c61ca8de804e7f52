package io.plenary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.export.FileCheck;
import io.plenary.kinds.AllKinds;
import io.plenary.logs.LogLines;
import io.plenary.transport.Browser;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What power cuts, and worse, leave of the files of the embedded Redis. */
class LostTailTest {
  private static final String EMAIL = "organiser@plenary.example";
  private static final String PASSWORD = "a long enough passphrase 7";

  @TempDir Path data;
  private Path aof;
  private String event;

  @BeforeEach
  void serverThatWasUsed() throws IOException {
    try (Voting voting = new Voting(data)) {
      voting.counted(1);
      event = voting.phone.all("attendeeSnapshot").get(0).getJsonObject("event").getString("id");
    }
    try (Stream<Path> files = Files.walk(data)) {
      aof = files.filter(file -> file.toString().endsWith(".incr.aof")).findFirst().orElseThrow();
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(aof.getParent())) {
      return files.filter(file -> file.toString().contains(".cut-at-")).toList();
    }
  }

  /** Starts, and sees that the cut was said, kept, and is in every export from now on. */
  private void isCutAndSaid(byte[] before, String what) throws IOException {
    for (int i = 0; i < 2; i++) { // the note outlives the start
      try (LogLines log = new LogLines();
          TestServer server = TestServer.start(data, "--example=false")) {
        assertEquals(
            i == 0 ? 1 : 0, log.with("were not whole (" + what + ") and were cut off").size());
        Browser organiser = new Browser(server.base());
        organiser.post(
            "/api/v1/session", new JsonObject().put("email", EMAIL).put("password", PASSWORD));
        String file = organiser.get("/api/v1/events/" + event + "/results.json").body();
        JsonObject results = new JsonObject(file);
        assertTrue(
            results
                .getJsonArray("losses")
                .getJsonObject(0)
                .getString("note")
                .contains("may be missing"),
            file);
        assertNull(
            results
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("recount")
                .getValue("agrees"));
        FileCheck check =
            FileCheck.of(file.getBytes(StandardCharsets.UTF_8), AllKinds.REGISTRY.files());
        assertTrue(
            check.genuine()
                && check.lines().stream().anyMatch(line -> line.startsWith("NOT COMPLETE")),
            check.lines().toString());
        String fresh =
            new JsonObject(
                    organiser
                        .post(
                            "/api/v1/events",
                            new JsonObject()
                                .put("name", "After it")
                                .put("startsOn", "2027-03-08")
                                .put("endsOn", "2027-03-08")
                                .put("timeZone", "Europe/London")
                                .put("frameOrigins", new io.vertx.core.json.JsonArray()))
                        .body())
                .getString("id");
        assertFalse(
            new JsonObject(organiser.get("/api/v1/events/" + fresh + "/results.json").body())
                .containsKey("losses"),
            "a later event");
      }
    }
    assertEquals(1, kept().size());
    byte[] cut = Files.readAllBytes(kept().get(0));
    assertArrayEquals(
        Arrays.copyOfRange(before, before.length - cut.length, before.length),
        cut,
        "what was cut off is kept");
  }

  @Test
  @DisplayName(
      "O5 a tail of zeros is cut off, kept, said, and noted in the exports of the events there"
          + " were")
  void o5_zeros() throws IOException {
    Files.write(aof, new byte[5000], StandardOpenOption.APPEND);
    isCutAndSaid(Files.readAllBytes(aof), "zeros, as a power cut leaves them");
  }

  @Test
  @DisplayName(
      "O5 a tail that is cut by 100 bytes loses its half command, and that is said and noted")
  void o5_halfACommand() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(aof.toFile(), "rw")) {
      file.setLength(file.length() - 100);
    }
    isCutAndSaid(Files.readAllBytes(aof), "half a command");
  }

  @Test
  @DisplayName(
      "O5 damage in the middle is refused with the command that mends it, which shows first, keeps"
          + " what it cuts, and notes it")
  void o5_damage() throws IOException {
    byte[] before = Files.readAllBytes(aof);
    byte[] damaged = before.clone();
    int middle = new String(before, StandardCharsets.ISO_8859_1).indexOf("*", before.length / 2);
    Arrays.fill(damaged, middle, middle + 8, (byte) 'x');
    Files.write(aof, damaged);
    assertTrue(
        refusal().contains("damaged") && refusal().contains("repair-store --data " + data),
        refusal());
    assertArrayEquals(damaged, Files.readAllBytes(aof), "left alone");

    assertTrue(repair(1, false).contains("would be cut off"));
    assertArrayEquals(damaged, Files.readAllBytes(aof), "only shown");
    assertTrue(repair(0, true).contains("The store can be started now"));
    assertTrue(repair(0, false).contains("is whole"));
    byte[] cut = Files.readAllBytes(kept().get(0));
    assertArrayEquals(damaged, concat(Files.readAllBytes(aof), cut));
    assertTrue(Files.readString(data.resolve("losses")).contains(" " + cut.length), "noted");
  }

  @Test
  @DisplayName(
      "O5 a missing list of files is refused beside an installation's mark, and written again from"
          + " the names")
  void o5_manifest() throws IOException {
    Path manifest = aof.resolveSibling("appendonly.aof.manifest");
    String before = Files.readString(manifest);
    Files.delete(manifest);
    assertTrue(refusal().contains("is missing") && refusal().contains("repair-store"), refusal());
    repair(1, false);
    repair(0, true);
    assertEquals(before.strip(), Files.readString(manifest).strip());
    TestServer.start(data, "--example=false").close();
  }

  @Test
  @DisplayName(
      "O5 missing and empty files beside an installation's mark are refused, and begin anew only"
          + " when the operator says so")
  void o5_empty() throws IOException {
    Files.write(aof, new byte[0]);
    assertTrue(
        refusal().contains("The store has lost its data") && refusal().contains("start-anew"),
        refusal());
    Files.delete(aof);
    assertTrue(refusal().contains("is missing"), refusal());
    assertEquals(
        1, RepairStore.run(data, true, new PrintStream(new ByteArrayOutputStream()), System.err));
    assertEquals(0, StartAnew.run(data, System.out, System.err));
    new Voting(data).close();
  }

  @Test
  @DisplayName(
      "O11 a damaged snapshot is named with what to do, and repair-store does not call the store"
          + " whole")
  void o11_base() throws IOException {
    Path base = aof.resolveSibling(aof.getFileName().toString().replace("incr.aof", "base.rdb"));
    byte[] bytes = Files.readAllBytes(base);
    bytes[bytes.length / 2] ^= 0x20;
    Files.write(base, bytes);
    assertTrue(
        refusal().contains("the file " + base + " is damaged. Restore the folder from a back-up"),
        refusal());
    assertTrue(repair(1, true).contains("cannot be mended"), repair(1, true));
    assertArrayEquals(bytes, Files.readAllBytes(base), "left alone");
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private String repair(int code, boolean cut) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(
        code,
        RepairStore.run(data, cut, new PrintStream(out, true, StandardCharsets.UTF_8), System.err),
        out::toString);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String refusal() {
    try {
      TestServer.start(data, "--example=false").close();
    } catch (AssertionError e) {
      return String.valueOf(e.getCause().getMessage());
    }
    throw new AssertionError("it started");
  }
}
