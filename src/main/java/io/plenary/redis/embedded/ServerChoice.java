package io.plenary.redis.embedded;

import io.plenary.redis.embedded.ServerNote.Used;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The redis-server or valkey-server that is started on a data folder: the built-in one, or one of
 * the machine. A machine's own gets its security fixes with the machine. What was chosen once stays
 * chosen, for its files may be such that an older one cannot read them. Blocking.
 *
 * @param executable to start
 * @param used to be noted down once it answers
 */
record ServerChoice(Path executable, Used used) {
  static final String BUILT_IN = "built-in";
  static final String NEWEST = "newest";

  /** Where packages put it. The search path of an account may lead anywhere. */
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/opt/homebrew/bin"));

  private static final List<String> NAMES = List.of("redis-server", "valkey-server");
  private static final long VERSION_WITHIN_S = 5;
  private static final Logger LOG = LoggerFactory.getLogger(ServerChoice.class);

  /**
   * @param wanted {@link #BUILT_IN}, {@link #NEWEST} or the file of a program; null keeps what the
   *     folder was used with
   * @throws StoreStartException when that server is not there, too old, or older than the one the
   *     folder was used with
   */
  static ServerChoice of(Path home, @Nullable String wanted) throws IOException {
    return of(home, wanted, PLACES);
  }

  /**
   * @param places where {@link #NEWEST} looks
   */
  static ServerChoice of(Path home, @Nullable String wanted, List<Path> places) throws IOException {
    Optional<Used> noted = new ServerNote(home).read();
    Used before =
        noted.orElse(
            Files.isDirectory(home.resolve("redis")) ? new Used(BUILT_IN, builtIn()) : null);
    String server = wanted != null ? wanted : noted.map(Used::server).orElse(BUILT_IN);
    Used used = server.equals(NEWEST) ? newest(before, places) : asked(server, before);
    if (used.version().tooOld()) {
      throw new StoreStartException(
          said(used)
              + " is too old: Plenary needs version 7.0 or newer. Install a newer one, or start"
              + " with --redis-server=built-in.");
    }
    if (before != null && !used.version().reads(before.version())) throw older(home, before, used);
    if (before == null && used.server().equals(BUILT_IN)) hint(places);
    return new ServerChoice(executable(home, used.server()), used);
  }

  private static Path executable(Path home, String server) {
    return server.equals(BUILT_IN) ? RedisBinary.unpack(home.resolve("bin")) : Path.of(server);
  }

  private static ServerVersion builtIn() {
    return ServerVersion.noted(RedisBinary.VERSION).orElseThrow();
  }

  private static Used asked(String server, @Nullable Used before) {
    if (server.equals(BUILT_IN)) return new Used(BUILT_IN, builtIn());
    Path program = Path.of(server);
    if (!Files.isExecutable(program)) {
      throw new StoreStartException(
          "There is no program "
              + server
              + (before == null || !before.server().equals(server)
                  ? ". Name a redis-server or valkey-server with --redis-server, or leave the"
                      + " setting out to take the built-in one."
                  : ", with which this data folder was used last ("
                      + before.version()
                      + "). Install it again, or name another of that version or newer with"
                      + " --redis-server."));
    }
    String says = versionOf(program);
    return ServerVersion.said(says)
        .map(version -> new Used(server, version))
        .orElseThrow(
            () ->
                new StoreStartException(
                    server
                        + " is no redis-server and no valkey-server: asked for its version, it says"
                        + " '"
                        + says
                        + "'. Name another with --redis-server, or leave the setting out."));
  }

  /** Of those that may be started on the folder; the built-in one when no other may. */
  private static Used newest(@Nullable Used before, List<Path> places) {
    Used best = new Used(BUILT_IN, builtIn());
    for (Used found : ofMachine(places)) {
      boolean reads = before == null || found.version().reads(before.version());
      boolean bestReads = before == null || best.version().reads(before.version());
      if (reads && (!bestReads || better(found, best))) best = found;
    }
    return best;
  }

  /** Of the same number as the built-in one: distributions mend theirs without another number. */
  private static boolean better(Used found, Used best) {
    int newer = found.version().compareTo(best.version());
    return newer > 0 || (newer == 0 && best.server().equals(BUILT_IN));
  }

  private static List<Used> ofMachine(List<Path> places) {
    List<Used> all = new ArrayList<>();
    for (Path place : places) {
      for (String name : NAMES) {
        Path program = place.resolve(name);
        if (!Files.isExecutable(program)) continue;
        ServerVersion.said(versionOf(program))
            .filter(version -> !version.tooOld())
            .ifPresent(version -> all.add(new Used(program.toString(), version)));
      }
    }
    return all;
  }

  /** Only for a new folder: later it would be said at every start. */
  private static void hint(List<Path> places) {
    ofMachine(places).stream()
        .max((a, b) -> a.version().compareTo(b.version()))
        .filter(found -> found.version().compareTo(builtIn()) >= 0)
        .ifPresent(
            found ->
                LOG.info(
                    "The store is the built-in {}. This machine has {} ({}), which gets security"
                        + " fixes with the machine: --redis-server=newest takes it",
                    builtIn(),
                    found.version(),
                    found.server()));
  }

  private static StoreStartException older(Path home, Used before, Used used) {
    return new StoreStartException(
        "The data folder "
            + home
            + " was used with "
            + said(before)
            + ". "
            + said(used)
            + " may not read its files, so it is not started on them. Start with --redis-server="
            + before.server()
            + " or a newer one of the same kind, or restore a back-up that was made before the"
            + " change.");
  }

  private static String said(Used used) {
    return used.version()
        + " ("
        + (used.server().equals(BUILT_IN) ? "built in" : used.server())
        + ")";
  }

  /** The first line of what it prints; what went wrong when it prints none. */
  private static String versionOf(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      // One that hangs, or prints without end, is ended; what it printed so far is still there.
      if (!process.waitFor(VERSION_WITHIN_S, TimeUnit.SECONDS)) process.destroyForcibly();
      byte[] said = process.getInputStream().readNBytes(500);
      return new String(said, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
