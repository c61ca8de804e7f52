package io.plenary.kinds.ranking.service;

import io.plenary.kinds.ranking.Ranking;
import io.plenary.kinds.ranking.RankingDraft;
import io.plenary.kinds.ranking.RankingOption;
import io.plenary.kinds.ranking.RankingSettings;
import io.plenary.kinds.ranking.RankingSettings.Unranked;
import io.plenary.kinds.ranking.wire.RankingWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording.Labelled;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Rankings, as one kind of ballot among others. */
public final class RankingKind implements BallotKind<Ranking> {
  @Override
  public String kind() {
    return Ranking.KIND;
  }

  @Override
  public Class<Ranking> activity() {
    return Ranking.class;
  }

  @Override
  public RankingDraft draft(WireDraft written) {
    RankingWire.Draft ranking = (RankingWire.Draft) written;
    return new RankingDraft(
        ranking.question(),
        ranking.options().stream().map(o -> new Labelled(o.id(), o.text())).toList(),
        ranking.places(),
        ranking.shuffled(),
        ranking.unranked(),
        ranking.abstain(),
        ranking.results());
  }

  @Override
  public JsonObject asked(Ranking ranking) {
    RankingSettings asked = ranking.asked();
    JsonArray options = new JsonArray();
    asked
        .options()
        .forEach(o -> options.add(new JsonObject().put("id", o.id()).put("text", o.text())));
    return new JsonObject()
        .put("text", asked.question())
        .put("options", options)
        .put("places", asked.places())
        .put("shuffled", asked.shuffled())
        .put("unranked", asked.unranked().name())
        .put("abstain", asked.abstain());
  }

  @Override
  public Ranking read(BallotState at, JsonObject o) {
    List<RankingOption> options =
        o.getJsonArray("options").stream()
            .map(JsonObject.class::cast)
            .map(p -> new RankingOption(p.getString("id"), p.getString("text")))
            .toList();
    return new Ranking(
        at,
        new RankingSettings(
            o.getString("text"),
            options,
            o.getInteger("places"),
            o.getBoolean("shuffled"),
            Unranked.valueOf(o.getString("unranked")),
            o.getString("abstain")));
  }

  @Override
  public RankingWire.Ranking forRoom(Ranking ranking, RoomBallot ballot) {
    RankingSettings asked = ranking.asked();
    return new RankingWire.Ranking(
        ballot,
        asked.question(),
        options(asked),
        asked.places(),
        asked.shuffled(),
        asked.unranked(),
        asked.abstain());
  }

  @Override
  public RankingWire.OrganiserRanking forOrganisers(Ranking ranking, OrganiserBallot ballot) {
    RankingSettings asked = ranking.asked();
    return new RankingWire.OrganiserRanking(
        ballot,
        asked.question(),
        options(asked),
        asked.places(),
        asked.shuffled(),
        asked.unranked(),
        asked.abstain());
  }

  private static List<RankingWire.Option> options(RankingSettings asked) {
    return asked.options().stream().map(o -> new RankingWire.Option(o.id(), o.text())).toList();
  }
}
