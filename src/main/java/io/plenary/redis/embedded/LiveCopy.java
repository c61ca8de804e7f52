package io.plenary.redis.embedded;

import io.plenary.redis.embedded.AofScan.Found;
import io.plenary.redis.embedded.AofScan.Tail;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a data folder, made while a server uses it or not. Redis only ever appends to the
 * newest of its files and leaves the others as they are; which files there are stands in a list,
 * which changes only when they are made anew. So files are copied until the list is the same before
 * and after, and what was being written to the newest is left out: nobody had been told of it yet.
 * Blocking.
 */
public final class LiveCopy {
  private static final int ATTEMPTS = 20;

  /** What else a server needs to be the same. */
  private static final List<String> NOTES = List.of("installation", "losses", "redis-server");

  private LiveCopy() {}

  /**
   * @param to a folder that is not there yet, or empty; made for its owner alone
   * @return how many bytes it holds
   * @throws StoreStartException when there is nothing to copy, or no place for it
   */
  public static long make(Path data, Path to) throws IOException {
    Path home = data.toAbsolutePath().normalize();
    Path copy = to.toAbsolutePath().normalize();
    AofFolder files = new AofFolder(home.resolve("redis"));
    if (!Files.isDirectory(home) || !files.used()) {
      throw new StoreStartException(
          "There is no store in " + home + ". Name the data folder with --data.");
    }
    if (copy.startsWith(home)) {
      throw new StoreStartException(
          "The folder " + copy + " is within the data folder. Name one outside of it with --to.");
    }
    OwnFiles.folder(copy);
    try (Stream<Path> there = Files.list(copy)) {
      if (there.findAny().isPresent()) {
        throw new StoreStartException(
            "The folder " + copy + " is not empty. Name a new one with --to.");
      }
    }
    long size = store(files, copy.resolve("redis").resolve(AofFolder.NAME_OF_FOLDER));
    for (String name : NOTES) {
      if (Files.exists(home.resolve(name))) {
        size += copy(home.resolve(name), copy.resolve(name));
      }
    }
    return size;
  }

  private static long store(AofFolder files, Path to) throws IOException {
    for (int attempt = 1; ; attempt++) {
      OwnFiles.folder(to);
      String list = files.manifest();
      try {
        long size = all(files, to);
        if (list.equals(files.manifest())) {
          OwnFiles.write(to.resolve(AofFolder.MANIFEST), list);
          force(to.resolve(AofFolder.MANIFEST));
          return size + list.length();
        }
      } catch (NoSuchFileException e) {
        if (list.equals(files.manifest())) throw e; // not made anew meanwhile: it is missing
      }
      try (Stream<Path> again = Files.list(to)) {
        for (Path file : again.toList()) Files.delete(file);
      }
      if (attempt == ATTEMPTS) {
        throw new StoreStartException(
            "The files of the store are made anew again and again. Try once more.");
      }
    }
  }

  private static long all(AofFolder files, Path to) throws IOException {
    List<Path> listed = files.listed();
    long size = 0;
    for (Path file : listed) {
      size += copy(file, to.resolve(file.getFileName()));
    }
    Path newest = files.newest().map(file -> to.resolve(file.getFileName())).orElse(null);
    if (newest == null) return size;
    Found found = AofScan.scan(newest);
    if (found.tail() == Tail.DAMAGE) {
      throw new StoreStartException(
          "The store is damaged after "
              + found.whole()
              + " bytes of "
              + newest.getFileName()
              + ". Stop the server and see what can be saved: repair-store");
    }
    try (FileChannel out = FileChannel.open(newest, StandardOpenOption.WRITE)) {
      out.truncate(found.whole());
      out.force(true);
    }
    return size - found.after();
  }

  /** As long as the file is now; on disk when it returns. */
  private static long copy(Path file, Path to) throws IOException {
    OwnFiles.file(to);
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      long size = from.size();
      long at = 0;
      while (at < size) {
        long moved = from.transferTo(at, size - at, out);
        if (moved <= 0) throw new IOException(file + " became shorter while it was copied");
        at += moved;
      }
      out.force(true);
      return size;
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.force(true);
    }
  }
}
