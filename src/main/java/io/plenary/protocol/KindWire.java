package io.plenary.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of activity brings to the wire.
 *
 * @param word of its activities and drafts
 * @param draft how what organisers write of one is read; null when they write nothing
 * @param records what each audience sees of one, and what Java, as a client, makes of an activity
 *     it reads; one record for each audience, or for several that are told the same
 * @param messages that clients send about this kind alone
 * @param answers what the server says about it alone
 */
public record KindWire(
    String word,
    @Nullable DraftReader draft,
    List<Class<? extends Wire.Activity>> records,
    List<MessageType<?>> messages,
    List<Class<? extends KindServerMessage>> answers) {
  /** Reads the members of a draft. */
  public interface DraftReader {
    WireDraft read(Fields f) throws BadMessage;
  }

  public KindWire {
    records = List.copyOf(records);
    messages = List.copyOf(messages);
    answers = List.copyOf(answers);
  }

  /** Of a kind that needs no messages of its own. */
  public KindWire(
      String word, @Nullable DraftReader draft, List<Class<? extends Wire.Activity>> records) {
    this(word, draft, records, List.of(), List.of());
  }
}
