package io.plenary;

import io.plenary.config.Settings;
import io.plenary.redis.embedded.LiveCopy;
import io.plenary.redis.embedded.StoreStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code back-up --to=FOLDER}: copies the data folder while the server runs. Everything that was
 * confirmed to anybody before it began is in the copy.
 */
final class BackUp {
  static final String NAME = "back-up";
  static final String TO = "--to=";

  private BackUp() {}

  /**
   * @return the exit code: 0 done, 1 it cannot be done, 2 said wrongly
   */
  static int run(String[] args, Settings.Store settings, PrintStream out, PrintStream err) {
    Optional<String> to =
        Arrays.stream(args).filter(arg -> arg.startsWith(TO)).map(a -> a.substring(5)).findFirst();
    if (to.isEmpty() || to.get().isBlank()) {
      err.println("Say where the copy goes: back-up --to=FOLDER [--data=FOLDER]");
      return 2;
    }
    if (settings.redis().isPresent()) {
      err.println(
          "This server uses a Redis of yours (REDIS_URL), so the data folder does not hold the"
              + " votes. Back that Redis up as its documentation says, and copy the folder beside"
              + " it.");
      return 1;
    }
    Path copy = Path.of(to.get()).toAbsolutePath().normalize();
    try {
      long size = LiveCopy.make(settings.data(), copy);
      out.println("Copied to " + copy + ": " + size + " bytes.");
      out.println(
          "It holds what the data folder holds: keys of polls that are not final, accounts, the"
              + " server's secret. Delete it when the polls are final.");
      return 0;
    } catch (IOException e) {
      err.println("The data folder " + settings.data() + " cannot be copied (" + e + ").");
    } catch (StoreStartException e) {
      err.println(e.getMessage());
    }
    return 1;
  }
}
