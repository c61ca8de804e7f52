package io.plenary.kinds.reactions.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.plenary.activity.Activity;
import io.plenary.export.Checked;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.kinds.reactions.Reactions;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;

/** Reactions in files: totals, because nothing else is known of them. */
public final class ReactionFile implements FileKind {
  public static final ReactionFile ONE = new ReactionFile();

  @Override
  public String kind() {
    return Reactions.KIND;
  }

  @Override
  public Place place() {
    return Place.ALWAYS_ON;
  }

  @Override
  public boolean inCsv() {
    return true;
  }

  /** Taps say nothing to somebody who was not there. */
  @Override
  public boolean inReport() {
    return false;
  }

  @Override
  public FileActivity read(Fields activity) throws BadMessage {
    return FileReactions.read(activity);
  }

  @Override
  public FileActivity file(Activity activity) {
    return new FileReactions(((Reactions) activity).on());
  }

  @Override
  public Reactions make(String id, FileActivity from) {
    return new Reactions(id, 1, 1, ((FileReactions) from).on());
  }

  @Override
  public Checked check(JsonNode results, boolean lossy) {
    return new ReactionCheck(results).checked();
  }

  @Override
  public String codebook() {
    return """
    Data | kind | reactions | The row says how often a reaction was tapped, by however many people; it is part \
    of nothing
    Data | measure | taps | How many taps\
    """;
  }
}
