package io.plenary.toy;

import io.plenary.activity.Activity;
import io.plenary.activity.EventState;
import io.plenary.activity.service.ActivityViews;
import io.plenary.protocol.Wire;
import java.util.Locale;

/** The bell as the wire says it: to each audience as much as it may know. */
public final class ToyViews implements ActivityViews {
  public record AttendeeToy(String id, long round, String state, String title)
      implements Wire.AttendeeActivity {
    @Override
    public String kind() {
      return Toy.KIND;
    }
  }

  public record StageToy(String id, long round, String state, String title)
      implements Wire.StageActivity {
    @Override
    public String kind() {
      return Toy.KIND;
    }
  }

  public record OrganiserToy(String id, long rev, long round, String state, String title)
      implements Wire.OrganiserActivity {
    @Override
    public String kind() {
      return Toy.KIND;
    }
  }

  @Override
  public AttendeeToy forAttendees(EventState state, Activity activity) {
    Toy toy = (Toy) activity;
    if (toy.state() == Toy.State.DRAFT) return null;
    return new AttendeeToy(toy.id(), toy.round(), state(toy), toy.title());
  }

  @Override
  public StageToy forStage(EventState state, Activity activity) {
    Toy toy = (Toy) activity;
    return new StageToy(toy.id(), toy.round(), state(toy), toy.title());
  }

  @Override
  public StageToy besideStage(EventState state, Activity activity) {
    return activity.open() ? forStage(state, activity) : null;
  }

  @Override
  public OrganiserToy forOrganisers(EventState state, Activity activity) {
    Toy toy = (Toy) activity;
    return new OrganiserToy(toy.id(), toy.rev(), toy.round(), state(toy), toy.title());
  }

  private static String state(Toy toy) {
    return toy.isFinal() ? "final" : toy.state().name().toLowerCase(Locale.ROOT);
  }
}
