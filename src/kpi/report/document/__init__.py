"""A follow-up as a document: one order of headings and blocks, which the Word and the PDF writer both lay out."""
