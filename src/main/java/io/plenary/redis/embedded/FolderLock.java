package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second server off a data folder: two Redis on one folder both start, and what the first
 * was told is lost.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The system lets go of it when the process dies, however it dies. */
  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve("plenary.lock");
    OwnFiles.file(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      // as taken as by another process
    }
    if (lock == null) {
      String owner = owner(channel);
      channel.close();
      throw new StoreStartException(
          "The data folder "
              + folder
              + " is in use by another Plenary server"
              + owner
              + ". Stop that server, or give this one a data folder of its own.");
    }
    channel
        .truncate(0)
        .write(
            ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
            0);
    return new FolderLock(channel);
  }

  /** Whether a server has it. Holds nothing afterwards. */
  static boolean isTaken(Path folder) throws IOException {
    Path file = folder.resolve("plenary.lock");
    if (!Files.exists(file)) return false;
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException sameProcess) {
      return true;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    int length = channel.read(text, 0);
    return length <= 0
        ? ""
        : " (process "
            + new String(text.array(), 0, length, StandardCharsets.US_ASCII).strip()
            + ")";
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
