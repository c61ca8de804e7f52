package io.plenary.load.phone;

/** What one person said in one room. */
public final class Seat {
  public final Floor floor;
  public final Upvoter upvotes;
  public final Asker asks;

  /** What the person does next; of the scenario. Only touched on the phone's event loop. */
  public Taste taste;

  Seat(QaPhone phone, Floor floor) {
    this.floor = floor;
    upvotes = new Upvoter(phone, floor);
    asks = new Asker(phone, floor);
    taste = floor.taste(phone.number);
  }

  void send() {
    upvotes.send();
    asks.send();
  }

  boolean waits() {
    return upvotes.waits() || asks.waits();
  }

  boolean waitsSince(long nanos) {
    return upvotes.waitsSince(nanos) || asks.waitsSince(nanos);
  }
}
