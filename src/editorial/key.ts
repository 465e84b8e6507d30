/** A statement's name: its id, with what it is for where it has that. */
export function keyOf({ id, for: about }: { id: string; for?: string | number | null | undefined }): string {
  return about === undefined || about === null ? id : `${id} for ${about}`
}
