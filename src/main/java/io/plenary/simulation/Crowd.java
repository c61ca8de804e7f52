package io.plenary.simulation;

import io.plenary.protocol.Codec;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Some of the phones of a hall: those that live on one event loop. */
public final class Crowd extends VerticleBase {
  /**
   * A hall.
   *
   * @param codec of the kinds that its phones know
   * @param code join code of the event
   * @param joinOverMs the phones join spread over this time
   * @param from source addresses to connect from in turn; empty leaves it to the system
   * @param phones how many
   * @param seed the same seed makes the same decisions
   */
  public record Hall(
      URI base,
      Codec codec,
      String code,
      int phones,
      long joinOverMs,
      long seed,
      List<String> from,
      People people) {
    public Hall {
      from = List.copyOf(from);
    }
  }

  /** Who holds the phones. Called once per phone, on its event loop. */
  public interface People {
    Habit habit(int phone, SplittableRandom random);

    default Journal journal(int phone) {
      return Journal.NONE;
    }

    default void born(int number, Phone phone) {}
  }

  private final Hall hall;
  private final int first;
  private final int step;
  private final List<Phone> phones = new ArrayList<>();

  /** Holds the phones {@code first}, {@code first + step} and so on. */
  public Crowd(Hall hall, int first, int step) {
    this.hall = hall;
    this.first = first;
    this.step = step;
  }

  @Override
  public Future<?> start() {
    List<Venue> venues = new ArrayList<>();
    if (hall.from().isEmpty()) venues.add(new Venue(vertx, hall.base(), hall.codec(), null));
    for (String address : hall.from()) {
      venues.add(new Venue(vertx, hall.base(), hall.codec(), address));
    }
    for (int i = first; i < hall.phones(); i += step) {
      SplittableRandom random = new SplittableRandom(hall.seed() * 1_000_003 + i);
      Habit habit = hall.people().habit(i, random.split());
      Phone phone =
          new Phone(vertx, venues.get(i % venues.size()), habit, hall.people().journal(i), random);
      phones.add(phone);
      hall.people().born(i, phone);
      long joins = hall.joinOverMs() * i / Math.max(1, hall.phones());
      phone.later(joins, () -> phone.start(hall.code()));
    }
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    phones.forEach(Phone::stop);
    return Future.succeededFuture();
  }
}
