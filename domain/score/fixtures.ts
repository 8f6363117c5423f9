import { fromMarkdown } from '../document/markdown'
import { readDocument } from './reading'
import type { Subject } from './subject'
import { noSite } from './subject'

/** A subject whose body is Markdown; its images all have the same empty facts but for their alternative text. */
export function subjectOf(markdown: string, fields: Partial<Subject> = {}): Subject {
  return {
    title: 'Notes from the workshop',
    summary: 'What a small workshop wrote down over one winter.',
    description: '',
    slug: 'notes-from-the-workshop',
    keyphrase: '',
    caption: '',
    language: 'en',
    ...readDocument(fromMarkdown(markdown, { figure: () => 1 })),
    topics: [],
    people: ['Ada Lindqvist'],
    dated: true,
    previous: null,
    site: noSite(),
    ...fields,
  }
}

/** An article that earns something by every rule and everything by few. */
export const RIVER_TRUST = `At ten in the evening the boat is taken out by eleven people of a river trust, who share the lamps among them and for two hours say nothing to each other at all. The fish are counted. The count is the only one of its kind in the valley, and no administrative organisation has ever volunteered to take the responsibility for continuing it.

The idea came from a teacher. She had read the [report of the last survey](https://rivers.test/report), in which a table was found that no one could explain, with numbers that fell by half between two bridges. The table was shown to the ministry. The answer was lost.

## What a river trust can do

A trust owns nothing. It has a bank account, a boat and a list of telephone numbers that has been put together in the course of several administratively complicated winters by two retired engineers. In the first winter forty letters were written, of which three were answered by the town, two by the county and one, in a different hand, by somebody who had left the county years ago.

They learned to bring a number with every question. Lamps were put on both banks, and what swam past was counted on four nights in spring by people who had never before been asked to stay awake for anything of the kind. It was a page. It was short. It was read by a councillor while she was standing in the rain at a bus stop.

## The wall under the bridge

The numbers fell where the old mill had been. Under the water stands a wall, about as high as a table, which was built to lead water to the wheel and was forgotten when the wheel was sold. Young fish cannot pass it. Older ones can.

- Young fish turn back within a minute.
- Older fish wait for rain.
- Nothing at all passes in August.

The trust asked the owner of the mill to come along at night, so that he could see for himself what the wall does to the river he looks at every day, and he came twice and brought his daughter. They were given tea.

## After the first summer

The town paid for a gap in the wall. It is one metre wide. The gap silts up and is cleared with a spade by the owner’s daughter at the end of every month, in weather that would keep most people of her age indoors. The lamps counted twice as many fish above the mill as before, and the [method](/articles/counting-by-lamp) is used on two more rivers.

Nobody calls it a success yet. The count goes on until there are ten years of it. The table has been drawn again by the teacher, and this time it can be explained.`

export const KEYPHRASE = 'river trust'

/** It, with all its fields. */
export const article = (markdown = RIVER_TRUST, fields: Partial<Subject> = {}): Subject =>
  subjectOf(markdown, {
    title: 'How the river trust counts its fish at night',
    summary: 'A river trust of eleven people found out why the fish stay away.',
    description:
      'A river trust of eleven people counts fish at night, with lamps, nets and one old boat. What it found out, and what the town did next.',
    slug: 'how-the-river-trust-counts-fish',
    keyphrase: KEYPHRASE,
    ...fields,
  })
