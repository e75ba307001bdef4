# What PowerPoint files say besides what the follow-up itself says.
slides-appendix = Bilaga
slides-page = { $title }, { $page } av { $pages }
slides-same-title = { $title } ({ $n })
slides-more = och { $n } till i bilagan
slides-more-here = och { $n } till
slides-more-notes = och { $n } till i anteckningarna
slides-level = Målvärdets gräns { $n }
slides-no-values = Det finns inga värden att visa i diagram.
slides-quote = ”{ $text }” – { $signed }
slides-source = Källa: { $source }
slides-part-3 = förklaring
slides-part-4 = enheter
slides-part-5 = riket
slides-part-6 = helårsprognos
slides-part-7 = åtgärder
slides-value = { $name }, { $period }: { $value }

slides-template-unreadable = Mallen går inte att läsa som PowerPoint. Öppna den i PowerPoint, spara den som .pptx eller .potx och välj den på nytt.
slides-template-no-layout = Mallen saknar en sidlayout som går att använda. Det behövs en för första sidan, ”Rubrikbild”, och en med rubrik och text, ”Rubrik och innehåll”. Mallen har: { $layouts }.
slides-template-small = Sidlayouten ”{ $layout }” har för liten plats under rubriken. Gör textrutan större i mallen.
