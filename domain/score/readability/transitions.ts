/** Words and phrases that say how a sentence follows from what stands before it. */
const TRANSITIONS = `above all|accordingly|actually|additionally|admittedly|after all|after that|afterwards?|again|all in all|
  all the same|also|although|and yet|another|as a result|as a rule|as if|as long as|as soon as|as though|as well|
  at first|at last|at least|at the same time|at worst|at best|because|before long|before that|besides|briefly|but|
  by comparison|by contrast|by the time|by then|certainly|chiefly|clearly|comparatively|consequently|conversely|
  correspondingly|despite|due to|during|earlier|either|else|equally|especially|even if|even so|even though|even then|
  eventually|except|finally|first|firstly|first of all|for a start|for example|for instance|for one thing|for that reason|
  for this reason|for the time being|from then on|further|furthermore|generally|given that|hence|however|if so|
  in addition|in any case|in brief|in case|in conclusion|in contrast|in fact|in general|in other words|in particular|
  in practice|in principle|in reality|in return|in short|in spite of|in sum|in that case|in the end|in the meantime|
  in the same way|in turn|including|incidentally|indeed|instead|it follows|last|lastly|later|likewise|mainly|
  meanwhile|more importantly|moreover|most of all|namely|nevertheless|next|no longer|nonetheless|not only|
  notwithstanding|now|obviously|of course|on balance|on the contrary|on the one hand|on the other hand|on the whole|once|
  only then|or else|ordinarily|originally|otherwise|overall|particularly|perhaps|previously|provided that|rather|
  second|secondly|similarly|since|so|so far|so that|soon|specifically|still|subsequently|such as|surely|that is|
  that is why|that said|that way|then|thereafter|therefore|third|thirdly|this time|though|thus|till|to begin with|
  to be sure|to that end|too|ultimately|undoubtedly|unless|unlike|until|until now|usually|what is more|when|whenever|
  where|whereas|whether|which is why|while|whilst|with that|without doubt|yet`

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:${TRANSITIONS.replace(/\s*\n\s*/g, '').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}'’-])`,
  'iu',
)

export const hasTransition = (sentence: string): boolean => PATTERN.test(sentence)
