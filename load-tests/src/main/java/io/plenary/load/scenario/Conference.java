package io.plenary.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.load.kinds.BallotKind.Size;
import io.plenary.load.phone.Applause;
import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Pacer;
import io.plenary.load.phone.QaPhone;
import io.plenary.load.phone.QaPhone.Looks;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Meter;
import io.plenary.load.server.QaTruth;
import io.plenary.load.server.Room;
import io.plenary.load.server.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * A conference: people ask, upvote, take back and react while they go from room to room, moderators
 * work through every question, and in one room a poll goes on beside it. In the end every question
 * of the export must be what its number says, with the upvotes of an independent recount, and every
 * room must have the reactions that were shown there.
 */
public final class Conference implements Scenario {
  private static final int ROOMS = 3;

  /** Every fifth phone never moves: those ask, and those of the first room vote. */
  private static final int STAYS = 5;

  private static final long WITHIN_MS = 120_000;
  private static final double VOTES_PER_S = 50;
  private static final double MOVES_PER_PHONE_AND_S = 0.03;
  private static final double REACTIONS_PER_PHONE_AND_S = 0.2;

  /**
   * Who stays uses these kinds of reactions; who moves uses the one after them, for what a line had
   * taken that is left may be lost with it.
   */
  private static final int STEADY = 2;

  @Override
  public String name() {
    return "conference-qa";
  }

  @Override
  public String about() {
    return "1,200 phones that move between rooms, 900 questions, 20,000 upvotes and withdrawals,"
        + " reactions, moderators, a poll beside it: export = recount";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int phones = bench.options().phones(1_200, 120);
    int asked = bench.options().quick() ? 90 : 900;
    int taps = bench.options().quick() ? 1_000 : 20_000;
    int seconds = bench.options().seconds(80, 8);
    List<Session> sessions = new ArrayList<>();
    try (Hall hall = Hall.ofOneRoom(bench)) {
      List<Room> rooms = new ArrayList<>(List.of(hall.room));
      for (int i = 1; i < ROOMS; i++) rooms.add(hall.room.beside("Workshop " + i));
      for (Room room : rooms) sessions.add(new Session(bench, hall, room));
      Crowd crowd =
          hall.seats(
              phones,
              hall.server.port(),
              (n, c, loop) -> {
                Session home = sessions.get(n % sessions.size());
                return new QaPhone(
                    n,
                    c,
                    loop,
                    home.hall,
                    home.audience.floor,
                    n % 50 == 0 ? Looks.FOLLOWING : Looks.COUNTING);
              });
      hall.fill();
      hall.poll(Size.MANY, "stage");
      sessions.get(0).hall.vote = hall.shared.vote;
      Meter meter = Meter.of(hall.pid(), hall.redisPid());
      long from = System.nanoTime();
      LongAdder moves = new LongAdder();
      Crew crew = new Crew(crowd, sessions, moves);
      Pacer votes = Pacer.endless(crew.of(sessions.get(0)), VOTES_PER_S);
      Pacer upvotes = Pacer.endless(crowd.voters(), crew::tap, 1.3 * taps / seconds);
      Pacer walks =
          Pacer.endless(crew.movers(), crew::move, Math.max(1, phones * MOVES_PER_PHONE_AND_S));
      Pacer reactions =
          Pacer.endless(crowd.voters(), crew::react, phones * REACTIONS_PER_PHONE_AND_S);
      ask(crew, sessions, asked, seconds);
      Audience.await(taps + " taps counted", WITHIN_MS, () -> counted(sessions) >= taps);
      settle(sessions, asked);
      upvotes.stop();
      walks.stop();
      votes.stop();
      reactions.stop();
      double took = (System.nanoTime() - from) / 1e9;
      Foreign.note(bench, meter.read());
      check(bench, hall, crew, sessions, asked);
      bench.sheet().add(name() + ": rooms", sessions.size());
      bench.sheet().add(name() + ": seconds", took);
      bench.sheet().add(name() + ": taps counted", counted(sessions));
      bench
          .sheet()
          .add(
              name() + ": taps refused",
              sessions.stream().mapToLong(s -> s.audience.floor.refused.sum()).sum());
      bench.sheet().add(name() + ": times a phone moved", moves.sum());
    } finally {
      sessions.forEach(Session::close);
    }
  }

  private static void settle(List<Session> sessions, int asked) throws Exception {
    long until = System.nanoTime() + WITHIN_MS * 1_000_000;
    while (sessions.stream().mapToInt(s -> s.chair().finished()).sum() < asked) {
      if (System.nanoTime() > until) {
        throw new IOException("questions are not where they belong: " + unfinished(sessions));
      }
      Thread.sleep(100);
    }
  }

  private static List<String> unfinished(List<Session> sessions) throws Exception {
    List<String> all = new ArrayList<>();
    for (Session session : sessions) {
      all.addAll(Audience.on(session.desk(), session.chair()::unfinished));
      all.add(
          "moderator: "
              + Audience.on(session.desk(), session.chair()::answers)
              + " with "
              + session.desk().size()
              + " questions");
    }
    return all;
  }

  private static long counted(List<Session> sessions) {
    return sessions.stream().mapToLong(s -> s.audience.floor.counted.sum()).sum();
  }

  /** Asked in the first half of the time; what is taken back, is after a while. */
  private static void ask(Crew crew, List<Session> sessions, int asked, int seconds)
      throws InterruptedException {
    for (int i = 0; i < asked; i++) {
      Session session = sessions.get(i % sessions.size());
      int number = i / sessions.size();
      List<Voter> here = crew.of(session);
      QaPhone phone = (QaPhone) here.get(number % here.size());
      phone.run(() -> phone.ask(Fate.text(number)));
      if (Fate.takenBack(number)) {
        phone.later(
            ThreadLocalRandom.current().nextLong(200, 4_000) * 1_000_000,
            v -> phone.withdraw(Fate.text(number)));
      }
      Thread.sleep(Math.max(1, seconds * 500L / asked));
    }
  }

  private void check(Bench bench, Hall hall, Crew crew, List<Session> sessions, int asked)
      throws Exception {
    for (Session session : sessions) {
      session.lookAgain();
      QaTruth.Verdict verdict =
          session.audience.check(crew.all(), session.families(), QaTruth.Merged.PERHAPS);
      bench.sheet().add(name() + ": upvotes that stand at the end, of a room", verdict.registers());
      bench
          .sheet()
          .add(name() + ": upvotes of which nobody can know, of a room", verdict.unknown());
      int own =
          asked / sessions.size() + (sessions.indexOf(session) < asked % sessions.size() ? 1 : 0);
      List<JsonNode> export = session.audience.forum.export();
      List<String> faults = session.states(export, own);
      for (String fault : faults.subList(0, Math.min(6, faults.size()))) {
        bench.sheet().fault(name() + ": " + fault);
      }
      if (faults.size() > 6) {
        bench
            .sheet()
            .fault(
                name()
                    + ": "
                    + (faults.size() - 6)
                    + " more questions are not what they should be");
      }
      if (faults.isEmpty()) {
        bench.say(
            "all "
                + own
                + " questions of a room are what their moderator made of them: "
                + states(export));
      }
      Audience.on(session.desk(), session.chair()::answers)
          .forEach((what, n) -> bench.sheet().add(name() + ": acts, " + what + ", of a room", n));
    }
    for (Session session : sessions) {
      session.cheers.settle(STEADY);
      session.cheers.check(name(), session.cheers.bounds());
    }
    hall.lock();
    Truth.Verdict votes = hall.verdictOf(crew.of(sessions.get(0)));
    if (votes.good()) bench.say(votes.toString());
    else bench.sheet().fault(name() + ": " + votes);
  }

  private static Map<String, Integer> states(List<JsonNode> export) {
    Map<String, Integer> states = new HashMap<>();
    export.forEach(row -> states.merge(row.get("state").asText(), 1, Integer::sum));
    return states;
  }

  /** The people, and who of them goes where. */
  private record Crew(Crowd crowd, List<Session> sessions, LongAdder moves) {
    List<Voter> all() {
      return crowd.voters();
    }

    /** Those who stay in a room. */
    List<Voter> of(Session session) {
      int room = sessions.indexOf(session);
      return all().stream().filter(v -> stays(v) && v.number % sessions.size() == room).toList();
    }

    List<Voter> movers() {
      return all().stream().filter(v -> !stays(v)).toList();
    }

    private boolean stays(Voter v) {
      return v.number / sessions.size() % STAYS == 0;
    }

    void tap(Voter v, long due) {
      QaPhone phone = (QaPhone) v;
      if (phone.answered()) of(phone).tap(phone, due);
    }

    /** Whatever is wanted of a phone on its way to another room, nothing comes of it. */
    void react(Voter v, long due) {
      QaPhone phone = (QaPhone) v;
      int kind = stays(v) ? v.number / (STAYS * sessions.size()) % STEADY : STEADY;
      phone.react(of(phone).cheers.applause, kind, 1 + v.number % Applause.MOST);
    }

    /** To another room; where there is one only, out and in again. */
    void move(Voter v, long due) {
      QaPhone phone = (QaPhone) v;
      if (!phone.settled()) return;
      Session to = sessions.get(ThreadLocalRandom.current().nextInt(sessions.size()));
      moves.increment();
      phone.move(to.hall, to.audience.floor);
    }

    private Session of(QaPhone phone) {
      return sessions.stream()
          .filter(s -> s.audience.floor == phone.floor())
          .findFirst()
          .orElseThrow();
    }
  }
}
