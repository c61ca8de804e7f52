package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.activity.Change;
import io.plenary.activity.EventState;
import io.plenary.activity.RoomRules;
import io.plenary.activity.service.Changes;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.plenary.kinds.qa.QaSettingsRules;
import io.plenary.kinds.qa.wire.QaMessage.EditQuestions;
import io.plenary.kinds.qa.wire.QaMessage.SetAsking;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Commands on a Q&A as a whole: from the wire to a rule, to the store. Each answers the id of what
 * was made, or null.
 */
public final class QaCommands {
  private final Changes changes;
  private final Supplier<String> ids;

  public QaCommands(Changes changes, Supplier<String> ids) {
    this.changes = changes;
    this.ids = ids;
  }

  /** A room without a Q&A gets one. */
  public Future<String> edit(String event, EditQuestions m) {
    String id = ids.get();
    Qa.State to = Qa.State.valueOf(m.settings().state().name());
    QaSettings settings = settings(m);
    return changes.run(event, s -> edited(s, m, id, to, settings)).mapEmpty();
  }

  private static Change edited(
      EventState state, EditQuestions m, String id, Qa.State to, QaSettings settings) {
    for (Activity each : state.alwaysOn(state.room(m.room())).values()) {
      if (each instanceof Qa) {
        return QaSettingsRules.edit(state, each.id(), m.rev(), to, settings);
      }
    }
    return RoomRules.stand(state, m.room(), QaSettingsRules.fresh(id, to, settings));
  }

  private static QaSettings settings(EditQuestions m) {
    return new QaSettings(
        QaSettings.Check.valueOf(m.settings().check().name()),
        QaSettings.Names.valueOf(m.settings().names().name()),
        m.settings().maxLength(),
        m.settings().perPerson(),
        m.settings().openCounts());
  }

  public Future<String> setAsking(String event, SetAsking m) {
    QaSettings.Check check = QaSettings.Check.valueOf(m.check().name());
    return changes
        .run(event, s -> QaSettingsRules.setAsking(s, m.activity(), m.rev(), m.asking(), check))
        .mapEmpty();
  }
}
