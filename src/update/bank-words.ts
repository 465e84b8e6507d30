/** What the notes below the tables of statistics banks call the date of their last update, in the languages of PxWeb. */
export const updatedWords = [
  'latest update',
  'last updated',
  'updated',
  'senest opdateret',
  'sidst opdateret',
  'opdateret',
  'senaste uppdatering',
  'senast uppdaterad',
  'uppdaterad',
  'sist endret',
  'sist oppdatert',
  'sist oppdatert den',
  'oppdatert',
  'viimeksi päivitetty',
  'päivitetty',
  'päivitetty viimeksi',
  'síðast uppfært',
  'síðast breytt',
  'uppfært',
  'letzte aktualisierung',
  'dernière mise à jour',
  'laatst bijgewerkt',
]

/** What they call who made them. */
export const sourceWords = ['source', 'kilde', 'källa', 'lähde', 'heimild', 'heimildir', 'quelle', 'bron', 'allikas']
