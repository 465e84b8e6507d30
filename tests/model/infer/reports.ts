/** Small reports of several kinds, none of which knows of another. */

export const english = `# The harbours of the coast

Port Authority

May 2024

## Introduction

In this report we look at the harbours of the coast. The ships that called at Northport were more than those at Southport,
and Eastport had few of them.

The cranes have been counted by the authority:

- those that work
- those that do not

## Traffic

Table 1: Ships by harbour

| Harbour | Ships | Tons |
|---|---|---|
| Port of Northport | 12 | 1,200 |
| Port of Southport | 9 | 950 |
| Eastport | 2 | 50 |
| Total | 23 | 2,200 |

Source: Port Authority.

Table 2: Cranes by harbour

| Harbour | Cranes |
|---|---|
| Northport | 4 |
| Southport | 1 |
| Eastport | 0 |
| Total | 5 |

## Recommendations

There are two of them.

### Recommendation 1: Buy a *crane* for {{Eastport}}

Eastport has none. It costs time.

### Recommendation 2: Re:start the "old" quay

It lies idle.

## References

Smith, A. (2019). On ships.
`

export const german = `# Die Häfen der Küste

## 1 Einleitung

In diesem Bericht geht es um die Häfen der Küste. Er zeigt, wie viele Schiffe in Nordhafen und in Südhafen lagen.

## 2 Verkehr

Tabelle 1 – Schiffe nach Hafen

| | Nordhafen | Südhafen |
|---|---|---|
| 2022 | 5 | 4 |
| 2023 | 6 | 4 |

Tabelle 2 – Kräne nach Hafen

| | Nordhafen | Südhafen |
|---|---|---|
| 2022 | 1 | 1 |
| 2023 | 2 | 1 |

Abbildung 1 – Die Küste

![Karte](karte.png)

Abbildung 2 – Die Häfen

![Karte](haefen.png)

Schritt 1: Zählen.

Schritt 2: Rechnen.

Schritt 3: Schreiben.
`

export const french = `# Les ports de la côte

## Introduction

Ce rapport décrit les ports de la côte. À Portneuf et à Portvieux les navires sont plus nombreux que dans le passé.

## Trafic

Tableau 1 : Navires par port

| Port | Navires |
|---|---|
| Portneuf | 12 |
| Portvieux | 9 |
| Total | 21 |

Tableau 2 : Grues par port

| Port | Grues |
|---|---|
| Portneuf | 4 |
| Portvieux | 1 |
| Total | 5 |
`

export const studies = `# What ships need

## Studies

| Study | |
|---|---|
| Title | On quays (1) |
| Author | Smith, A. |
| Year | 2019 |
| Purpose of the study | To see |
| Colour of the cover | Blue |

And another.

| Study | |
|---|---|
| Title | On cranes (2) |
| Author | Jones, B. |
| Year | 2020 |
| Purpose of the study | To know |
| Colour of the cover | Red |
`

/** Not much of a report, but none of them may fail. */
export const scant: Record<string, string> = {
  'one paragraph': 'Just one paragraph of *text*, with {{braces}}, a :directive and <b>tags</b>.\n',
  'no headings': 'The first of the paragraphs.\n\nThe second, of the same kind.\n\n- a list\n',
  'a title alone': '# Title\n',
  'text under a title': '# Title\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  'a table alone': '| a | b |\n|---|---|\n| 1 | 2 |\n',
  'code alone': '```\ncode\n```\n',
  'no tables': '# Title\n\n## One\n\nText of one.\n\n## Two\n\nText of two.\n',
  'titles that mean something':
    '# {{a}} *b*\n\n## Re:start "x" `y` \\\\ {{z}} #\n\nText.\n\n## ::table{of=x}\n\nText.\n\n## A\\\n\nText.\n',
  'titles that are one': '# T\n\n## Same\n\nText.\n\n## Same\n\nMore.\n',
  'a table without a caption': '# T\n\n## One\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  'pictures alone': '# T\n\n## One\n\n![a](b.png)\n\n## Two\n\n![c](d.png) is a picture\n',
  'Windows line endings': '\uFEFF# T\r\n\r\n## One\r\n\r\nText.\r\n',
  'old Mac line endings': 'One.\r\rTwo.\r',
}
