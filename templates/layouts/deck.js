/*
 * Shows the slides one at a time where the window is wide enough to read one; in a narrow window and on paper they stand one below
 * the other, as they do without this script, and keys can scroll a table that is wider than the window.
 */
(() => {
  const words = document.currentScript.dataset
  const deck = document.getElementById('deck')
  const slides = deck.querySelector('main')
  const wide = matchMedia('(min-width: 40rem)')
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  // the speaker's window shows the deck in small frames
  const framed = /[?&]receiver\b/.test(location.search)
  let shown = null
  let left = null

  const show = () => {
    if (shown || !(wide.matches || framed)) return
    document.documentElement.classList.add('showing')
    deck.classList.add('reveal')
    slides.classList.add('slides')
    shown = new Reveal(deck, {
      width: 1280,
      height: 720,
      margin: 0,
      center: false,
      hash: true,
      transition: calm.matches ? 'none' : 'fade',
      transitionSpeed: 'fast',
      backgroundTransition: 'none',
      scrollActivationWidth: null,
      plugins: [RevealNotes],
    })
    shown.initialize().then(ready)
  }
  const ready = () => {
    if (left !== null) shown.slide(left)
    // an application would keep screen readers from reading a slide word by word
    deck.removeAttribute('role')
    for (const [direction, word] of [['left', words.previous], ['right', words.next]])
      deck.querySelector(`.navigate-${direction}`)?.setAttribute('aria-label', word)
  }
  const stack = () => {
    if (!shown) return
    left = shown.getIndices().h
    shown.destroy()
    shown = null
    deck.removeAttribute('class')
    slides.removeAttribute('class')
    document.documentElement.classList.remove('showing')
  }

  const fit = (scroll) => {
    const caption = scroll.querySelector('caption')
    const named = caption ? ['aria-labelledby', caption.id] : ['aria-label', words.table]
    for (const [attribute, value] of [['role', 'region'], ['tabindex', '0'], named]) {
      if (scroll.scrollWidth > scroll.clientWidth) scroll.setAttribute(attribute, value)
      else scroll.removeAttribute(attribute)
    }
  }
  const scrolling = [...slides.querySelectorAll('.scroll, .diagram')]
  scrolling.forEach((scroll, index) => {
    const caption = scroll.querySelector('caption')
    if (caption) caption.id = `caption-${index + 1}`
  })
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)))
  for (const scroll of scrolling) sizes.observe(scroll)

  wide.addEventListener('change', () => (wide.matches ? show() : stack()))
  addEventListener('beforeprint', stack)
  addEventListener('afterprint', show)
  show()
})()
