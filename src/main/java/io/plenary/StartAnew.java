package io.plenary;

import io.plenary.redis.embedded.DataFolder;
import io.plenary.redis.embedded.StoreStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * {@code start-anew}: how an operator says that the store may be empty, or another. What the data
 * folder holds of the old one is put aside, not deleted.
 */
final class StartAnew {
  static final String NAME = "start-anew";

  private StartAnew() {}

  /**
   * @return the exit code: 0 done, 1 it cannot be done
   */
  static int run(Path folder, PrintStream out, PrintStream err) {
    try (DataFolder data = DataFolder.open(folder)) {
      data.putAside(Instant.now()).forEach(moved -> out.println("Put aside: " + moved));
      out.println(
          "The next start takes the store as it finds it; an empty one begins without events, votes"
              + " and accounts.");
      return 0;
    } catch (IOException e) {
      err.println("The data folder " + folder + " cannot be changed (" + e + ").");
    } catch (StoreStartException e) {
      err.println(e.getMessage());
    }
    return 1;
  }
}
