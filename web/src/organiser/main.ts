import { mount } from 'svelte';
import '../ui/tokens.css';
import '../ui/typeface.css';
import './organiser.css';
import { browserClock, onWake, request, showAddress } from '../ui/browser.ts';
import { clearOfBars } from '../ui/bars.ts';
import '../ui/renew.ts';
import { surviveTranslation } from '../ui/translated.ts';
import App from './App.svelte';
import { accountLink, invitation, providerRefusal, setupToken } from './route.ts';
import { Router } from './router.svelte.ts';
import { Session } from './session.svelte.ts';
import { steady } from './steady.ts';

// A secret must not stay in the address: history, screen sharing, bookmarks.
const token = setupToken(location.hash);
const invited = invitation(location.hash);
const link = accountLink(location.hash);
const refusal = providerRefusal(location.hash);
if (location.hash !== '') showAddress(location.pathname + location.search);

surviveTranslation(document.body);
const session = new Session(steady(request, browserClock, onWake));
const router = new Router();
mount(App, { target: document.getElementById('app')!, props: { token, invited, link, refusal, router, session } });
addEventListener('focusin', clearOfBars);
