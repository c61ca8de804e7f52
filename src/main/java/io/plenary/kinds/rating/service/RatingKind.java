package io.plenary.kinds.rating.service;

import io.plenary.kinds.rating.Rating;
import io.plenary.kinds.rating.RatingDraft;
import io.plenary.kinds.rating.RatingScale;
import io.plenary.kinds.rating.RatingSettings;
import io.plenary.kinds.rating.Statement;
import io.plenary.kinds.rating.wire.RatingWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording.Labelled;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Ratings, as one kind of ballot among others. */
public final class RatingKind implements BallotKind<Rating> {
  @Override
  public String kind() {
    return Rating.KIND;
  }

  @Override
  public Class<Rating> activity() {
    return Rating.class;
  }

  @Override
  public RatingDraft draft(WireDraft written) {
    RatingWire.Draft rating = (RatingWire.Draft) written;
    return new RatingDraft(
        rating.question(),
        rating.statements().stream().map(s -> new Labelled(s.id(), s.text())).toList(),
        rating.scale(),
        rating.noOpinion(),
        rating.abstain(),
        rating.results());
  }

  @Override
  public JsonObject asked(Rating rating) {
    RatingSettings asked = rating.asked();
    JsonArray statements = new JsonArray();
    asked
        .statements()
        .forEach(s -> statements.add(new JsonObject().put("id", s.id()).put("text", s.text())));
    RatingScale scale = asked.scale();
    return new JsonObject()
        .put("text", asked.question())
        .put("statements", statements)
        .put("scale", scale.type().name())
        .put("points", scale.points())
        .put("low", scale.low())
        .put("high", scale.high())
        .put("noOpinion", asked.noOpinion())
        .put("abstain", asked.abstain());
  }

  @Override
  public Rating read(BallotState at, JsonObject o) {
    List<Statement> statements =
        o.getJsonArray("statements").stream()
            .map(JsonObject.class::cast)
            .map(s -> new Statement(s.getString("id"), s.getString("text")))
            .toList();
    return new Rating(
        at,
        new RatingSettings(
            o.getString("text"),
            statements,
            new RatingScale(
                RatingScale.Type.valueOf(o.getString("scale")),
                o.getInteger("points"),
                o.getString("low"),
                o.getString("high")),
            o.getString("noOpinion"),
            o.getString("abstain")));
  }

  @Override
  public RatingWire.Rating forRoom(Rating rating, RoomBallot ballot) {
    RatingSettings asked = rating.asked();
    return new RatingWire.Rating(
        ballot,
        asked.question(),
        statements(asked),
        asked.scale(),
        asked.noOpinion(),
        asked.abstain());
  }

  @Override
  public RatingWire.OrganiserRating forOrganisers(Rating rating, OrganiserBallot ballot) {
    RatingSettings asked = rating.asked();
    return new RatingWire.OrganiserRating(
        ballot,
        asked.question(),
        statements(asked),
        asked.scale(),
        asked.noOpinion(),
        asked.abstain());
  }

  private static List<RatingWire.Item> statements(RatingSettings asked) {
    return asked.statements().stream().map(s -> new RatingWire.Item(s.id(), s.text())).toList();
  }
}
