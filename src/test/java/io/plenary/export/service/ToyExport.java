package io.plenary.export.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plenary.activity.Activity;
import io.plenary.export.ActivityResults;
import io.plenary.export.FileActivity;
import io.plenary.export.FileKind;
import io.plenary.protocol.BadMessage;
import io.plenary.protocol.Fields;
import io.plenary.toy.Toy;
import io.vertx.core.Future;

/** All that files need to be told of another kind. */
final class ToyExport implements ActivityExport {
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
    public String member() {
      return "toys";
    }

    @Override
    public void write(ObjectNode into) {
      into.put("id", id).put("rung", rung);
    }
  }

  @Override
  public FileKind kind() {
    return new FileKind(Toy.KIND, "toys", FileKind.Place.BOTH, FileToy::read);
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
  public Future<ActivityResults> results(Place place, Activity activity) {
    return Future.succeededFuture(new ToyResults(activity.id(), 7));
  }
}
