// Publicodes, the nearest peer: it too works with missing answers and says which are missing.
import Engine from 'publicodes'
import { readFileSync } from 'node:fs'

const { rules, steps, full, partial, rounds } = JSON.parse(readFileSync(0, 'utf8'))
const silent = { log() {}, warn() {}, error() {} }
const started = performance.now()
const engine = new Engine(rules, { logger: silent })
const compile = performance.now() - started

const assess = (situation) => {
  engine.setSituation(situation)
  return steps.map((step) => engine.evaluate(step))
}
const timed = (situations) => {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    for (const situation of situations) assess(situation)
    best = Math.min(best, performance.now() - begin)
  }
  return best / situations.length
}
const said = full.map((situation) => assess(situation).map((found) => found.nodeValue === true))
const known = partial.map((situation) => assess(situation).map((found) => [found.nodeValue ?? null, Object.keys(found.missingVariables)]))
console.log(JSON.stringify({ compile, full: timed(full), partial: timed(partial), said, known }))
