import { tick } from 'svelte';

/** Puts the focus on the first field that has a problem, after the page has said which. */
export async function focusFirstProblem(within: HTMLElement): Promise<void> {
  await tick();
  within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
