/* Leaves in sight only the documents that hold every word typed: in title, audience, edition or format. */
(() => {
  const words = document.currentScript.dataset
  const input = document.querySelector('#search')
  const status = document.querySelector('[role="status"]')
  const fold = (text) => text.normalize('NFC').toLowerCase()
  const sections = [...document.querySelectorAll('main section')].map((section) => ({
    section,
    cards: [...section.querySelectorAll('.cards-of-pages > li')].map((card) => ({
      card,
      text: fold([section.querySelector('h2'), ...card.querySelectorAll('.edition, h3, .files')].map((part) => part.textContent).join(' ')),
    })),
  }))
  const total = sections.flatMap(({ cards }) => cards).length

  const search = () => {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean)
    let found = 0
    for (const { section, cards } of sections) {
      for (const { card, text } of cards) {
        card.hidden = !wanted.every((word) => text.includes(word))
        if (!card.hidden) found++
      }
      section.hidden = cards.every(({ card }) => card.hidden)
    }
    status.textContent = wanted.length ? `${found} ${words.of} ${total} ${words.found}` : ''
  }
  input.addEventListener('input', search)
  input.closest('[hidden]').hidden = false
  if (input.value) search()
})()
