export interface StarterComment {
  name: string
  email?: string
  website?: string
  /** The slug of a person on the staff. */
  staff?: string
  /** Minutes after the article was published. */
  minutesAfter: number
  /** Markdown. */
  text: string
  /** Published, unless it says otherwise. */
  state?: 'held' | 'removed'
  replies?: readonly StarterComment[]
}

/** By slug of the article. An article that is not named here has no comments. */
export const threads: Readonly<Record<string, readonly StarterComment[]>> = {
  'who-owns-the-weights-when-the-vendor-is-gone': [
    {
      name: 'Dana Whitlock',
      email: 'dana.whitlock@example.com',
      minutesAfter: 96,
      text: 'The machines are the part that nobody wants to talk about. You can hold every weight and still have one landlord.\n\nWhere does the “open weights” column run, if not in the same three data centres?',
      replies: [
        {
          name: 'Tomas Reyes',
          staff: 'tomas-reyes',
          minutesAfter: 141,
          text: 'Fair. For most of our clients the answer is: in the same three, but on a rented machine that can be rented elsewhere by Friday. That is weaker than independence and a good deal stronger than a password.\n\nOne of them keeps a single server in a cupboard that is *too slow on purpose*. It is enough to read tomorrow’s invoices by tomorrow evening.',
          replies: [
            {
              name: 'Dana Whitlock',
              email: 'dana.whitlock@example.com',
              minutesAfter: 158,
              text: 'A slow server in a cupboard is the first continuity plan I have read this year that I believe.',
            },
            {
              name: 'Henrik Sølvberg',
              email: 'henrik@example.org',
              minutesAfter: 420,
              text: 'We have the cupboard. Add a line to the drill: find the key to the cupboard.',
            },
          ],
        },
      ],
    },
    {
      name: 'Piotr Zieliński',
      email: 'piotr.z@example.org',
      website: 'https://example.org',
      minutesAfter: 305,
      text: 'We moved two products off a hosted model last year. The hard part was not the model either. It was the evaluation set, which only the vendor had, and which they were happy to sell us.',
      replies: [
        {
          name: 'Adaeze Obi',
          staff: 'adaeze-obi',
          minutesAfter: 362,
          text: 'Did the set that they sold you contain your own corrections? I ask because we have now seen that twice.',
        },
      ],
    },
    {
      name: 'R. Castellane',
      email: 'r.castellane@example.com',
      minutesAfter: 510,
      state: 'held',
      text: 'Our contract says “derived parameters” belong to the supplier. Our lawyer reads that as the fine-tuned weights, theirs as everything including the thresholds. Has anyone seen a clause that survived?',
    },
    {
      name: 'Best Models Direct',
      email: 'offers@example.com',
      website: 'https://example.com',
      minutesAfter: 544,
      state: 'held',
      text: 'Great post! We host any model for less, see https://example.com and https://example.com/pricing for an offer that ends tonight.',
    },
  ],

  'a-budget-for-machine-learning-that-a-finance-director-can-read': [
    {
      name: 'Gwen Abara',
      email: 'gwen.abara@example.com',
      minutesAfter: 208,
      text: 'I am the finance director in this story, or one of her cousins. Line 3 is the one that I always had to add myself, in pencil.\n\nI would split line 2. Review that teaches the model something is an investment; review that repeats last month’s is a cost.',
      replies: [
        {
          name: 'Adaeze Obi',
          staff: 'adaeze-obi',
          minutesAfter: 1490,
          text: 'That is better than ours and we are going to take it, with thanks. For the insurer it would put about a third of line 2 on the investment side.',
        },
      ],
    },
  ],

  'what-we-learned-from-turning-a-model-off': [
    {
      name: 'Bread person',
      minutesAfter: 55,
      state: 'removed',
      text: 'This comment named a member of the grocer’s staff and has been removed.',
      replies: [
        {
          name: 'Ines Halloran',
          staff: 'ines-halloran',
          minutesAfter: 83,
          text: 'We have removed a comment that named somebody on the night shift. The question in it was a good one: yes, the shift was paid for the hour that it lost on Monday.',
        },
        {
          name: 'Lucía Ferrán',
          email: 'lucia@example.org',
          minutesAfter: 190,
          text: 'Thank you for answering the question and not only removing it.',
        },
      ],
    },
    {
      name: 'Oskar Lindqvist',
      email: 'oskar.lindqvist@example.com',
      minutesAfter: 1320,
      text: '> The baseline had been going to evening classes.\n\nWe see the same with dispatchers. After a year the good ones beat the planner, and the planner gets the credit. How do you measure the people “without” the model when they have already learned from it?',
      replies: [
        {
          name: 'Adaeze Obi',
          staff: 'adaeze-obi',
          minutesAfter: 1512,
          text: 'One week in each quarter we ask them to write down their own estimate *before* they see the forecast. It costs a minute a day. It does not tell us what they would have been without it, only whether it still adds anything, and that is the question on the invoice.',
        },
      ],
    },
  ],

  'european-union-launches-investigations-into-big-tech-dma': [
    {
      name: 'Marit de Vos',
      email: 'marit.devos@example.org',
      minutesAfter: 640,
      text: 'Point 4 cost me my lunch. On our own site “yes” was one tap and “no” was four, and I approved that screen.',
      replies: [
        {
          name: 'Jun Sato',
          staff: 'jun-sato',
          minutesAfter: 905,
          text: 'If it helps: ours was three until this morning.',
        },
      ],
    },
  ],
}
