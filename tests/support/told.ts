import type { Language } from '../../src/locale/locales.ts'

/** One paragraph, told in each language. */
export const told: Record<Language, string> = {
  da: `Havnen blev bygget for mere end hundrede år siden, og den har siden været en del af byen. Mellem de gamle huse ligger
    der nu butikker, men skibene kommer ikke længere. Efter branden skulle alle vide, hvad der var sket, og hvem der kunne
    hjælpe. Vi ved kun lidt om det, og det er svært at finde nogen af de breve, som fiskerne skrev til hinanden.`,
  nb: `Havnen ble bygget for mer enn hundre år siden, og den har siden vært en del av byen. Mellom de gamle husene ligger
    det nå butikker, men skipene kommer ikke lenger. Etter brannen skulle alle vite hva som hadde skjedd, og hvem som kunne
    hjelpe. Vi vet bare litt om det, og det er vanskelig å finne noen av brevene som fiskerne skrev til hverandre.`,
  sv: `Hamnen byggdes för mer än hundra år sedan och den har sedan dess varit en del av staden. Mellan de gamla husen ligger
    det nu butiker, men fartygen kommer inte längre. Efter branden ville alla veta vad som hade hänt och vem som kunde
    hjälpa. Vi vet bara lite om det, och det är svårt att hitta några av de brev som fiskarna skrev till varandra.`,
  de: `Der Hafen wurde vor mehr als hundert Jahren gebaut und ist seitdem ein Teil der Stadt. Zwischen den alten Häusern
    liegen heute Läden, aber die Schiffe kommen nicht mehr. Nach dem Brand wollten alle wissen, was geschehen war und wer
    helfen konnte. Wir haben nur wenig darüber gefunden, und es ist schwer, Briefe der Fischer zu lesen.`,
  nl: `De haven werd meer dan honderd jaar geleden gebouwd en is sindsdien een deel van de stad. Tussen de oude huizen
    liggen nu winkels, maar de schepen komen niet meer. Na de brand wilde iedereen weten wat er was gebeurd en wie er kon
    helpen. Wij weten er nog weinig van, en het is moeilijk om de brieven te vinden die de vissers aan elkaar schreven.`,
  fr: `Le port a été construit il y a plus de cent ans et il est depuis une partie de la ville. Entre les vieilles maisons se
    trouvent maintenant des boutiques, mais les bateaux ne viennent plus. Après l’incendie, tous voulaient savoir ce qui
    était arrivé et qui pouvait aider. Nous en savons peu, et il est difficile de trouver les lettres des pêcheurs.`,
  en: `The harbour was built more than a hundred years ago, and it has been part of the town ever since. Between the old houses
    there are now shops, but the ships have not come for a long time. After the fire they all wanted to know what had
    happened and who could help. It is hard to find the letters that were written by one fisherman to another.`,
}
