units-column-away = Avstånd till målvärdet
units-no-target = inget eget målvärde
units-waiting = bedöms { $year }
units-sorted = Längst från sitt målvärde står först. Enheter som inte kan bedömas står sist, med skälet.
units-unsorted = Ingen av enheterna har ett eget målvärde.
units-target-label = mål
units-scale = Alla diagram har samma skala.
