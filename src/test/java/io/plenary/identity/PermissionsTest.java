package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.words.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {
  private static final RolesTable TABLE = RolesTable.read();

  @Test
  void theTableNamesEveryAction() {
    assertEquals(EnumSet.allOf(Action.class), TABLE.actions());
  }

  @ParameterizedTest
  @EnumSource
  void theCodeIsTheTable(Role role) {
    for (Action action : Action.values()) {
      assertEquals(
          TABLE.may(role, action), Permissions.may(role, action), role + " " + action.wire());
      assertEquals(TABLE.may(role, action), Permissions.of(role).contains(action));
    }
  }

  @Test
  void namesAreThoseOfTheWire() {
    assertEquals("castVote", Action.CAST_VOTE.wire());
    assertEquals("openActivity", Action.OPEN_ACTIVITY.wire());
  }

  @Test
  void aGrantHoldsInItsRoomsOnly() {
    Grant presenter = new Grant(Role.PRESENTER, Set.of("a", "b"));
    assertTrue(
        presenter.may(Action.OPEN_ACTIVITY, "a") && presenter.may(Action.OPEN_ACTIVITY, "b"));
    assertFalse(presenter.may(Action.OPEN_ACTIVITY, "c"), "a room not given");
    assertFalse(presenter.may(Action.OPEN_ACTIVITY, null), "the event as a whole");
    assertFalse(presenter.may(Action.EDIT_ACTIVITY, "a"), "not a presenter's");
    assertTrue(Grant.everywhere(Role.PRESENTER).may(Action.OPEN_ACTIVITY, "c"));
    assertTrue(Grant.everywhere(Role.ORGANISER).may(Action.EDIT_EVENT, null));
  }

  @Test
  void grantsAreStoredAsText() {
    for (Grant grant :
        new Grant[] {
          Grant.everywhere(Role.ORGANISER),
          new Grant(Role.MODERATOR, Set.of("r1")),
          new Grant(Role.PRESENTER, Set.of("r2", "r1"))
        }) {
      assertEquals(grant, Grant.of(grant.text()));
    }
    assertEquals("PRESENTER r1,r2", new Grant(Role.PRESENTER, Set.of("r2", "r1")).text());
    assertEquals("ORGANISER *", Grant.everywhere(Role.ORGANISER).text());
    assertThrows(IllegalArgumentException.class, () -> new Grant(Role.MODERATOR, Set.of()));
    assertThrows(IllegalArgumentException.class, () -> Grant.in(Role.ORGANISER, "r1"));
  }
}
