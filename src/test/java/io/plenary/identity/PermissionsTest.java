package io.plenary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
  /** The whole table, so that a new action is a decision made here too. */
  @ParameterizedTest
  @CsvSource({"ATTENDEE,CAST_VOTE", "STAGE,''", "REMOTE,OPEN_POLL LOCK_POLL SHOW_RESULTS SET_STAGE",
    "ORGANISER,OPEN_POLL LOCK_POLL SHOW_RESULTS SET_STAGE FINALISE_POLL RESET_POLL CREATE_POLL EDIT_POLL DUPLICATE_POLL MOVE_POLL DELETE_POLL EDIT_EVENT"})
  void whoMayDoWhat(Role role, String actions) {
    assertEquals(actions, Arrays.stream(Action.values()).filter(action -> Permissions.may(role, action)).map(Enum::name)
        .collect(Collectors.joining(" ")));
  }
}
