package io.plenary.kinds.points.service;

import io.plenary.kinds.points.PointsDraft;
import io.plenary.kinds.points.PointsOption;
import io.plenary.kinds.points.PointsPoll;
import io.plenary.kinds.points.PointsSettings;
import io.plenary.kinds.points.wire.PointsWire;
import io.plenary.protocol.OrganiserBallot;
import io.plenary.protocol.RoomBallot;
import io.plenary.protocol.WireDraft;
import io.plenary.voting.BallotState;
import io.plenary.voting.Wording.Labelled;
import io.plenary.voting.service.BallotKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Points polls, as one kind of ballot among others. */
public final class PointsKind implements BallotKind<PointsPoll> {
  @Override
  public String kind() {
    return PointsPoll.KIND;
  }

  @Override
  public Class<PointsPoll> activity() {
    return PointsPoll.class;
  }

  @Override
  public PointsDraft draft(WireDraft written) {
    PointsWire.Draft points = (PointsWire.Draft) written;
    return new PointsDraft(
        points.question(),
        points.options().stream().map(o -> new Labelled(o.id(), o.text())).toList(),
        points.total(),
        points.step(),
        points.abstain(),
        points.results());
  }

  @Override
  public JsonObject asked(PointsPoll points) {
    PointsSettings asked = points.asked();
    JsonArray options = new JsonArray();
    asked
        .options()
        .forEach(o -> options.add(new JsonObject().put("id", o.id()).put("text", o.text())));
    return new JsonObject()
        .put("text", asked.question())
        .put("options", options)
        .put("total", asked.total())
        .put("step", asked.step())
        .put("abstain", asked.abstain());
  }

  @Override
  public PointsPoll read(BallotState at, JsonObject o) {
    List<PointsOption> options =
        o.getJsonArray("options").stream()
            .map(JsonObject.class::cast)
            .map(p -> new PointsOption(p.getString("id"), p.getString("text")))
            .toList();
    return new PointsPoll(
        at,
        new PointsSettings(
            o.getString("text"),
            options,
            o.getInteger("total"),
            o.getInteger("step"),
            o.getString("abstain")));
  }

  @Override
  public PointsWire.PointsPoll forRoom(PointsPoll points, RoomBallot ballot) {
    PointsSettings asked = points.asked();
    return new PointsWire.PointsPoll(
        ballot, asked.question(), options(asked), asked.total(), asked.step(), asked.abstain());
  }

  @Override
  public PointsWire.OrganiserPointsPoll forOrganisers(PointsPoll points, OrganiserBallot ballot) {
    PointsSettings asked = points.asked();
    return new PointsWire.OrganiserPointsPoll(
        ballot, asked.question(), options(asked), asked.total(), asked.step(), asked.abstain());
  }

  private static List<PointsWire.Option> options(PointsSettings asked) {
    return asked.options().stream().map(o -> new PointsWire.Option(o.id(), o.text())).toList();
  }
}
