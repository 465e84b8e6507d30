import { guard } from './guard.ts'
import { watchProcesses } from './processes.ts'
import { watchShippedReport } from './shipped-report.ts'

watchProcesses()
watchShippedReport()
guard({ processes: false, shippedReport: false })
