import { expect, test } from 'vitest'
import { atOnce } from '../../src/build/at-once.ts'

/** Things that are done when they are told to be. */
function things(count: number) {
  const begun: number[] = []
  const done: (() => void)[] = []
  const work = (thing: number) =>
    new Promise<string>((resolve) => {
      begun.push(thing)
      done[thing] = () => resolve(`made ${thing}`)
    })
  return { all: Array.from({ length: count }, (_, thing) => thing), begun, done, work }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('as many as asked are begun, in their order; the next when one is done', async () => {
  const { all, begun, done, work } = things(5)
  const results = atOnce(all, 2, work)
  await settled()
  expect(begun).toEqual([0, 1])
  done[1]!()
  await settled()
  expect(begun).toEqual([0, 1, 2])
  done[2]!()
  done[0]!()
  await settled()
  expect(begun).toEqual([0, 1, 2, 3, 4])
  done[4]!()
  done[3]!()
  expect(await Promise.all(results)).toEqual(all.map((thing) => `made ${thing}`))
})

test('one that fails makes way for the next', async () => {
  const results = atOnce(['a', 'b'], 1, async (thing) => {
    if (thing === 'a') throw new Error('no')
    return thing
  })
  expect((await Promise.allSettled(results)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})
