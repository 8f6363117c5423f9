import { useRef, useState } from 'react'

/** Which of a list are chosen; with a range, everything between the last one and this. */
export function useChosen(ids: number[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const last = useRef<number | null>(null)
  const choose = (id: number, isRange: boolean) => {
    const isChosen = !chosen.has(id)
    const [from, to] = [ids.indexOf(isRange ? (last.current ?? id) : id), ids.indexOf(id)]
    const meant = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
    last.current = id
    setChosen((before) => {
      const after = new Set(before)
      for (const each of meant)
        if (isChosen) after.add(each)
        else after.delete(each)
      return after
    })
  }
  return {
    chosen,
    choose,
    chooseAll: () => setChosen(new Set(ids)),
    chooseNone: () => setChosen(new Set()),
  }
}
