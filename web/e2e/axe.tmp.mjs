import { chromium } from 'playwright-core';
import axe from 'axe-core';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
async function check(p, name) {
  const size=p.viewportSize();
  for (const look of [{n:'light',m:{colorScheme:'light',forcedColors:'none'}},{n:'dark',m:{colorScheme:'dark',forcedColors:'none'}},{n:'forced',m:{colorScheme:'dark',forcedColors:'active'}},{n:'320',m:{colorScheme:'light',forcedColors:'none'},s:{width:320,height:640}},{n:'400%',m:{},s:{width:320,height:256}},{n:'1024',m:{},s:{width:1024,height:768}}]) {
    await p.emulateMedia({...look.m, reducedMotion:'reduce'}); if (look.s) await p.setViewportSize(look.s);
    await p.evaluate(`${axe.source};0`);
    const f = await p.evaluate(async v=>{ const {violations}=await window.axe.run(document,{runOnly:{type:'tag',values:v},resultTypes:['violations']}); return violations.flatMap(({id,nodes})=>nodes.slice(0,3).map(n=>id+': '+n.html.slice(0,140)+' '+(n.failureSummary??'').split('\n').slice(1).join(' ').slice(0,200)));}, TAGS);
    if (look.s && await p.evaluate(()=>document.documentElement.scrollWidth>innerWidth)) f.push('scrolls sideways '+await p.evaluate(()=>[...document.querySelectorAll('*')].filter(e=>e.getBoundingClientRect().right>innerWidth+1).slice(0,4).map(e=>e.tagName+'.'+e.className).join(' | ')));
    if (f.length) console.log(name, look.n, f);
  }
  await p.setViewportSize(size);
}
const c = await browser.newContext({ viewport:{width:1440,height:900}, reducedMotion:'reduce' }); const p = await c.newPage();
p.on('pageerror', e=>console.log('ERR',String(e)));
const go=async q=>{ await p.goto('http://127.0.0.1:8431/look.tmp.html?'+q); await p.locator('[data-question], .empty, .off').first().waitFor({state:'attached'}); };
const k=async(...ks)=>{ for(const x of ks){ await p.keyboard.press(x); await p.waitForTimeout(80);} };
await go('n=40'); await k('2','j'); await check(p,'list');
await go('n=40'); await p.setViewportSize({width:320,height:640}); await p.getByRole('button',{name:/^Questions/}).click(); await check(p,'phone'); await p.setViewportSize({width:1440,height:900});
await go('n=40'); await k('2','j','m'); await check(p,'merge');
await go('n=40'); await k('2','j','d'); await check(p,'decline');
await go('n=40'); await k('2',' ','j',' '); await check(p,'bulk');
await go('n=40'); await k('2','a'); await p.evaluate(()=>window.server.say({hand:'x',who:'Second moderator',id:'q4'})); await check(p,'hands');
for (const [tab] of [['Published'],['Answered']]) { await go('n=40'); await p.getByRole('button',{name:new RegExp('^'+tab)}).click(); await k('2'); await p.waitForTimeout(100); await check(p,tab); if(tab==='Published'){ for (const x of ['r','l','?']) { await k(x); await check(p,'dialog '+x); await k('Escape'); } } }
await go('n=40'); await p.getByRole('button',{name:/^Settings of/}).click(); await check(p,'settings'); await p.getByLabel('Questions from the room').getByRole('button',{name:'Finalise…'}).click(); await check(p,'settings final');
await go('n=0'); await check(p,'empty'); await go('off&n=0'); await check(p,'off');
await browser.close(); console.log('done');
