package io.plenary.redis.store;

import io.plenary.activity.Activity;
import io.plenary.activity.service.ActivityFormat;
import io.plenary.identity.Entropy;
import java.util.List;
import java.util.Map;

/**
 * What the scripts that make and change activities are told of each: its keys, and from its state
 * on its arguments.
 */
final class ActivityArguments {
  private static final int ANSWER_KEY = 32;

  private final String eventId;
  private final ActivityFormats formats;
  private final Entropy entropy;

  ActivityArguments(String eventId, ActivityFormats formats, Entropy entropy) {
    this.eventId = eventId;
    this.formats = formats;
    this.entropy = entropy;
  }

  String document(Activity activity) {
    return formats.write(activity);
  }

  /**
   * @param freshKey whether answers are stored under a new key from now on
   */
  void add(Activity activity, boolean freshKey, List<String> keys, List<Object> args) {
    ActivityFormat format = formats.of(activity);
    int before = keys.size();
    String hash = Keys.activity(eventId, activity.id());
    keys.add(hash);
    format.answers().forEach(suffix -> keys.add(hash + suffix));
    format.others().forEach(suffix -> keys.add(hash + suffix));
    keys.add(hash + Keys.ALL);
    Map<String, Object> initialFields = format.initialFields();
    Map<String, Object> fields = format.fields(activity);
    args.addAll(
        List.of(
            format.state(activity),
            activity.round(),
            freshKey ? entropy.bytes(ANSWER_KEY) : "",
            keys.size() - before,
            format.answers().size(),
            initialFields.size() * 2,
            fields.size() * 2));
    initialFields.forEach((name, value) -> args.addAll(List.of(name, value)));
    fields.forEach((name, value) -> args.addAll(List.of(name, value)));
  }
}
