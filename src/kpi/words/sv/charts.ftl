chart-break = brott
example-word = Exempelvärden
