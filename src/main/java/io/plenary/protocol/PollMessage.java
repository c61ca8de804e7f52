package io.plenary.protocol;

import java.util.List;

/** What is said about votes. */
public sealed interface PollMessage extends ClientMessage {

  <C, R> R accept(PollMessage.Handler<C, R> handler, C context);

  /** Id of the poll it is about. */
  String poll();

  @Override
  default <C, R> R accept(ClientMessage.Handler<C, R> handler, C context) {
    return handler.poll(this, context);
  }

  /**
   * {@code seq} rises with every new vote of this person in this round; {@code heldMs}: how long
   * ago Vote was pressed.
   */
  record CastVote(
      long ref,
      String poll,
      long round,
      String vote,
      long seq,
      List<String> choice,
      boolean abstain,
      long heldMs)
      implements PollMessage, ClientMessage.Referenced {
    public CastVote {
      choice = List.copyOf(choice);
    }

    @Override
    public <C, R> R accept(PollMessage.Handler<C, R> h, C c) {
      return h.castVote(this, c);
    }
  }

  /** One method per message. */
  interface Handler<C, R> {
    R castVote(CastVote message, C context);
  }
}
