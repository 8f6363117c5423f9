/** Past participles that do not end in -ed. */
export const IRREGULAR = new Set(
  `arisen awoken beaten become begun bent bet bitten bled blown born borne bought bound bred broken brought built burnt
  burst cast caught chosen clung cut dealt done drawn driven drunk dug eaten fallen fed felt flung flown forbidden
  foreseen forgiven forgotten forsaken fought found frozen given ground grown held heard hidden hit hung hurt kept knelt
  knit known laid lain led left lent let lit lost made meant met mistaken misunderstood mown outdone overcome overseen
  overtaken overthrown overwritten paid proven put quit read rebuilt redone remade rent retold rewritten rid ridden risen
  rung run said sawn seen sent set sewn shaken shed shone shorn shot shown shrunk shut slain sold sought sown sped spent
  spilt split spoken spread sprung spun stolen strewn stricken struck strung stuck stung sung sunk swept sworn swum swung
  taken taught thought thrown told torn trodden undergone understood undertaken undone upheld upset woken won worn wound
  woven withdrawn withheld written wrung`.split(/\s+/),
)

/** Words in -ed that are no participle, or that say after "be" how somebody or something is. */
export const NOT_PARTICIPLES = new Set(
  `advanced afraid aged ashamed bed beloved bored committed complicated concerned delighted dedicated detailed determined
  disappointed embed excited experienced exhausted feed frightened gifted hundred indeed interested kindred learned
  limited married naked need outdated overwhelmed pleased prepared red related relieved rugged sacred satisfied scared
  seed skilled so-called speed supposed surprised talented thrilled tired unexpected unprecedented used weed wicked
  worried wretched`.split(/\s+/),
)
