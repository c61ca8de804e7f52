import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/typeface.css';
import './stage.css';
import '../ui/renew.ts';
import { surviveTranslation } from '../ui/translated.ts';
import App from './App.svelte';

surviveTranslation(document.body);
mount(App, { target: document.getElementById('app')! });
