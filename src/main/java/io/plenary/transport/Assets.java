package io.plenary.transport;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The built pages, read once at start and served from memory: a thousand phones that open the page
 * together read no file. Beside each file lie its Brotli and gzip forms, made at build time.
 */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "html",
          "text/html; charset=utf-8",
          "js",
          "text/javascript; charset=utf-8",
          "css",
          "text/css; charset=utf-8",
          "svg",
          "image/svg+xml",
          "png",
          "image/png",
          "ico",
          "image/x-icon",
          "webmanifest",
          "application/manifest+json",
          "woff2",
          "font/woff2",
          "txt",
          "text/plain; charset=utf-8");

  /**
   * @param kept as it is, when there is no {@code gz}
   * @param br may be null, as may {@code gz}: not every file is worth compressing
   */
  record Asset(
      String path,
      String type,
      String tag,
      @Nullable Buffer kept,
      @Nullable Buffer br,
      @Nullable Buffer gz) {
    /**
     * As it is. Hardly anybody asks for it, as every browser takes compressed files; so of those it
     * is made each time, which takes a millisecond or two, and not kept.
     */
    Buffer plain() {
      return kept != null ? kept : inflated(Objects.requireNonNull(gz));
    }

    /** Vite names these by their content, so they never change. */
    boolean immutable() {
      return path.startsWith("assets/");
    }
  }

  private final Map<String, Asset> byPath = new HashMap<>();

  /** Reads everything under {@code web/} on the class path. Blocks; call it before serving. */
  public static Assets load(ClassLoader loader) {
    Assets assets = new Assets();
    URL root = loader.getResource("web");
    if (root == null) return assets;
    try {
      URI uri = root.toURI();
      if ("jar".equals(uri.getScheme())) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          assets.read(jar.getPath("/web"));
        }
      } else {
        assets.read(Path.of(uri));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return assets;
  }

  private void read(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) continue;
        Buffer plain = content(file);
        String tag = "\"" + Integer.toHexString(plain.hashCode()) + "-" + plain.length() + "\"";
        Buffer gz = beside(file, ".gz");
        Buffer kept = gz == null ? plain : null;
        byPath.put(path, new Asset(path, type, tag, kept, beside(file, ".br"), gz));
      }
    }
  }

  private static @Nullable Buffer beside(Path file, String suffix) throws IOException {
    Path other = file.resolveSibling(file.getFileName() + suffix);
    return Files.exists(other) ? content(other) : null;
  }

  private static Buffer content(Path file) throws IOException {
    return Buffer.buffer(Files.readAllBytes(file));
  }

  private static Buffer inflated(Buffer gz) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gz.getBytes()))) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null when there is no such file. */
  @Nullable Asset get(String path) {
    return byPath.get(path);
  }

  /**
   * What tells these pages from those of another build, with a plus sign in front (semantic
   * versioning, 10); empty when there are none.
   */
  String build() {
    Asset build = byPath.get("build.txt");
    return build == null ? "" : "+" + build.plain().toString().trim();
  }

  Iterable<Asset> all() {
    return byPath.values();
  }
}
