package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.phone.PlenaryPhone;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.Taste;
import io.plenary.load.phone.Taste.Kind;
import io.plenary.load.phone.Upvoter.Tap;
import io.plenary.load.server.QueueDesk;
import io.plenary.load.server.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What goes on in one room of a conference: its questions, its moderator, and what must come of it.
 */
final class Session implements AutoCloseable {
  final PlenaryPhone.Hall hall;
  final Audience audience;
  final Cheers cheers;
  private final QueueDesk desk;
  private final Chair chair;
  private final Lookout lookout;

  Session(Bench bench, Hall server, Room room) throws Exception {
    hall = new PlenaryPhone.Hall(bench.lab().golden, room.code(), room.id());
    audience = new Audience(bench, server, room.forum("before"), hall);
    cheers = new Cheers(bench, room);
    desk = audience.desk(server.server.port(), 0);
    chair = new Chair(desk);
    lookout = new Lookout(desk);
    audience.floor.tastes(
        number -> new Taste(number, number % 2 == 0 ? Kind.ONE : Kind.KEEPS, this::family));
  }

  private int family(int n) {
    int text = lookout.text(n);
    return text < 0 ? -1 : Fate.family(text);
  }

  /** On the phone's event loop. */
  void tap(QaPhone phone, long due) {
    Tap tap = phone.seat().taste.next(lookout.open());
    if (tap != null) phone.upvote(tap.n(), tap.on(), due);
  }

  Chair chair() {
    return chair;
  }

  QueueDesk desk() {
    return desk;
  }

  IntUnaryOperator families() {
    return this::family;
  }

  void lookAgain() throws Exception {
    lookout.lookAgain();
  }

  /**
   * What is wrong in the export of what was asked here, by the number in the text alone. @param
   * asked so many, numbered from 0
   */
  List<String> states(List<JsonNode> export, int asked) {
    List<String> faults = new ArrayList<>();
    Map<Integer, JsonNode> rows = new HashMap<>();
    Map<String, Integer> texts = new HashMap<>();
    int withdrawn = 0;
    for (JsonNode row : export) {
      int text = Audience.number(row);
      if (text >= 0 && rows.put(text, row) != null) {
        faults.add("question " + text + " is there twice");
      }
      texts.put(row.get("id").asText(), text);
      if (row.get("state").asText().equals("withdrawn")) withdrawn++;
    }
    Set<Integer> numbers = new TreeSet<>();
    export.stream()
        .filter(row -> row.path("number").isInt())
        .forEach(row -> numbers.add(row.get("number").asInt()));
    if (!numbers.isEmpty()
        && !numbers.equals(
            IntStream.rangeClosed(1, numbers.size()).boxed().collect(Collectors.toSet()))) {
      faults.add("the numbers have gaps: " + numbers);
    }
    int takenBack = 0;
    for (int i = 0; i < asked; i++) {
      if (Fate.takenBack(i)) takenBack++;
      JsonNode row = rows.get(i);
      if (Fate.takenBack(i)) {
        if (row != null) {
          faults.add("question " + i + " was taken back, and its text is there: " + row);
        }
      } else if (row == null) {
        faults.add("question " + i + " is not there");
      } else {
        String wrong = Fate.of(i).differs(row, texts);
        if (wrong != null) faults.add("question " + i + ": " + wrong + " in " + row);
      }
    }
    if (withdrawn != takenBack) {
      faults.add(withdrawn + " questions are withdrawn, taken back were " + takenBack);
    }
    if (export.size() != asked) {
      faults.add(export.size() + " questions are there, asked were " + asked);
    }
    return faults;
  }

  @Override
  public void close() {
    desk.close();
    cheers.close();
  }
}
