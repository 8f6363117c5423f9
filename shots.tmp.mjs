import { chromium } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
const base='http://127.0.0.1:4107', out='/tmp/mh/auth-shots'
const link=/http\S+setup\?token=\S+/.exec(readFileSync('/tmp/mh/auth-server.log','utf8'))?.[0]
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']})
const views=[[1440,900,'light'],[1440,900,'dark'],[390,844,'light'],[390,844,'dark']]
const say=[]
async function shot(p,name){ await p.screenshot({path:`${out}/${name}.png`,fullPage:true}); const a=await new AxeBuilder({page:p}).analyze(); for(const v of a.violations) console.log(name,v.id,v.impact,v.nodes.slice(0,3).map(n=>n.target.join(' ')+' '+(n.any[0]?.message??'')).join(' | ')) }
let state
const mode=process.argv[2]??'all'
{
 const c=await b.newContext({viewport:{width:1440,height:900}}); const p=await c.newPage()
 if(link){ const r0=await p.goto(link); console.log('setup',r0.status()); await p.fill('[name=agency]','Engitech'); await p.fill('[name=name]','Ines Halloran'); await p.fill('[name=email]','ines@engitech.example'); await p.fill('[name=password]','password1234')
 const [r]=await Promise.all([p.waitForNavigation(),p.click('button')]); console.log('setup obvious',r.status(),p.url(), await p.inputValue('[name=name]'), JSON.stringify(await p.inputValue('[name=password]')))
 await shot(p,'setup-refused')
 for(const [w,h,s] of views){ const c2=await b.newContext({viewport:{width:w,height:h},colorScheme:s}); const q=await c2.newPage(); await q.goto(link); await shot(q,`setup-${w}-${s}`); await c2.close() }
 await p.fill('[name=password]','three quiet foxes'); const [r2]=await Promise.all([p.waitForNavigation(),p.click('button')]); console.log('setup ok',r2.status(),p.url())
 console.log(JSON.stringify((await c.cookies()).map(({name,httpOnly,sameSite,secure,expires})=>({name,httpOnly,sameSite,secure,days:Math.round((expires-Date.now()/1000)/86400)}))))
 const r3=await p.goto(link); console.log('again',r3.status(), await p.textContent('h1')); await shot(p,'setup-gone') }
 state=await c.storageState(); await c.close()
}
for(const [w,h,s] of views){ const c=await b.newContext({viewport:{width:w,height:h},colorScheme:s}); const p=await c.newPage(); await p.goto(base+'/sign-in?to=/dashboard/site'); await shot(p,`signin-${w}-${s}`)
 if(w===1440&&s==='light'||w===390&&s==='dark'){ await p.fill('[name=email]','ines@engitech.example'); await p.fill('[name=password]','nope'); const [r]=await Promise.all([p.waitForNavigation(),p.click('button')]); console.log('wrong',r.status(),await p.inputValue('[name=email]'),await p.textContent('[role=alert]')); await shot(p,`signin-wrong-${w}-${s}`)
 const [rr]=await Promise.all([p.waitForNavigation(),(async()=>{await p.fill('[name=password]','three quiet foxes');await p.click('button')})()]); console.log('right',rr.status(),p.url()) } await c.close() }
for(const [w,h,s] of views){ const c=await b.newContext({viewport:{width:w,height:h},colorScheme:s,storageState:state}); const p=await c.newPage(); p.on('console',m=>{if(m.type()!=='info'&&m.type()!=='log')console.log('console',m.type(),m.text())}); p.on('pageerror',e=>console.log('pageerror',e.message))
 await p.goto(base+'/dashboard',{waitUntil:'networkidle'}); console.log(p.url()); await shot(p,`shell-${w}-${s}`)
 if(w===390){ await p.getByRole('button',{name:'Menu'}).click(); await p.waitForTimeout(400); await shot(p,`shell-menu-${w}-${s}`) }
 else { await p.keyboard.press('Control+k'); await p.waitForTimeout(400); await shot(p,`palette-${s}`); await p.keyboard.press('Escape'); const r=await p.goto(base+'/dashboard/nothing',{waitUntil:'networkidle'}); console.log('unknown',r.status()); await shot(p,`notfound-${s}`) }
 await c.close() }
await b.close()
