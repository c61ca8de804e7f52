import { showAddress } from '../ui/browser.ts';
import { address, route, type Route } from './route.ts';

/** The place shown now, kept in the browser's history. */
export class Router {
  route = $state.raw<Route>(route(location.pathname));

  /** Listens to back and forward until the returned function is called. */
  start(): () => void {
    const follow = () => (this.route = route(location.pathname));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }

  go(to: Route): void {
    this.show(to, 'pushState');
    window.scrollTo(0, 0);
  }

  /** The same, without an entry of its own in the history: for where an address leads by itself. */
  replace(to: Route): void {
    this.show(to, 'replaceState');
  }

  /** For onclick of a link: stays in the page, unless the reader asked for another tab. */
  link = (to: Route) => (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(to);
  };

  private show(to: Route, how: 'pushState' | 'replaceState'): void {
    showAddress(address(to), how);
    this.route = to;
  }
}
