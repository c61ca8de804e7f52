package io.plenary;

import io.plenary.redis.embedded.DataFolder;
import io.plenary.redis.embedded.StoreStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * {@code repair-store}: looks at the files of the embedded Redis, says what is wrong with them, and
 * with {@code --cut} mends what can be mended.
 */
final class RepairStore {
  static final String NAME = "repair-store";
  static final String CUT = "--cut";

  private RepairStore() {}

  /**
   * @return the exit code: 0 the store can be started, 1 it cannot
   */
  static int run(Path folder, boolean cut, PrintStream out, PrintStream err) {
    try (DataFolder data = DataFolder.open(folder)) {
      DataFolder.Repair repair = data.repair(cut, Instant.now());
      repair.lines().forEach(out::println);
      return repair.whole() ? 0 : 1;
    } catch (IOException e) {
      err.println("The data folder " + folder + " cannot be used (" + e + ").");
    } catch (StoreStartException e) {
      err.println(e.getMessage());
    }
    return 1;
  }
}
