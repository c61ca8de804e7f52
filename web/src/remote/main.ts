import { mount } from 'svelte';
import '../ui/tokens.css';
import './remote.css';
import { clearOfBars } from '../ui/bars.ts';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
addEventListener('focusin', clearOfBars);
