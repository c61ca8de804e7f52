import { mount } from 'svelte';
import '../ui/tokens.css';
import './remote.css';
import { clearOfBars } from '../ui/bars.ts';
import '../ui/renew.ts';
import { surviveTranslation } from '../ui/translated.ts';
import App from './App.svelte';

surviveTranslation(document.body);
mount(App, { target: document.getElementById('app')! });
addEventListener('focusin', clearOfBars);
