import { isCommon, isKnown } from './known-words'
import { wordSet } from './words'

/** Verbs that take two objects, or say what somebody becomes: “gave him money”, “found him guilty”. By their stems. */
const TAKES_MORE =
  /^(?:giv|gave|tell|told|show|send|sent|mak|made|call|cost|teach|taught|offer|bring|brought|buy|bought|get|got|pay|paid|ask|lend|lent|allow|promis|grant|den[iy]|sell|sold|read|cook|pass|hand|thr[eo]w|serv|fetch|award|assign|earn|win|won|writ|wrote|leav|left|keep|kept|find|found|consider|deem|declar|name|elect|appoint|crown|vote|turn|driv|drove|set|let|help|hear|heard|see|saw|watch|ha[ds]|hav|wish|ow[ei]|fin|charg|bet|forg[ia]v|sav|spar|refus|caus|do|did|play|feed|fed|hold|held|think|thought|believ|want|label|dub|envy|guarant|deal|dealt|draw|drew|order|pour|quot|bid|sing|sang|tak|took|feel|felt|prov|render|judg|rul|shoot|shot|str[iu]|knock|pronounc|like|prefer|need)\p{Ll}*$/iu
const PREPOSITIONS =
  wordSet(`of to from in on at by with for behind beside before after around about above below under over
between against near past towards toward without through across within upon beyond like than opposite among`)
/** What may follow an object: nothing that one could have. */
const GOES_ON =
  wordSet(`to from in on at by with for of off up down out over under back away again around about into onto
through across along past after before behind beside between against towards toward until till since during without within
upon near inside outside than as and or but nor if when while because that who whom which what where why how whether so
then now here there today tomorrow yesterday tonight once twice more most less much too very still ever never always often
soon later first last next alone home apart aside ahead abroad forward overseas upstairs downstairs a an the this these
those his her their my our your its him them us me you it he she they we i one two three four five six seven eight nine ten
every each no not all both some any enough anything nothing something everything is was has had will would could can should
may might must did does do are were have either instead even just only almost anyway though well better best right wrong
dead alive free otherwise open unless unlike via per plus himself said says yet straight long further round whenever
wherever sometimes also seldom somehow nonetheless nevertheless therefore thus hence however meanwhile indeed likewise
overnight fast together elsewhere somewhere everywhere nowhere maybe perhaps quite rather half guilty innocent unconscious`)
const A_NOUN = /(?:tion|ment|ness|ship|hood|ity|ance|ence|ist|ism)$/

/** Whether “him” between these two words stands where “his” or “her” belongs: “tuned him instrument”. */
export function isOwned(before: string, next: string): boolean {
  if (GOES_ON.has(next) || /(?:ly|ing|ed|wards?)$/.test(next) || !isKnown(next)) return false
  if (PREPOSITIONS.has(before.toLowerCase())) return A_NOUN.test(next)
  return !TAKES_MORE.test(before)
}

const PAST =
  wordSet(`went came saw took gave made said told knew thought got found left felt brought began kept held wrote stood
heard let meant set met ran paid sat spoke lay led read grew lost fell sent built understood drew broke spent cut rose drove
bought wore chose ate won sang hung put cost hit hurt quit shut bet cast beat bid bit blew bore bound bred burst caught clung
crept dealt dug drank dreamt fought fled flew forbade forgot forgave froze ground hid knelt laid leapt learnt leant lent lit
mistook overcame overtook rang rode sank sought sold shook shone shot shrank slept slid slung spat sped spelt spilt spun
split spoilt sprang spread stole stuck stung stank strode struck strove strung swore swept swelt swam swung taught tore
threw thrust trod undertook upset woke wept withdrew wound wove fed hurt became did ought used dare need cannot shall broadcast forecast
shed offset reset input output burnt smelt proofread misread outdid redid withstood foresaw undid overheard oversaw rebuilt
retold rewrote resold redrew overthrew underwent foretold mislaid repaid rid spit knit wed`)
/** After these a verb has no ending: “did he win”, “they asked that she resign”. */
const BARE_AFTER =
  wordSet(`do does did can could will would shall should may might must if that lest than so nor neither as
whether though rather let`)
const ASKED =
  /\b(?:insist|demand|suggest|recommend|propos|request|requir|urg|order|ask|prefer|advis|essential|important|vital|crucial|necessary)/iu

/** Whether “he” or “she” between these words stands before a noun, where a verb belongs: “forgot she coat”. */
export function isWithoutVerb(before: string, next: string, text: string): boolean {
  if (GOES_ON.has(next) || PAST.has(next) || /(?:s|ed|ly|ing)$/.test(next) || !isCommon(next)) return false
  return !BARE_AFTER.has(before.toLowerCase()) && !ASKED.test(text)
}

/** After these “he” may end a clause: “so did he”, “taller than she”, “said he”. */
const BEFORE_SUBJECTS =
  /^(?:am|is|was|were|are|be|been|does|did|do|has|had|have|can|could|will|would|shall|should|may|might|must|than|as|and|or|nor|but|not|like|only|save|except|that|if|when|while|because|since|until|before|after|once|unless|then|there|here|an?|the|s?he|says?|said|asked|asks|repli(?:ed|es)|thought|thinks|wrote|writes|went|goes|came|quoth|add(?:ed|s)|cried|recall(?:ed|s)|insist(?:ed|s)|joked|explain(?:ed|s)|so|whether|though|where|what|who|whom|how|why|which|named|called|pronouns?)$|^every|n['’]t$/iu

/** Whether “he” or “she” after this word can be a subject although no verb follows. */
export const isSubjectAfter = (before: string): boolean => BEFORE_SUBJECTS.test(before)
