package io.plenary.identity;

import io.plenary.words.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of roles.md, read from the page itself. */
public final class RolesTable {
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private final Map<Action, Set<Role>> may = new EnumMap<>(Action.class);

  private RolesTable() {}

  public static RolesTable read() {
    RolesTable table = new RolesTable();
    List<Role> columns = null;
    try {
      for (String line : Files.readAllLines(Path.of("src/docs/roles.md"))) {
        if (!line.startsWith("|") || line.startsWith("|---")) continue;
        String[] cells = line.substring(1).split("\\|", -1);
        if (columns == null) {
          columns = List.of(cells).subList(1, 7).stream().map(RolesTable::role).toList();
        } else {
          table.row(cells, columns);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void row(String[] cells, List<Role> columns) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (int i = 0; i < columns.size(); i++) {
      String cell = cells[i + 1].strip();
      if (!cell.isEmpty() && !cell.equals("x")) {
        throw new AssertionError("neither x nor empty: " + cell);
      }
      if (cell.equals("x")) roles.add(columns.get(i));
    }
    Matcher names = NAME.matcher(cells[0]);
    while (names.find()) {
      if (may.put(action(names.group(1)), roles) != null) {
        throw new AssertionError("twice: " + names.group(1));
      }
    }
  }

  private static Role role(String cell) {
    return Role.valueOf(cell.strip().toUpperCase(Locale.ROOT));
  }

  private static Action action(String name) {
    for (Action action : Action.values()) {
      if (action.wire().equals(name)) return action;
    }
    throw new AssertionError("no such action: " + name);
  }

  public Set<Action> actions() {
    return may.keySet();
  }

  public boolean may(Role role, Action action) {
    return may.get(action).contains(role);
  }
}
