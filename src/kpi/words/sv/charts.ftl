chart-break = Brott: { $reason }
example-word = Exempelvärden
