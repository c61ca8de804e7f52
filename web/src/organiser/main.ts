import { mount } from 'svelte';
import '../ui/tokens.css';
import './organiser.css';
import { request } from '../ui/browser.ts';
import { clearOfBars } from '../ui/bars.ts';
import App from './App.svelte';
import { invitation, setupToken } from './route.ts';
import { Router } from './router.svelte.ts';
import { Session } from './session.svelte.ts';

// A secret must not stay in the address: history, screen sharing, bookmarks.
const token = setupToken(location.hash);
const invited = invitation(location.hash);
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

mount(App, { target: document.getElementById('app')!, props: { token, invited, router: new Router(), session: new Session(request) } });
addEventListener('focusin', clearOfBars);
