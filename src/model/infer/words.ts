import type { Language } from '../../locale/locales.ts'
import type { studyFields } from '../studies.ts'

type StudyField = (typeof studyFields)[number]

/** The words by which a first look at a report knows things. Matched without regard to case, and never needed later. */
export interface InferWords {
  /** What the word before a box's number ends in. */
  box: string[]
  /** Labels of sums and rests, which are no names. */
  generic: string[]
  /** What the title of a section about the makers begins with. */
  about: string[]
  /** What the label of a study's field holds; a word of less than five letters must be a word of the label. */
  study: Partial<Record<StudyField, string[]>>
  /** Of a starter audience: who reads it, and what they get. */
  starter: { readers: string; overview: string }
}

const en: InferWords = {
  box: ['box'],
  generic: ['total', 'all', 'other', 'others', 'average', 'mean', 'median', 'sum', 'rest', 'unknown', 'yes', 'no'],
  about: ['about'],
  study: {
    title: ['title'],
    authors: ['author'],
    year: ['year'],
    publisher: ['publisher', 'journal'],
    targetGroup: ['target group', 'population', 'participants'],
    geography: ['geograph', 'country', 'countries', 'location'],
    purpose: ['purpose', 'objective', 'aim', 'aims'],
    interventions: ['intervention', 'programme'],
    themes: ['theme', 'topic'],
    expectations: ['expectation', 'hypothes', 'mechanism'],
    results: ['result', 'finding'],
    recommendations: ['recommendation'],
    design: ['design', 'method'],
    reliability: ['reliability', 'quality'],
    transferability: ['transferability', 'generalis', 'generaliz'],
  },
  starter: { readers: 'Readers', overview: 'Overview' },
}

const da: InferWords = {
  box: ['boks'],
  generic: ['i alt', 'alle', 'andre', 'andet', 'øvrige', 'gennemsnit', 'hele landet', 'uoplyst', 'ja', 'nej', 'total'],
  about: ['om'],
  study: {
    title: ['titel'],
    authors: ['forfatter'],
    year: ['årstal', 'udgivelsesår', 'år'],
    publisher: ['udgiver', 'forlag', 'tidsskrift'],
    targetGroup: ['målgruppe', 'deltagere'],
    geography: ['geografi', 'land'],
    purpose: ['formål'],
    interventions: ['intervention', 'tiltag'],
    themes: ['tema', 'temaer', 'emne', 'emner'],
    expectations: ['forventning', 'hypotese', 'mekanisme'],
    results: ['resultat', 'fund'],
    recommendations: ['anbefaling'],
    design: ['design', 'metode'],
    reliability: ['pålidelighed', 'kvalitet'],
    transferability: ['overførbar', 'generaliser'],
  },
  starter: { readers: 'Læsere', overview: 'Overblik' },
}

const de: InferWords = {
  box: ['box', 'kasten'],
  generic: ['gesamt', 'insgesamt', 'summe', 'alle', 'andere', 'sonstige', 'durchschnitt', 'unbekannt', 'ja', 'nein'],
  about: ['über', 'impressum'],
  study: {
    title: ['titel'],
    authors: ['autor', 'verfasser'],
    year: ['jahr', 'erscheinungsjahr'],
    publisher: ['herausgeber', 'verlag', 'zeitschrift'],
    targetGroup: ['zielgruppe', 'teilnehmer'],
    geography: ['geograf', 'geograph', 'land'],
    purpose: ['zweck', 'ziel', 'zielsetzung'],
    interventions: ['intervention', 'maßnahme'],
    themes: ['thema', 'themen'],
    expectations: ['erwartung', 'hypothese', 'mechanism'],
    results: ['ergebnis'],
    recommendations: ['empfehlung'],
    design: ['design', 'methode'],
    reliability: ['zuverlässigkeit', 'verlässlichkeit', 'qualität'],
    transferability: ['übertragbarkeit'],
  },
  starter: { readers: 'Leserschaft', overview: 'Überblick' },
}

const sv: InferWords = {
  box: ['ruta', 'box'],
  generic: ['totalt', 'summa', 'alla', 'andra', 'övriga', 'genomsnitt', 'hela landet', 'okänt', 'ja', 'nej'],
  about: ['om'],
  study: {
    title: ['titel'],
    authors: ['författare'],
    year: ['år', 'årtal', 'utgivningsår'],
    publisher: ['utgivare', 'förlag', 'tidskrift'],
    targetGroup: ['målgrupp', 'deltagare'],
    geography: ['geografi', 'land'],
    purpose: ['syfte'],
    interventions: ['intervention', 'insats', 'åtgärd'],
    themes: ['tema', 'teman', 'ämne'],
    expectations: ['förväntning', 'hypotes', 'mekanism'],
    results: ['resultat'],
    recommendations: ['rekommendation'],
    design: ['design', 'metod'],
    reliability: ['tillförlitlighet', 'kvalitet'],
    transferability: ['överförbarhet'],
  },
  starter: { readers: 'Läsare', overview: 'Översikt' },
}

const nb: InferWords = {
  box: ['boks', 'ramme'],
  generic: ['i alt', 'totalt', 'sum', 'alle', 'andre', 'øvrige', 'gjennomsnitt', 'hele landet', 'ukjent', 'ja', 'nei'],
  about: ['om'],
  study: {
    title: ['tittel'],
    authors: ['forfatter'],
    year: ['årstall', 'utgivelsesår', 'år'],
    publisher: ['utgiver', 'forlag', 'tidsskrift'],
    targetGroup: ['målgruppe', 'deltakere'],
    geography: ['geografi', 'land'],
    purpose: ['formål'],
    interventions: ['intervensjon', 'tiltak'],
    themes: ['tema', 'temaer', 'emne'],
    expectations: ['forventning', 'hypotese', 'mekanisme'],
    results: ['resultat', 'funn'],
    recommendations: ['anbefaling'],
    design: ['design', 'metode'],
    reliability: ['pålitelighet', 'kvalitet'],
    transferability: ['overførbar', 'generaliser'],
  },
  starter: { readers: 'Lesere', overview: 'Oversikt' },
}

const nl: InferWords = {
  box: ['kader', 'box'],
  generic: ['totaal', 'alle', 'overige', 'andere', 'gemiddelde', 'gemiddeld', 'som', 'onbekend', 'ja', 'nee'],
  about: ['over', 'colofon'],
  study: {
    title: ['titel'],
    authors: ['auteur'],
    year: ['jaar', 'jaartal'],
    publisher: ['uitgever', 'tijdschrift'],
    targetGroup: ['doelgroep', 'deelnemers'],
    geography: ['geografi', 'land'],
    purpose: ['doel', 'doelstelling'],
    interventions: ['interventie', 'maatregel'],
    themes: ['thema', 'onderwerp'],
    expectations: ['verwachting', 'hypothese', 'mechanisme'],
    results: ['resultaat', 'resultaten', 'bevinding'],
    recommendations: ['aanbeveling'],
    design: ['opzet', 'methode', 'design'],
    reliability: ['betrouwbaarheid', 'kwaliteit'],
    transferability: ['overdraagbaarheid'],
  },
  starter: { readers: 'Lezers', overview: 'Overzicht' },
}

const fr: InferWords = {
  box: ['encadré'],
  generic: ['total', 'ensemble', 'tous', 'toutes', 'autre', 'autres', 'moyenne', 'médiane', 'inconnu', 'oui', 'non'],
  about: ['à propos'],
  study: {
    title: ['titre'],
    authors: ['auteur'],
    year: ['année'],
    publisher: ['éditeur', 'revue'],
    targetGroup: ['groupe cible', 'public cible', 'population'],
    geography: ['géograph', 'pays'],
    purpose: ['objectif', 'but'],
    interventions: ['intervention', 'mesure'],
    themes: ['thème'],
    expectations: ['attente', 'hypothèse', 'mécanisme'],
    results: ['résultat'],
    recommendations: ['recommandation'],
    design: ['méthode', 'protocole'],
    reliability: ['fiabilité', 'qualité'],
    transferability: ['transférabilité'],
  },
  starter: { readers: 'Lectorat', overview: 'Aperçu' },
}

const byLanguage: Record<Language, InferWords> = { da, de, en, fr, nb, nl, sv }

/** The words of a language. */
export function inferWords(language: Language): InferWords {
  return byLanguage[language]
}
