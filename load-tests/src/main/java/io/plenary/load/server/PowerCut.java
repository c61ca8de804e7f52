package io.plenary.load.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does to a folder what losing power does: what was written and not synced is gone, wholly or from
 * some point on. What was synced is known from {@code synced.c}, which a Redis is started with.
 * Files only ever grow here, so cutting them short is all there is to it; names (renames, new
 * files) are taken as safe, which Redis makes sure of by syncing the folder.
 */
public final class PowerCut {
  private static final int RECORD = 24;
  private static final long SYNCED = 1;
  private final Path folder;
  private final Path record;

  /**
   * @param record where synced.c notes down what was synced
   */
  public PowerCut(Path folder, Path record) {
    this.folder = folder;
    this.record = record;
  }

  /**
   * Call it while nobody writes.
   *
   * @param torn whether part of what was not synced survives, up to a random byte; else none of it
   * @return bytes that are gone
   */
  public long cut(boolean torn, Random random) throws IOException {
    Map<Long, Long> safe = synced();
    long gone = 0;
    ByteBuffer kept = ByteBuffer.allocate(RECORD * 1_000).order(ByteOrder.nativeOrder());
    for (Path file : files()) {
      long inode = (Long) Files.getAttribute(file, "unix:ino");
      long size = Files.size(file);
      long least = Math.min(size, safe.getOrDefault(inode, 0L));
      long left = torn && size > least ? least + random.nextLong(size - least + 1) : least;
      gone += size - left;
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(left);
      }
      kept.putLong(SYNCED).putLong(inode).putLong(left);
    }
    Files.write(
        record,
        java.util.Arrays.copyOf(kept.array(), kept.position())); // what survived is on the disk
    return gone;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  /** Inode to the length that is surely on the disk. */
  private Map<Long, Long> synced() throws IOException {
    Map<Long, Long> lengths = new HashMap<>();
    if (!Files.exists(record)) return lengths;
    ByteBuffer records = ByteBuffer.wrap(Files.readAllBytes(record)).order(ByteOrder.nativeOrder());
    while (records.remaining() >= RECORD) {
      long what = records.getLong();
      long inode = records.getLong();
      long length = records.getLong();
      if (what == SYNCED) lengths.merge(inode, length, Math::max);
      else lengths.computeIfPresent(inode, (k, old) -> Math.min(old, length));
    }
    return lengths;
  }
}
