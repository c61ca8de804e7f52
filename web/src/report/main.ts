import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/typeface.css';
import './print.css';
import { request } from '../ui/browser.ts';
import { surviveTranslation } from '../ui/translated.ts';
import App from './App.svelte';
import { codeOf, Shared } from './read.svelte.ts';

surviveTranslation(document.body);
mount(App, {
  target: document.getElementById('app')!,
  props: { shared: new Shared(request, codeOf(location.pathname)) },
});
