package io.plenary.identity;

import io.plenary.words.Role;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A role at an event, and where it holds.
 *
 * @param rooms ids of the rooms it holds in; null for the whole event, with all rooms there are and
 *     will be
 */
public record Grant(Role role, @Nullable Set<String> rooms) {
  /**
   * @throws IllegalArgumentException when there is no room to hold in, or an organiser is to be one
   *     of some rooms only
   */
  public Grant {
    if (rooms != null && (rooms.isEmpty() || role == Role.ORGANISER)) {
      throw new IllegalArgumentException("no such grant");
    }
    rooms = rooms == null ? null : Set.copyOf(rooms);
  }

  /** In every room. */
  public static Grant everywhere(Role role) {
    return new Grant(role, null);
  }

  /** In one room. */
  public static Grant in(Role role, String room) {
    return new Grant(role, Set.of(room));
  }

  public boolean covers(String room) {
    return rooms == null || rooms.contains(room);
  }

  /**
   * @param room where it would happen; null when it concerns the event as a whole
   */
  public boolean may(Action action, @Nullable String room) {
    return Permissions.may(role, action)
        && (rooms == null || (room != null && rooms.contains(room)));
  }

  /** As it is stored: {@code MODERATOR *}, or {@code PRESENTER room,room}. */
  public String text() {
    return role + " " + (rooms == null ? "*" : String.join(",", new TreeSet<>(rooms)));
  }

  public static Grant of(String text) {
    String[] parts = text.split(" ", 2);
    return new Grant(
        Role.valueOf(parts[0]), parts[1].equals("*") ? null : Set.of(parts[1].split(",")));
  }
}
