/** The id of a note on sources, to which its marks lead: in HTML, and as the name of a destination in a PDF. */
export const noteId = (number: number) => `note-${number}`
