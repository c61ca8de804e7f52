package io.plenary.export.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.Checked;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.export.ResultRow;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.toy.Toy;
import io.vertx.core.Future;
import java.util.List;

/** All that files need to be told of another kind. */
final class ToyExport implements ActivityExport, FileKind {
  record FileToy(String title) implements FileActivity {
    static FileToy read(Fields f) throws BadMessage {
      FileToy toy = new FileToy(f.text("title", 1, 80));
      f.end();
      return toy;
    }

    @Override
    public String kind() {
      return Toy.KIND;
    }

    @Override
    public void write(ObjectNode into) {
      into.put("title", title);
    }
  }

  record ToyResults(String id, long rung) implements ActivityResults {
    @Override
    public FileKind file() {
      return new ToyExport();
    }

    @Override
    public String room() {
      return "Main hall";
    }

    @Override
    public void write(ObjectNode into) {
      into.put("id", id).put("rung", rung);
    }

    @Override
    public List<ResultRow> rows() {
      return List.of(ResultRow.total("Main hall", id, "Bell", Toy.KIND, "all", "rings", rung));
    }
  }

  @Override
  public FileKind file() {
    return this;
  }

  @Override
  public String kind() {
    return Toy.KIND;
  }

  @Override
  public FileKind.Place place() {
    return FileKind.Place.BOTH;
  }

  @Override
  public boolean inCsv() {
    return true;
  }

  @Override
  public FileActivity read(Fields activity) throws BadMessage {
    return FileToy.read(activity);
  }

  @Override
  public FileActivity file(Activity activity) {
    return new FileToy(activity.title());
  }

  @Override
  public Toy make(String id, FileActivity from) {
    return new Toy(id, 1, 1, ((FileToy) from).title(), Toy.State.DRAFT);
  }

  @Override
  public Checked check(JsonNode results, boolean lossy) {
    return new Checked(
        "Bell",
        List.of(),
        results.path("rung").asInt(-1) < 0 ? List.of("it cannot have rung so often") : List.of());
  }

  @Override
  public String codebook() {
    return "Data | measure | rings | How often it rang";
  }

  @Override
  public Future<ActivityResults> results(ActivityExport.Place place, Activity activity) {
    return Future.succeededFuture(new ToyResults(activity.id(), 7));
  }
}
