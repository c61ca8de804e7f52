/** For tests: props that can be changed after a component was mounted. */
export function props<P extends object>(initial: P): P {
  const given = $state(initial);
  return given;
}
