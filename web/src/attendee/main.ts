import { mount } from 'svelte';
import '../ui/tokens.css';
import './shell.css';
import { clearOfBars } from '../ui/bars.ts';
import { surviveTranslation } from '../ui/translated.ts';
import App from './App.svelte';

const target = document.getElementById('app')!;
// What was typed into the static form while this script was on its way must not be lost.
const typed = target.querySelector<HTMLInputElement>('#code')?.value ?? '';
target.replaceChildren();
surviveTranslation(document.body);
mount(App, { target, props: { typed } });
addEventListener('focusin', clearOfBars);
