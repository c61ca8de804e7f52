package io.plenary.redis.embedded;

import io.plenary.redis.embedded.AofScan.Found;
import io.plenary.redis.embedded.AofScan.Tail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The append-only files of the embedded Redis: a list of files (the manifest), a base, and what was
 * appended since. Looked at while no server uses them. Blocking.
 */
final class AofFolder {
  static final String NAME_OF_FOLDER = "appendonlydir";
  static final String MANIFEST = "appendonly.aof.manifest";
  private static final Pattern LINE = Pattern.compile("file (\\S+) seq (\\d+) type ([bih])");
  private static final Pattern NAME =
      Pattern.compile("appendonly\\.aof\\.(\\d+)\\.(base\\.(?:rdb|aof)|incr\\.aof)");

  private final Path folder;

  /**
   * @param data the folder Redis works in
   */
  AofFolder(Path data) {
    folder = data.resolve(NAME_OF_FOLDER);
  }

  /** Whether Redis ever wrote here. */
  boolean used() throws IOException {
    if (!Files.isDirectory(folder)) return false;
    try (Stream<Path> all = Files.list(folder)) {
      return all.anyMatch(file -> file.getFileName().toString().startsWith("appendonly.aof"));
    }
  }

  /**
   * What keeps these files from being used, for operators; empty: nothing that can be seen without
   * reading them.
   */
  Optional<String> missing() throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.exists(manifest)) {
      return Optional.of("the list of its files, " + manifest + ", is missing");
    }
    List<Path> listed = listed();
    if (listed.isEmpty()) return Optional.of("the list of its files, " + manifest + ", names none");
    return listed.stream()
        .filter(file -> !Files.exists(file))
        .findFirst()
        .map(file -> "the file " + file + " is missing");
  }

  /** The list of the files as Redis wrote it. */
  String manifest() throws IOException {
    return Files.readString(folder.resolve(MANIFEST), StandardCharsets.UTF_8);
  }

  /** What a start reads, in that order. */
  List<Path> listed() throws IOException {
    List<Path> listed = new ArrayList<>(bases());
    listed.addAll(increments());
    return listed;
  }

  private List<Path> bases() throws IOException {
    return listed("b");
  }

  private List<Path> increments() throws IOException {
    return listed("i");
  }

  private List<Path> listed(String type) throws IOException {
    TreeMap<Long, Path> found = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve(MANIFEST), StandardCharsets.UTF_8)) {
      Matcher m = LINE.matcher(line.strip());
      if (m.find() && m.group(3).equals(type)) {
        found.put(Long.parseLong(m.group(2)), folder.resolve(m.group(1)));
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * The file that was written last, and how it ends; empty when nothing was appended since the
   * base.
   */
  Optional<Path> newest() throws IOException {
    List<Path> all = increments();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The first of the appended files that is damaged, or has a tail though others follow it. */
  Optional<Path> damaged() throws IOException {
    List<Path> all = increments();
    for (int i = 0; i < all.size(); i++) {
      Found found = AofScan.scan(all.get(i));
      boolean last = i == all.size() - 1;
      if (found.tail() == Tail.DAMAGE || (!last && found.tail() != Tail.NONE)) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  /** The first of the snapshots that the appended files go on from that is not what was written. */
  Optional<Path> damagedBase() throws IOException {
    for (Path base : bases()) {
      boolean snapshot = base.toString().endsWith(".rdb");
      if (snapshot && !RdbChecksum.fits(base)) return Optional.of(base);
    }
    return Optional.empty();
  }

  /**
   * Takes away everything after {@code whole}, once that is kept in a file beside it, which is
   * returned.
   */
  static Path cut(Path file, long whole, Instant now) throws IOException {
    Path kept = file.resolveSibling(file.getFileName() + ".cut-at-" + whole + "." + stamp(now));
    OwnFiles.fresh(kept);
    try (FileChannel from =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel to = FileChannel.open(kept, StandardOpenOption.WRITE)) {
      long at = whole;
      while (at < from.size()) at += from.transferTo(at, from.size() - at, to);
      to.force(true);
      from.truncate(whole);
      from.force(true);
    }
    return kept;
  }

  static String stamp(Instant now) {
    return now.toString().replaceAll("[:.]\\d*Z$|:", "").replace("Z", "") + "Z";
  }

  /**
   * The manifest as the names of the files tell it; empty when they do not: several bases, or a
   * gap.
   */
  Optional<String> manifestFromNames() throws IOException {
    TreeMap<Long, String> bases = new TreeMap<>();
    TreeMap<Long, String> increments = new TreeMap<>();
    try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      all.map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .forEach(
              m ->
                  (m.group(2).startsWith("base") ? bases : increments)
                      .put(Long.parseLong(m.group(1)), m.group()));
    }
    boolean gap =
        !increments.isEmpty()
            && increments.lastKey() - increments.firstKey() + 1 != increments.size();
    if (bases.size() != 1 || gap) return Optional.empty();
    StringBuilder text = new StringBuilder();
    bases.forEach(
        (seq, name) ->
            text.append("file ").append(name).append(" seq ").append(seq).append(" type b\n"));
    increments.forEach(
        (seq, name) ->
            text.append("file ").append(name).append(" seq ").append(seq).append(" type i\n"));
    return Optional.of(text.toString());
  }

  void writeManifest(String text) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    OwnFiles.fresh(manifest);
    try (FileChannel out = FileChannel.open(manifest, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    }
  }
}
