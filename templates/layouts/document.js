/*
 * Tells where a number comes from while it is pointed at or in focus, and lets keys scroll a table that is wider than the page.
 * The page is whole without it.
 */
(() => {
  const words = document.currentScript.dataset
  const main = document.querySelector('main')

  // "report.md:14-16 #statement" and "report.md:14 Table 2.1 | Ships | North", divided by "; "
  const describe = (sources) => {
    const cells = []
    const lines = []
    for (const source of sources.split(/; (?=[^;]+?:\d)/)) {
      const [, first, last, cell] = /:(\d+)(?:-(\d+))?(?: #\S+)?(?: (.+))?$/.exec(source) ?? []
      if (!first) continue
      if (cell) cells.push([...cell.split(' | ').map(small), at([first])].join(' · '))
      else lines.push(last ? `${first}–${last}` : first)
    }
    return [...cells, ...(lines.length ? [at(lines)] : [])]
  }
  const at = (lines) => {
    const several = lines.length > 1 || lines[0].includes('–')
    return `${several ? words.lines : words.line} ${lines.join(', ')} ${words.inTheReport}`
  }
  /** "TABLE 2.1" as "Table 2.1"; what is not a capital word with a number stays. */
  const small = (name) => name.replace(/^(\p{Lu})(\p{Lu}+)(?= \d)/u, (_, head, rest) => head + rest.toLowerCase())

  const digits = '\\d+(?:[.,\\u00a0\\u202f]\\d+)*'
  const number = new RegExp(`(?<![\\p{L}\\d]-?)${digits}(?:\\s?[–-]\\s?${digits})?`, 'gu')
  const mark = (text) => {
    const pieces = []
    let end = 0
    for (const { 0: found, index } of text.data.matchAll(number)) {
      const span = Object.assign(document.createElement('span'), { className: 'told', tabIndex: 0, textContent: found })
      pieces.push(text.data.slice(end, index), span)
      end = index + found.length
    }
    if (end) text.replaceWith(...pieces, text.data.slice(end))
  }
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) {
    const around = text.parentElement
    if (around.closest('[data-source]') && !around.closest('.source, a, svg')) mark(text)
  }

  const teller = Object.assign(document.createElement('div'), { id: 'teller', className: 'teller', hidden: true })
  teller.setAttribute('role', 'tooltip')
  document.body.append(teller)
  let shown = null
  let leaving = 0

  const place = () => {
    if (!shown) return
    const { left, right, top, bottom } = shown.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = teller
    const most = document.documentElement.clientWidth - width - 8
    teller.style.left = `${Math.max(8, Math.min(most, (left + right - width) / 2))}px`
    teller.style.top = `${top >= height + 12 ? top - height - 4 : bottom + 4}px`
  }
  const show = (told) => {
    clearTimeout(leaving)
    if (told === shown) return
    hide()
    shown = told
    teller.replaceChildren(
      ...describe(told.closest('[data-source]').dataset.source).map((line) =>
        Object.assign(document.createElement('p'), { textContent: line }),
      ),
    )
    teller.hidden = false
    told.setAttribute('aria-describedby', teller.id)
    place()
  }
  const hide = () => {
    clearTimeout(leaving)
    shown?.removeAttribute('aria-describedby')
    shown = null
    teller.hidden = true
  }
  const toldAt = (target) => (target instanceof Element ? target.closest('.told') : null)

  document.addEventListener('pointerover', ({ target }) => {
    if (toldAt(target)) return show(toldAt(target))
    clearTimeout(leaving)
    // time to reach the teller, which stays while it is pointed at; then back to what is in focus
    const focused = toldAt(document.activeElement)
    if (shown && !teller.contains(target)) leaving = setTimeout(() => (focused ? show(focused) : hide()), 250)
  })
  document.addEventListener('focusin', ({ target }) => (toldAt(target) ? show(target) : hide()))
  document.addEventListener('focusout', hide)
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  addEventListener('scroll', place, true)
  addEventListener('resize', place)

  const fit = (scroll) => {
    const caption = scroll.querySelector('caption')
    const wide = scroll.scrollWidth > scroll.clientWidth
    if (caption) caption.id ||= `caption-${[...document.querySelectorAll('caption')].indexOf(caption) + 1}`
    const name = caption ? ['aria-labelledby', caption.id] : ['aria-label', words.table]
    for (const [attribute, value] of [['role', 'region'], ['tabindex', '0'], name]) {
      if (wide) scroll.setAttribute(attribute, value)
      else scroll.removeAttribute(attribute)
    }
  }
  const sizes = new ResizeObserver((entries) => {
    for (const scroll of new Set(entries.map(({ target }) => target.closest('.scroll')))) fit(scroll)
  })
  for (const part of main.querySelectorAll('.scroll, .scroll > table')) sizes.observe(part)
})()
