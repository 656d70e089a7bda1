# One figure: a row a council, before above after, each bar with its value. Called by beside.py with data, out, kind.
set datafile separator ','
if (kind eq 'png') set terminal pngcairo size 1600,900 font 'sans,11'
if (kind eq 'svg') set terminal svg size 1600,900 font 'sans,11'
if (kind eq 'pdf') set terminal pdfcairo size 16.67in,9.375in font 'sans,11'
set output out
set title 'Made-up enquiries: before and after' left
set xrange [0:1150]
set yrange [-20.5:0.5]
set style fill solid 1.0
set grid xtics
set key top left outside horizontal
set border 0
unset ytics
set lmargin 16
set label 1 'Source: a fixed rule in tests/bench' at screen 0.01,0.02
plot data using 3:(-$0+0.19):(0):3:(-$0+0.02):(-$0+0.36) skip 1 with boxxyerror fs empty lc rgb '#12436d' title 'before', \
     data using 4:(-$0-0.19):(0):4:(-$0-0.36):(-$0-0.02) skip 1 with boxxyerror fs solid lc rgb '#12436d' title 'after', \
     data using 3:(-$0+0.19):3 skip 1 with labels left offset 0.6,0 notitle, \
     data using 4:(-$0-0.19):4 skip 1 with labels left offset 0.6,0 notitle, \
     data using (0):(-$0):1 skip 1 with labels right offset -1,0 notitle
