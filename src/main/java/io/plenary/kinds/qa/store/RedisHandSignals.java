package io.plenary.kinds.qa.store;

import io.plenary.hub.Broker.ChangeNotification;
import io.plenary.kinds.qa.service.HandSignals;
import io.plenary.redis.RedisLink;
import io.plenary.redis.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@link HandSignals} on Redis pub/sub, which keeps nothing. On {@code plenary:hands} every node
 * says where its moderators are: a line "node event activity", then one "hand question who" for
 * each.
 */
public final class RedisHandSignals implements HandSignals {
  private static final String CHANNEL = "plenary:hands";

  private final RedisLink link;
  private final Subscriber subscriber;

  public RedisHandSignals(RedisLink link, Subscriber subscriber) {
    this.link = link;
    this.subscriber = subscriber;
  }

  @Override
  public void send(Signal signal) {
    link.publish(CHANNEL, write(signal));
  }

  @Override
  public void listen(Consumer<Signal> listener) {
    subscriber.subscribe(CHANNEL, text -> listener.accept(read(text)));
  }

  /** Ids hold no spaces, and names of people no line breaks. */
  static String write(Signal signal) {
    StringBuilder text =
        new StringBuilder(signal.node())
            .append(' ')
            .append(signal.place().eventId())
            .append(' ')
            .append(signal.place().activity());
    signal
        .hands()
        .forEach(
            h ->
                text.append('\n')
                    .append(h.hand())
                    .append(' ')
                    .append(h.question())
                    .append(' ')
                    .append(h.who()));
    return text.toString();
  }

  static Signal read(String text) {
    String[] lines = text.split("\n");
    String[] head = lines[0].split(" ", 3);
    List<Held> hands = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] hand = lines[i].split(" ", 3);
      hands.add(new Held(hand[0], hand[2], hand[1]));
    }
    return new Signal(head[0], new ChangeNotification(head[1], head[2]), hands);
  }
}
