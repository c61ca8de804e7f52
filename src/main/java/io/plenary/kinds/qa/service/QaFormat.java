package io.plenary.kinds.qa.service;

import io.plenary.activity.Activity;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.kinds.qa.Qa;
import io.plenary.kinds.qa.QaSettings;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Q&As in the store. */
public final class QaFormat implements ActivityFormat {
  @Override
  public String kind() {
    return Qa.KIND;
  }

  @Override
  public JsonObject write(Activity activity) {
    Qa qa = (Qa) activity;
    QaSettings s = qa.settings();
    JsonObject o =
        new JsonObject()
            .put("state", qa.state().name())
            .put("asking", qa.asking())
            .put("check", s.check().name())
            .put("names", s.names().name())
            .put("maxLength", s.maxLength())
            .put("perPerson", s.perPerson())
            .put("openCounts", s.openCounts());
    return qa.hidden() ? o.put("hidden", true) : o;
  }

  @Override
  public Qa read(JsonObject o) {
    QaSettings settings =
        new QaSettings(
            QaSettings.Check.valueOf(o.getString("check")),
            QaSettings.Names.valueOf(o.getString("names")),
            o.getInteger("maxLength"),
            o.getInteger("perPerson"),
            o.getBoolean("openCounts"));
    return new Qa(
        o.getString("id"),
        o.getLong("rev"),
        o.getLong("round"),
        Qa.State.valueOf(o.getString("state")),
        o.getBoolean("asking"),
        settings,
        o.getBoolean("hidden", false));
  }

  @Override
  public List<String> answers() {
    return List.of(":docs");
  }

  @Override
  public List<String> others() {
    return List.of(
        ":revs",
        ":at",
        ":aside",
        ":counts",
        ":upat",
        ":open",
        ":members",
        ":asked",
        ":askers",
        ":limits",
        ":raw",
        ":audit",
        ":claim");
  }

  @Override
  public Map<String, Object> initialFields() {
    return Map.of("next", 1, "live", "");
  }

  @Override
  public Map<String, Object> fields(Activity activity) {
    Qa qa = (Qa) activity;
    return Map.of(
        "check",
        qa.settings().check().name(),
        "asking",
        qa.asking() ? 1 : 0,
        "perPerson",
        qa.settings().perPerson());
  }
}
