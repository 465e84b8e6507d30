import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
export const ms = (value) => `${value.toFixed(0).padStart(7)} ms`
export const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(0).padStart(5)} MB`

/**
 * Runs a command; its wall time and exit code, and the peak memory of it and all its children, sampled where /proc tells it.
 * Sampling costs time of its own: without it memory is 0.
 */
export function measure(command, args, { sample = true } = {}) {
  return new Promise((done) => {
    const start = performance.now()
    const child = spawn(command, args, { stdio: 'ignore' })
    let memory = 0
    const timer = setInterval(() => {
      if (sample) memory = Math.max(memory, treeMemory(child.pid))
    }, 50)
    child.on('exit', (code) => {
      clearInterval(timer)
      done({ wall: performance.now() - start, memory, code })
    })
  })
}

/** Proportional memory of a process and its descendants in bytes: pages they share count once. */
function treeMemory(root) {
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => [Number(pid), parentOf(pid)]),
    )
    const inTree = (pid) => pid === root || (parents.has(pid) && parents.get(pid) > 1 && inTree(parents.get(pid)))
    return [...parents.keys()].filter(inTree).reduce((sum, pid) => sum + proportional(pid), 0)
  } catch {
    return 0
  }
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

function proportional(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
