package io.plenary.transport;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/**
 * Event files as somebody might write them by hand: right, nearly right, or right in a way nobody
 * thought of. The same seed, the same files.
 */
final class OddFiles {
  private static final List<String> TEXTS =
      List.of(
          "Plain",
          "plain",
          " Plain ",
          "\u202Eevil",
          "e\u0301\u0301\u0301\u0301\u0301\u0301",
          "👩‍👩‍👧",
          "\u200B",
          "",
          "\uD83D",
          "x".repeat(60),
          "x".repeat(61),
          "x".repeat(80),
          "🎉".repeat(60),
          "🎉".repeat(120),
          "ﷺ".repeat(80),
          "<b>&\"'</b>",
          "=1+1",
          "a\nb",
          "\u0000",
          "عربى",
          "\u2028",
          "null",
          "x".repeat(300),
          "🎉".repeat(200));
  private static final List<String> DAYS =
      List.of(
          "2027-03-08",
          "2027-03-09",
          "0000-01-01",
          "9999-12-31",
          "2027-02-30",
          "2027-3-8",
          "-999-01-01");
  private static final List<String> ZONES =
      List.of(
          "Europe/London",
          "Z",
          "UTC+18:00",
          "GMT0",
          "+1",
          "SystemV/PST8PDT",
          "UT-01",
          "Europe/london",
          "+18:01",
          "EST5EDT");
  private final Random random;

  OddFiles(long seed) {
    random = new Random(seed);
  }

  JsonObject next() {
    JsonObject file =
        new JsonObject()
            .put("format", "plenary-event")
            .put("version", 2)
            .put(
                "event",
                new JsonObject()
                    .put("name", text("Conference"))
                    .put("startsOn", some("2027-03-08", DAYS))
                    .put("endsOn", some("2027-03-09", DAYS))
                    .put("timeZone", some("Europe/London", ZONES))
                    .put("frameOrigins", new JsonArray()));
    JsonArray rooms = new JsonArray();
    int many = rarely() ? 19 + random.nextInt(4) : 1 + random.nextInt(3);
    for (int i = 0; i < many; i++) rooms.add(room(i));
    file.put("rooms", rooms);
    if (rarely()) file.put("results", "whatever");
    if (rarely()) file.put("questions", 7);
    return rarely() ? broken(file) : file;
  }

  private JsonObject room(int i) {
    JsonArray order = new JsonArray();
    int many = rarely() ? 99 + random.nextInt(3) : random.nextInt(4);
    for (int a = 0; a < many; a++) order.add(rarely() && many < 9 ? alwaysOn() : poll());
    JsonArray beside = new JsonArray();
    for (int a = random.nextInt(4) - 1; a > 0; a--) beside.add(rarely() ? poll() : alwaysOn());
    JsonObject room = new JsonObject().put("name", text("Room " + i)).put("activities", order);
    return random.nextInt(3) == 0 ? room : room.put("alwaysOn", beside);
  }

  private JsonObject poll() {
    JsonArray options = new JsonArray();
    int many = rarely() ? random.nextInt(22) : 2 + random.nextInt(3);
    for (int i = 0; i < many; i++) {
      JsonObject option = new JsonObject().put("text", text("Option " + i));
      if (rarely()) option.put("id", "o" + random.nextInt(4));
      if (rarely()) option.put("exclusive", true);
      options.add(option);
    }
    return new JsonObject()
        .put("kind", "poll")
        .put("question", text("Ready?"))
        .put("options", options)
        .put("maxChoices", rarely() ? random.nextInt(22) : 1)
        .put("abstain", rarely() ? text("Rather not") : null)
        .put("results", some("stage", List.of("hidden", "everyone", "all")));
  }

  private JsonObject alwaysOn() {
    if (random.nextBoolean()) {
      return new JsonObject().put("kind", "reactions").put("on", random.nextBoolean());
    }
    return new JsonObject()
        .put("kind", "qa")
        .put("on", random.nextBoolean())
        .put("check", some("before", List.of("after", "never")))
        .put("names", some("choice", List.of("anonymous", "named")))
        .put("maxLength", rarely() ? random.nextInt(1200) : 300)
        .put("perPerson", rarely() ? random.nextInt(60) : 10)
        .put("openCounts", random.nextBoolean());
  }

  /** One member somewhere is another thing. */
  private JsonObject broken(JsonObject file) {
    JsonObject at = file;
    while (true) {
      List<String> names = List.copyOf(at.fieldNames());
      if (names.isEmpty()) return file;
      String name = names.get(random.nextInt(names.size()));
      Object value = at.getValue(name);
      if (value instanceof JsonArray list
          && !list.isEmpty()
          && list.getValue(0) instanceof JsonObject
          && random.nextInt(3) > 0) {
        at = list.getJsonObject(random.nextInt(list.size()));
      } else if (value instanceof JsonObject inner && random.nextInt(3) > 0) {
        at = inner;
      } else {
        switch (random.nextInt(5)) {
          case 0 -> at.remove(name);
          case 1 -> at.putNull(name);
          case 2 -> at.put(name, new JsonArray());
          case 3 -> at.put(name, -1);
          default -> at.put(name + "x", value);
        }
        return file;
      }
    }
  }

  private String text(String usual) {
    return rarely() ? TEXTS.get(random.nextInt(TEXTS.size())) : usual;
  }

  private String some(String usual, List<String> others) {
    return rarely() ? others.get(random.nextInt(others.size())) : usual;
  }

  private boolean rarely() {
    return random.nextInt(16) == 0;
  }
}
