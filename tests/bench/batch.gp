# Every council's six small figures as SVG and as PNG, in one process. Called by beside.py with data, folder, councils.
set datafile separator ','
set style fill solid 1.0
set border 1
unset key
unset xtics
unset ytics
set xrange [-0.7:1.7]
set yrange [0:1250]
do for [format in 'svg png'] {
  if (format eq 'png') { set terminal pngcairo size 800,450 font 'sans,9' } else { set terminal svg size 800,450 font 'sans,9' }
  do for [council = 0:councils - 1] {
    set output sprintf('%s/council-%03d.%s', folder, council + 1, format)
    set multiplot layout 2,3 title sprintf('Council %03d: before and after', council + 1)
    do for [indicator = 0:5] {
      row = 6 * council + indicator
      set title sprintf('Indicator %d', indicator)
      plot data using (0):3:(0.8) skip 1 every ::row::row with boxes fs empty lc rgb '#12436d', \
           data using (1):4:(0.8) skip 1 every ::row::row with boxes fs solid lc rgb '#12436d', \
           data using (0):3:3 skip 1 every ::row::row with labels offset 0,0.7, \
           data using (1):4:4 skip 1 every ::row::row with labels offset 0,0.7
    }
    unset multiplot
  }
}
