package io.plenary.kinds.reactions.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.plenary.kinds.reactions.wire.ReactionWire.ReactionCounts;
import io.plenary.protocol.KindServerMessage;
import org.jspecify.annotations.Nullable;

/** What the server says about reactions. */
public sealed interface ReactionServerMessage extends KindServerMessage {

  /**
   * {@code added} since the frame before, whether or not that one was read. {@code totals}: to
   * stage, remotes and organisers, else null.
   */
  record ReactionsMessage(
      String epoch,
      String activity,
      ReactionCounts added,
      @JsonInclude(Include.NON_NULL) @Nullable ReactionCounts totals)
      implements ReactionServerMessage {}
}
