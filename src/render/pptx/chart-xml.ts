import { escaped } from '../ooxml/text.ts'
import { type Colour, scheme } from './colours.ts'
import { type Label, lineField, type NativeChart, type NativeSeries, type Tinted } from './native-chart.ts'

/** The part that says how a chart looks; its numbers stand in its workbook, and here as they were last. */
export function chartXml(chart: NativeChart, language: string): string {
  const line = chart.kind === 'line'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${line ? field : '<c:layout/>'}${line ? lines(chart, language) : bars(chart, language)}${categoryAxis(chart)}${valueAxis(chart)}</c:plotArea>${chart.legend ? legend(chart) : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(chart.size, scheme.ink)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

const { x, y, width, height } = lineField
const field = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y}"/><c:w val="${width}"/><c:h val="${height}"/></c:manualLayout></c:layout>`
const axes = '<c:axId val="1"/><c:axId val="2"/>'

function bars(chart: NativeChart, language: string): string {
  const stacked = chart.kind === 'stacked'
  const grouping = stacked ? 'stacked' : 'clustered'
  const series = chart.series.map((each, at) => seriesXml(chart, each, at, language)).join('')
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="${stacked ? 60 : 45}"/><c:overlap val="${stacked ? 100 : -5}"/>${axes}</c:barChart>`
}

function lines(chart: NativeChart, language: string): string {
  const series = chart.series.map((each, at) => seriesXml(chart, each, at, language)).join('')
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
}

function seriesXml(chart: NativeChart, series: NativeSeries, at: number, language: string): string {
  const line = chart.kind === 'line'
  const column = String.fromCharCode(66 + at)
  const last = chart.categories.length + 1
  const name = `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
  const look = line ? lineLook(series.colour) : `${barLook(series)}<c:invertIfNegative val="0"/>`
  const points = [...series.points].map(
    ([point, colour]) =>
      `<c:dPt><c:idx val="${point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${barLook({ colour })}</c:dPt>`,
  )
  const categories = `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${chart.categories.length}"/>${cached(chart.categories)}</c:strCache></c:strRef></c:cat>`
  const values = `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${series.values.length}"/>${cached(series.values)}</c:numCache></c:numRef></c:val>`
  return `<c:ser>${name}${look}${points.join('')}${labels(chart, series, language)}${categories}${values}${line ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

const cached = (values: (string | number | null)[]) =>
  values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`))
    .join('')

function barLook({ colour, hidden }: Pick<NativeSeries, 'colour' | 'hidden'>): string {
  return hidden
    ? '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    : `<c:spPr>${fill(colour)}<a:ln w="12700">${fill(colour)}</a:ln></c:spPr>`
}

function lineLook(colour: Tinted): string {
  return `<c:spPr><a:ln w="31750" cap="rnd">${fill(colour)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${fill(colour)}<a:ln w="9525">${fill(colour)}</a:ln></c:spPr></c:marker>`
}

/** The labels that are other than the rest, then what all others are. */
function labels(chart: NativeChart, series: NativeSeries, language: string): string {
  const { size, format } = chart
  const line = chart.kind === 'line'
  const shown = series.labels.length > 0 && !line
  const own = series.labels.filter((label) => line || label.led || label.text !== null)
  const all = own.map((label) => labelXml(label, series, chart, language)).join('')
  const position = shown && chart.kind === 'bars' ? '<c:dLblPos val="outEnd"/>' : ''
  return `<c:dLbls>${all}${numberFormat(format)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(size, scheme.ink)}${position}${shows(shown, false)}</c:dLbls>`
}

function labelXml(label: Label, { name }: NativeSeries, chart: NativeChart, language: string): string {
  const { at, text, led = false, named = false, side, down } = label
  const colour = led ? scheme.highlight : scheme.ink
  const moved = down
    ? `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${down.toFixed(4)}"/></c:manualLayout></c:layout>`
    : ''
  const words = text === null ? null : named ? `${name} ${text}` : text
  const run = `<a:rPr lang="${language}" sz="${chart.size * 100}" b="${led ? 1 : 0}">${fill({ colour, darker: 0 })}</a:rPr>`
  const written =
    words === null
      ? ''
      : `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>${run}<a:t>${escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>`
  const position = side ? (side === 'left' ? 'l' : 'r') : 'outEnd'
  return `<c:dLbl><c:idx val="${at}"/>${moved}${written}${numberFormat(chart.format)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(chart.size, colour, led, 'none')}<c:dLblPos val="${position}"/>${shows(true, named)}${named ? '<c:separator> </c:separator>' : ''}</c:dLbl>`
}

const numberFormat = (code: string) => `<c:numFmt formatCode="${escaped(code)}" sourceLinked="0"/>`

const shows = (value: boolean, name: boolean) =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${name ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

/** Categories: lying bars are read from above. */
function categoryAxis({ kind, size }: NativeChart): string {
  const line = kind === 'line'
  return `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${line ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/><c:axPos val="${line ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${fill({ colour: scheme.rule, darker: 0 })}</a:ln></c:spPr>${letters(size, scheme.ink)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
}

/** Values: each stands at its point, and the axis is not shown. */
function valueAxis({ kind, axis: [min, max], format }: NativeChart): string {
  return `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling><c:delete val="1"/><c:axPos val="${kind === 'line' ? 'l' : 't'}"/>${numberFormat(format)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
}

const legend = ({ size }: NativeChart) =>
  `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${letters(size, scheme.ink)}</c:legend>`

const letters = (size: number, colour: Colour, bold = false, wrap = 'square') =>
  `<c:txPr><a:bodyPr wrap="${wrap}"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${fill({ colour, darker: 0 })}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`

function fill({ colour, darker }: Tinted): string {
  const share = Math.round(Math.abs(darker) * 100_000)
  const change = share ? `<a:lumMod val="${100_000 - share}"/>${darker < 0 ? `<a:lumOff val="${share}"/>` : ''}` : ''
  return `<a:solidFill><a:schemeClr val="${colour}">${change}</a:schemeClr></a:solidFill>`
}
