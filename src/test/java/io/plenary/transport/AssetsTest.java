package io.plenary.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plenary.transport.Assets.Asset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
  private static final String SCRIPT = "console.log('grüezi');\n".repeat(5_000);

  @TempDir Path classes;
  private Path web;

  @BeforeEach
  void folder() throws IOException {
    web = Files.createDirectories(classes.resolve("web/assets")).getParent();
  }

  @Test
  void whatIsCompressedIsKeptOnceAndStillGivenAsItIs() throws IOException {
    Files.writeString(web.resolve("assets/page.js"), SCRIPT);
    Files.write(web.resolve("assets/page.js.gz"), compressed(SCRIPT));
    Asset page = load("assets/page.js");
    assertNull(page.kept(), "kept beside its compressed form");
    assertNotNull(page.gz());
    assertEquals(SCRIPT, page.plain().toString());
    assertEquals(SCRIPT, page.plain().toString(), "a second time");
  }

  @Test
  void whatIsNotCompressedIsKept() throws IOException {
    Files.writeString(web.resolve("robots.txt"), "User-agent: *\n");
    Asset robots = load("robots.txt");
    assertNull(robots.gz());
    assertEquals("User-agent: *\n", robots.plain().toString());
  }

  @Test
  void theTagIsOfTheContentAsItIsHoweverItIsKept() throws IOException {
    Files.writeString(web.resolve("assets/page.js"), SCRIPT);
    String alone = load("assets/page.js").tag();
    Files.write(web.resolve("assets/page.js.gz"), compressed(SCRIPT));
    assertEquals(alone, load("assets/page.js").tag());
  }

  private Asset load(String path) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      return Objects.requireNonNull(Assets.load(loader).get(path));
    }
  }

  private static byte[] compressed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
