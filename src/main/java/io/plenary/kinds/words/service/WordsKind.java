package io.plenary.kinds.words.service;

import io.plenary.kinds.words.Words;
import io.plenary.kinds.words.WordsDraft;
import io.plenary.kinds.words.WordsSettings;
import io.plenary.kinds.words.WordsSettings.Language;
import io.plenary.kinds.words.wire.WordsWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Word clouds, as one kind of ballot among others. */
public final class WordsKind implements BallotKind<Words> {
  @Override
  public String kind() {
    return Words.KIND;
  }

  @Override
  public Class<Words> activity() {
    return Words.class;
  }

  @Override
  public WordsDraft draft(WireDraft written) {
    WordsWire.Draft words = (WordsWire.Draft) written;
    return new WordsDraft(
        words.question(),
        words.entries(),
        words.length(),
        words.approveFirst(),
        words.languages(),
        words.abstain(),
        words.results());
  }

  @Override
  public JsonObject asked(Words words) {
    WordsSettings asked = words.asked();
    JsonArray languages = new JsonArray();
    asked.languages().forEach(language -> languages.add(language.name()));
    return new JsonObject()
        .put("text", asked.question())
        .put("entries", asked.entries())
        .put("length", asked.length())
        .put("approveFirst", asked.approveFirst())
        .put("languages", languages)
        .put("abstain", asked.abstain());
  }

  @Override
  public Words read(BallotState at, JsonObject o) {
    return new Words(
        at,
        new WordsSettings(
            o.getString("text"),
            o.getInteger("entries"),
            o.getInteger("length"),
            o.getBoolean("approveFirst"),
            o.getJsonArray("languages").stream()
                .map(name -> Language.valueOf((String) name))
                .toList(),
            o.getString("abstain")));
  }

  @Override
  public WordsWire.Words forRoom(Words words, RoomBallot ballot) {
    WordsSettings asked = words.asked();
    return new WordsWire.Words(
        ballot,
        asked.question(),
        asked.entries(),
        asked.length(),
        asked.approveFirst(),
        asked.languages(),
        asked.abstain());
  }

  @Override
  public WordsWire.OrganiserWords forOrganisers(Words words, OrganiserBallot ballot) {
    WordsSettings asked = words.asked();
    return new WordsWire.OrganiserWords(
        ballot,
        asked.question(),
        asked.entries(),
        asked.length(),
        asked.approveFirst(),
        asked.languages(),
        asked.abstain());
  }
}
