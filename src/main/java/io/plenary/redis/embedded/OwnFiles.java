package io.plenary.redis.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that other accounts of the machine can neither read nor write, from the moment
 * they are there. The data holds the secret that signs tokens, answer keys, ballots and hashes of
 * passwords: whoever reads it knows who voted what. A JVM cannot set its umask, so every file names
 * its permissions; what redis-server makes it makes under {@link #UMASK}.
 */
final class OwnFiles {
  /** Runs the command that follows with it. */
  static final List<String> UMASK = List.of("/bin/sh", "-c", "umask 077 && exec \"$@\"", "sh");

  private static final Logger LOG = LoggerFactory.getLogger(OwnFiles.class);
  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** A data folder of ours has one of these. */
  private static final List<String> OURS = List.of("plenary.lock", "redis");

  private OwnFiles() {}

  /** Makes the folder where it is missing, with what leads to it. */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) Files.createDirectories(folder, attributes(folder, FOLDER));
  }

  /** Makes the file, empty; one that is there already is an error. */
  static void fresh(Path file) throws IOException {
    Files.createFile(file, attributes(file, FILE));
  }

  /** Makes the file, empty, where it is missing. */
  static void file(Path file) throws IOException {
    try {
      fresh(file);
    } catch (FileAlreadyExistsException there) {
      // it was made so, or tightened at the start
    }
  }

  static void write(Path file, String text) throws IOException {
    file(file);
    Files.writeString(
        file,
        text,
        StandardCharsets.UTF_8,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Lets its owner, and nobody else, run the file. */
  static void executable(Path file) throws IOException {
    if (posix(file)) Files.setPosixFilePermissions(file, OWNER);
    else if (!file.toFile().setExecutable(true)) {
      throw new IOException("it cannot be made executable");
    }
  }

  /**
   * The data folder, made or found, and nobody else's business from now on: what an earlier version
   * or a hand left open is tightened, and that is said. A folder that holds somebody else's things,
   * and nothing of ours, is left as it is; what is written into it is private all the same.
   */
  static void take(Path home) throws IOException {
    boolean fresh = !Files.isDirectory(home);
    folder(home);
    if (!posix(home)) {
      LOG.warn(
          "The file system of the data folder {} keeps no permissions: see to it that no other"
              + " account of this machine can read it",
          home);
      return;
    }
    if (fresh) return;
    if (!ours(home)) {
      if (open(home)) {
        LOG.warn(
            "The data folder {} holds other things, so it stays open to other accounts of this"
                + " machine. What is written into it is not; a folder of its own is better",
            home);
      }
      return;
    }
    Tightening done = new Tightening();
    Files.walkFileTree(home, done);
    if (done.closed > 0) {
      LOG.warn(
          "Other accounts of this machine could read the data folder {}: {} files and folders were"
              + " open to them, and are not any more. If somebody untrusted has an account here,"
              + " think of what is in it as read",
          home,
          done.closed);
    }
    if (done.failed > 0) {
      LOG.warn(
          "In the data folder {} {} files and folders belong to another account and stay open to"
              + " others. Make this server's account their owner: chown -R",
          home,
          done.failed);
    }
  }

  private static boolean ours(Path home) throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      List<String> names = all.map(p -> p.getFileName().toString()).toList();
      return names.isEmpty() || names.stream().anyMatch(OURS::contains);
    }
  }

  private static boolean open(Path path) throws IOException {
    return !OWNER.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  private static FileAttribute<?>[] attributes(Path path, FileAttribute<?> wanted)
      throws IOException {
    return posix(path) ? new FileAttribute<?>[] {wanted} : new FileAttribute<?>[0];
  }

  /** Whether files have permissions there; asks the next folder up that exists. */
  private static boolean posix(Path path) throws IOException {
    Path there = path.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) there = there.getParent();
    return Files.getFileStore(there).supportsFileAttributeView("posix");
  }

  /** Takes from everything what group and others may; does not follow links. */
  private static final class Tightening extends SimpleFileVisitor<Path> {
    int closed;
    int failed;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      tighten(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isSymbolicLink()) tighten(file);
      return FileVisitResult.CONTINUE;
    }

    /** What cannot be looked into belongs to somebody else. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      failed++;
      return FileVisitResult.CONTINUE;
    }

    private void tighten(Path path) throws IOException {
      if (!open(path)) return;
      Set<PosixFilePermission> kept = EnumSet.copyOf(OWNER);
      kept.retainAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
      try {
        Files.setPosixFilePermissions(path, kept);
        closed++;
      } catch (IOException notOurs) {
        failed++;
      }
    }
  }
}
