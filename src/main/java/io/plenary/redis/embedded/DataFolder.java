package io.plenary.redis.embedded;

import io.plenary.redis.embedded.AofScan.Found;
import io.plenary.redis.embedded.AofScan.Tail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folder while nothing else uses it: what an operator may have done to its store.
 * Blocking.
 */
public final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String ASK =
      " Restore the folder from a back-up, or see what can be saved: java -jar plenary.jar"
          + " repair-store --data %s";

  /** What Redis says when it cannot load what it wrote. */
  private static final Pattern FILES =
      Pattern.compile("append only file|AOF|RDB|loading DB|checksum", Pattern.CASE_INSENSITIVE);

  private final Path home;
  private final @Nullable FolderLock lock;
  private final AofFolder files;

  private DataFolder(Path home, @Nullable FolderLock lock) {
    this.home = home;
    this.lock = lock;
    files = new AofFolder(home.resolve("redis"));
  }

  /**
   * Ends a redis-server that was left behind. @throws StoreStartException when there is no such
   * folder, or a server uses it
   */
  public static DataFolder open(Path folder) throws IOException {
    Path home = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(home)) {
      throw new StoreStartException("There is no data folder " + home + ".");
    }
    FolderLock lock = FolderLock.take(home);
    new Orphans(home).end();
    return new DataFolder(home, lock);
  }

  /** Under a lock that is held. */
  static void check(Path home, Instant now) throws IOException {
    new DataFolder(home, null).check(now);
  }

  /**
   * Before a start: a tail that an interrupted write leaves is cut off; anything else that is not
   * whole is refused.
   */
  private void check(Instant now) throws IOException {
    boolean used = files.used();
    if (!used && !new InstallationNote(home).exists()) return;
    Optional<String> missing = files.missing();
    if (missing.isPresent()) throw refused(missing.get());
    Optional<Path> damaged = files.damaged();
    if (damaged.isPresent()) {
      throw refused(
          "the file "
              + damaged.get()
              + " is damaged after "
              + AofScan.scan(damaged.get()).whole()
              + " bytes");
    }
    Optional<Path> newest = files.newest();
    if (newest.isPresent()) cutTail(newest.get(), now).ifPresent(LOG::error);
  }

  /**
   * Why a Redis that ended at once did so, if it is for its files; else what it ended with.
   *
   * @param words its last ones
   */
  static StoreStartException explained(Path home, StoreStartException ended, String words)
      throws IOException {
    DataFolder folder = new DataFolder(home, null);
    if (!folder.files.used() || folder.files.missing().isPresent()) return ended;
    Optional<Path> base = folder.files.damagedBase();
    if (base.isPresent()) return folder.refused("the file " + base.get() + " is damaged");
    return FILES.matcher(words).find()
        ? folder.refused("Redis cannot read its files. It says: " + words)
        : ended;
  }

  private StoreStartException refused(String what) {
    return new StoreStartException(
        "The store in " + home + " is not whole: " + what + "." + ASK.formatted(home));
  }

  /** What was done, for the operator; empty: nothing was to do. */
  private Optional<String> cutTail(Path file, Instant now) throws IOException {
    Found found = AofScan.scan(file);
    return found.tail() == Tail.NONE ? Optional.empty() : Optional.of(cut(file, found, now));
  }

  private String cut(Path file, Found found, Instant now) throws IOException {
    new Losses(home)
        .add(
            new Losses.Loss(
                now, found.after())); // first: a note too many is better than one that is missing
    Path kept = AofFolder.cut(file, found.whole(), now);
    return "The last "
        + found.after()
        + " bytes of "
        + file
        + " were not whole ("
        + said(found)
        + ") and were cut off; they are kept in "
        + kept
        + ". Votes that were confirmed to people just before the server stopped may be missing."
        + " Exported results of the events there are say so.";
  }

  private static String said(Found found) {
    return switch (found.tail()) {
      case ZEROS -> "zeros, as a power cut leaves them";
      case HALF_A_COMMAND -> "half a command";
      default -> "damaged";
    };
  }

  /**
   * Looks at the store's files, and mends them as far as that can be done.
   *
   * @param cut whether to cut off everything after a damage, too, and to write a missing list of
   *     files; else that is only told
   * @return what was found and done, for the operator; whether the store can be started now
   */
  public Repair repair(boolean cut, Instant now) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!files.used()) {
      return new Repair(
          false,
          List.of(
              "There is no store in "
                  + home
                  + ". Restore it from a back-up, or begin anew: java -jar plenary.jar"
                  + " start-anew"));
    }
    Optional<String> missing = files.missing();
    if (missing.isPresent() && !listed(missing.get(), cut, lines)) return new Repair(false, lines);
    Optional<Path> base = files.damagedBase();
    if (base.isPresent()) {
      lines.add(
          base.get()
              + " is damaged, and everything after it builds on it, so it cannot be mended."
              + " Restore the folder from a back-up.");
      return new Repair(false, lines);
    }
    boolean whole = true;
    for (Optional<Path> next = files.damaged(); next.isPresent() && whole; next = files.damaged()) {
      Found found = AofScan.scan(next.get());
      whole = cut;
      if (cut) lines.add(cut(next.get(), found, now));
      else {
        lines.add(
            next.get()
                + " is damaged: "
                + found.whole()
                + " bytes are whole, the "
                + found.after()
                + " after them would be cut off and kept beside it."
                + " What people did in them is lost then. To do so, run this again with --cut.");
      }
    }
    Optional<Path> newest = files.newest();
    if (whole && newest.isPresent()) cutTail(newest.get(), now).ifPresent(lines::add);
    if (whole && lines.isEmpty()) {
      lines.add("The store in " + home + " is whole. Nothing was changed.");
    } else if (whole) {
      lines.add("The store can be started now.");
    }
    return new Repair(whole, lines);
  }

  private boolean listed(String missing, boolean cut, List<String> lines) throws IOException {
    Optional<String> made = files.manifestFromNames();
    boolean known =
        missing.startsWith("the list of its files")
            && missing.endsWith("is missing")
            && made.isPresent();
    if (!known) {
      lines.add("It cannot be mended: " + missing + ". Restore the folder from a back-up.");
    } else if (!cut) {
      lines.add(
          "The list of files is missing, and the names of the files tell it:\n"
              + made.get().indent(2)
              + "To write it, run this again with --cut.");
    } else {
      files.writeManifest(made.get());
      lines.add(
          "The list of files was written again, as their names tell it:\n"
              + made.get().indent(2).stripTrailing());
    }
    return known && cut;
  }

  /**
   * @param whole whether the store can be started
   */
  public record Repair(boolean whole, List<String> lines) {}

  /**
   * Puts the store and its mark aside, so that the next start begins anew. Returns where they are
   * now.
   */
  public List<Path> putAside(Instant now) throws IOException {
    List<Path> moved = new ArrayList<>();
    Path store = home.resolve("redis");
    if (Files.exists(store)) {
      moved.add(Files.move(store, home.resolve("redis.before-" + AofFolder.stamp(now))));
    }
    new InstallationNote(home).putAside(now).ifPresent(moved::add);
    new ServerNote(home).putAside(now).ifPresent(moved::add);
    return moved;
  }

  @Override
  public void close() throws IOException {
    if (lock != null) lock.close();
  }
}
