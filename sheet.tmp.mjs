import sharp from 'sharp'
const [out,...files]=process.argv.slice(2)
const imgs=await Promise.all(files.map(async f=>{const i=sharp(f).resize({height:760,fit:'inside'});const {data,info}=await i.toBuffer({resolveWithObject:true});return{data,info}}))
let x=0;const comp=[];for(const i of imgs){comp.push({input:i.data,left:x,top:0});x+=i.info.width+12}
await sharp({create:{width:x,height:Math.max(...imgs.map(i=>i.info.height)),channels:3,background:'#88f'}}).composite(comp).png().toFile(out)
